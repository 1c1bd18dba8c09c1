import type { Desk } from '../core/desk.ts';
import { deskWith } from '../core/setting.ts';
import type { Settings } from './ports.ts';

/** The desk as it is now: its file, and what was set in chat since. */
export async function deskNow({
  desk,
  store,
}: {
  readonly desk: Desk;
  readonly store: { readonly settings: Pick<Settings, 'current'> };
}): Promise<Desk> {
  return deskWith(desk, await store.settings.current());
}
