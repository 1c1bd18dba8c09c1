import { z } from 'zod';
import type { Problem } from '../core/errors.ts';
import type { Feed, Outlet } from '../core/feed.ts';
import { hour, minute } from '../core/time.ts';
import { id, type Known, reference, text } from './fields.ts';
import { shown } from './problems.ts';
import { rawAt, rawKeys, type YamlFile } from './yaml.ts';

const url = z.string().superRefine((address, context) => {
  const fault = urlFault(address);
  if (fault) context.addIssue({ code: 'custom', message: fault });
});

function urlFault(address: string): string | null {
  const parsed = URL.parse(address);
  if (!parsed) return `${shown(address)} is no web address: write it whole, as https://example.org/feed.xml`;
  if (parsed.protocol !== 'https:' && parsed.protocol !== 'http:')
    return 'a feed is fetched by http or https alone';
  if (parsed.username || parsed.password) return 'take the user name and password out of the address';
  return null;
}

const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

const country = z.string().refine(code => code === 'INT' || isCountry(code), {
  error: ({ input }) =>
    `${shown(String(input))} is no country: write two capital letters (ISO 3166) such as UA, or INT for none in particular`,
});

function isCountry(code: string): boolean {
  return /^[A-Z]{2}$/.test(code) && regions.of(code) !== undefined;
}

const language = z.string().refine(isLanguage, {
  error: ({ input }) => `${shown(String(input))} is no language tag: write one such as en, uk or pt-BR`,
});

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
}

/** Publishers ban those who poll more often than a minute; news older than six hours is none. */
const every = z.string().refine(text => inRange(milliseconds(text)), {
  error: ({ input }) => `${shown(String(input))} is no time between polls: write 1m to 6h, as 10m`,
});

function milliseconds(text: string): number {
  const [, count, unit] = /^(\d{1,3})([mh])$/.exec(text) ?? [];
  return Number(count) * (unit === 'h' ? hour : minute);
}

const inRange = (time: number): boolean => time >= minute && time <= 6 * hour;

const ownershipSchema = (actors: Known) =>
  z.union(
    [
      z.enum(['independent', 'public']),
      z.strictObject({ state: reference(actors, 'an actor of actors.yaml') }),
    ],
    {
      error: 'write independent, public, or { state: … } with the actor whose voice the outlet is',
    },
  );

/** The schema of `feeds.yaml`. */
export function feedsSchema(actors: Known) {
  const feed = z.strictObject({ url, language, every: every.optional(), paused: z.literal(true).optional() });
  const outlet = z.strictObject({
    name: text,
    country,
    ownership: ownershipSchema(actors),
    feeds: z.record(id, feed),
  });
  return z.strictObject({ outlets: z.record(id, outlet) });
}

type FeedsFile = z.infer<ReturnType<typeof feedsSchema>>;

export function outlets({ outlets }: FeedsFile): Outlet[] {
  return Object.entries(outlets).map(([id, { name, country, ownership }]) => ({
    id,
    name,
    country,
    ownership: typeof ownership === 'string' ? { kind: ownership } : { kind: 'state', of: ownership.state },
  }));
}

export function feeds({ outlets }: FeedsFile): Feed[] {
  return Object.entries(outlets).flatMap(([outlet, { feeds }]) =>
    Object.entries(feeds).map(([id, { every, paused, ...feed }]) => ({
      id,
      outlet,
      ...feed,
      every: every === undefined ? null : milliseconds(every),
      ...(paused ? { paused } : {}),
    })),
  );
}

/** Feeds whose id or address another feed has already used. Works on a file with other problems too. */
export function repeatedFeeds(file: YamlFile): Problem[] {
  const ids = new Map<string, string>();
  const addresses = new Map<string, string>();
  const paths = rawKeys(file, 'outlets').flatMap(outlet =>
    rawKeys(file, 'outlets', outlet, 'feeds').map(id => ['outlets', outlet, 'feeds', id]),
  );
  return paths.flatMap(path => {
    const [, outlet = '', , id = ''] = path;
    const address = rawAt(file, [...path, 'url']);
    const sameId = taken(ids, id, outlet);
    const sameAddress = typeof address === 'string' ? taken(addresses, address, id) : null;
    return [
      ...(sameId
        ? [file.keyProblem(path, `${sameId} has a feed ${shown(id)} too: give one of them another name`)]
        : []),
      ...(sameAddress
        ? [file.problem([...path, 'url'], `the feed ${sameAddress} has this address too: keep one`)]
        : []),
    ];
  });
}

function taken(owners: Map<string, string>, key: string, owner: string): string | null {
  const other = owners.get(key) ?? null;
  if (other === null) owners.set(key, owner);
  return other;
}
