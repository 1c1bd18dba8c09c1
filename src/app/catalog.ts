import type { Catalog } from '../core/catalog.ts';
import { catalogWith } from '../core/feed-setting.ts';
import type { Settings } from './ports.ts';

/** The catalog as it is now: its files, and the feeds that were added, paused or removed since. */
export async function catalogNow({
  catalog,
  store,
}: {
  readonly catalog: Catalog;
  readonly store: { readonly settings: Pick<Settings, 'current'> };
}): Promise<Catalog> {
  return catalogWith(catalog, await store.settings.current());
}
