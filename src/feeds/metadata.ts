import type { Instant } from '../core/time.ts';
import { dateIn } from './dates.ts';
import type { DomDocument } from './text.ts';

/** What a page says of its article in JSON-LD and in meta elements. */
export interface Metadata {
  readonly headline: string | null;
  readonly published: Instant | null;
  readonly author: string | null;
  /** The whole text, which some pages give to machines alone. */
  readonly body: string | null;
  /** False where the page says that its article has to be paid for. */
  readonly isFree: boolean;
}

export function metadataIn(document: DomDocument): Metadata {
  const linked = linkedArticle(document);
  const people = linkedById(document);
  const meta = metaElements(document);
  const times = [...document.querySelectorAll('time[datetime]')].map(time => time.getAttribute('datetime'));
  const dates = [text(linked?.datePublished), text(linked?.dateCreated), ...named(meta, dateNames), ...times];
  const authors = [
    personName(linked?.author, people),
    ...named(meta, authorNames).map(name => personName(name)),
  ];
  return {
    headline: text(linked?.headline) ?? named(meta, ['og:title', 'twitter:title'])[0] ?? null,
    published: dates.map(words => dateIn(words ?? '')).find(date => date !== null) ?? null,
    author: authors.find(author => author !== null) ?? null,
    body: text(linked?.articleBody),
    isFree: !/^false$/i.test(String(linked?.isAccessibleForFree)),
  };
}

interface Linked {
  readonly [name: string]: unknown;
}

const isObject = (value: unknown): value is Linked =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const text = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() ? value.trim() : null;

/** The first object of an article's type in any JSON-LD script of the page. */
function linkedArticle(document: DomDocument): Linked | null {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const found = articleAmong(json(script.textContent ?? ''), 0);
    if (found) return found;
  }
  return null;
}

/** Authors of a graph stand elsewhere in it, under their `@id`. */
function linkedById(document: DomDocument): ReadonlyMap<unknown, Linked> {
  const graphs = [...document.querySelectorAll('script[type="application/ld+json"]')].flatMap(script => {
    const value = json(script.textContent ?? '');
    return isObject(value) && Array.isArray(value['@graph']) ? value['@graph'] : [];
  });
  return new Map(graphs.filter(isObject).map(each => [each['@id'], each]));
}

function json(script: string): unknown {
  try {
    return JSON.parse(script.replace(/^\s*(?:<!--|<!\[CDATA\[)|(?:-->|\]\]>)\s*;?\s*$/g, ''));
  } catch {
    return null;
  }
}

const articleType = /^(?:\w*Article|\w*BlogPosting|Report)$/;
const depthLimit = 6;

function articleAmong(value: unknown, depth: number): Linked | null {
  if (depth > depthLimit) return null;
  if (Array.isArray(value)) return firstOf(value, each => articleAmong(each, depth + 1));
  if (!isObject(value)) return null;
  const types: unknown[] = [value['@type']].flat();
  if (types.some(type => typeof type === 'string' && articleType.test(type))) return value;
  return firstOf([value['@graph'], value.mainEntity, value.mainEntityOfPage], each =>
    articleAmong(each, depth + 1),
  );
}

function firstOf<T, U>(values: readonly T[], found: (value: T) => U | null): U | null {
  for (const value of values) {
    const result = found(value);
    if (result !== null) return result;
  }
  return null;
}

/** A name or several from a string, an object with a name, or a list of them. Addresses of profiles are no names. */
function personName(value: unknown, people: ReadonlyMap<unknown, Linked> = new Map()): string | null {
  const named = (each: Linked): unknown => each.name ?? people.get(each['@id'])?.name;
  const names = [value].flat().map(each => text(isObject(each) ? named(each) : each));
  const given = names.filter(name => name !== null && !/^https?:|^@/.test(name) && name.length <= 100);
  return [...new Set(given)].join(', ').replace(/^(?:written )?by\s+/i, '') || null;
}

type Meta = readonly (readonly [name: string, content: string])[];

function metaElements(document: DomDocument): Meta {
  return [...document.querySelectorAll('meta[content]')].map(element => {
    const name = ['property', 'name', 'itemprop']
      .map(attribute => element.getAttribute(attribute))
      .find(Boolean);
    return [(name ?? '').toLowerCase(), (element.getAttribute('content') ?? '').trim()];
  });
}

const dateNames = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'publish-date',
  'publishdate',
  'pubdate',
  'dc.date.issued',
  'dcterms.created',
  'dc.date',
  'date',
  'datecreated',
] as const;

const authorNames = [
  'author',
  'article:author',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'byl',
] as const;

const named = (meta: Meta, names: readonly string[]): string[] =>
  names.flatMap(name =>
    meta.filter(([each, content]) => each === name && content).map(([, content]) => content),
  );
