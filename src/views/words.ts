import type { Catalog } from '../core/catalog.ts';
import type { Outlet } from '../core/feed.ts';
import type { Grade, Kind, Speaker, Stance } from '../core/statement.ts';

/** What a party does towards a proposition. */
export const stanceWord: Readonly<Record<Stance, string>> = {
  supports: 'supports',
  opposes: 'opposes',
  conditional: 'conditional',
  noncommittal: 'noncommittal',
};

export const stanceSign: Readonly<Record<Stance, string>> = {
  supports: '✓',
  opposes: '✗',
  conditional: '◐',
  noncommittal: '–',
};

export const gradeWord: Readonly<Record<Grade, string>> = {
  'on-record': 'on record',
  anonymous: 'anonymous',
  reported: 'reported by others',
  analyst: 'analyst',
};

export const kindWord: Readonly<Record<Kind, string>> = {
  direct: 'quoted',
  mixed: 'partly quoted',
  indirect: 'paraphrase',
};

export const actorName = ({ actors }: Catalog, id: string): string => actors.get(id)?.name ?? id;

export const topicTitle = ({ topics }: Catalog, id: string): string => topics.get(id)?.title ?? id;

/** An outlet as a reader must know it: state media are named as such. */
export function outletName(catalog: Catalog, id: string): string {
  const outlet = catalog.outlets.get(id);
  return outlet ? outlet.name + ownershipNote(outlet, catalog) : id;
}

function ownershipNote({ ownership }: Outlet, catalog: Catalog): string {
  return ownership.kind === 'state' ? ` (state media, ${actorName(catalog, ownership.of)})` : '';
}

export function speakerNames(speakers: readonly Speaker[]): string {
  if (speakers.length === 0) return 'Speaker unclear';
  return speakers.map(({ name, office }) => (office ? `${name}, ${office}` : name)).join(' and ');
}

/** `1 statement`, `3 statements`. */
export const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`;

/** `600,000 troops`, `5 percent`; a date stays as it is written. */
export function figureWords(unit: string, value: number | string): string {
  if (typeof value === 'string' || unit === 'date') return String(value);
  return `${value.toLocaleString('en-US')} ${unit}`;
}

/** `Russia, Ukraine and NATO`. */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
