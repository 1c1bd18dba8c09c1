import { createHash } from 'node:crypto';
import { refOf } from '../../src/app/identity.ts';
import type { Article } from '../../src/core/article.ts';
import { type Catalog, parties } from '../../src/core/catalog.ts';
import type { Found, Grade, Kind, Speaker, Stance, Statement } from '../../src/core/statement.ts';
import { day, hour, minute } from '../../src/core/time.ts';

export const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

/** When the made-up year ends: the bench's now. */
export const now = Date.parse('2026-01-15T12:00Z');

const span = 365 * day;
const inArticle = 5;

export interface Made {
  readonly article: Article;
  readonly statements: readonly Statement[];
}

/** A small generator of numbers from 0 to 1, the same at every run. */
export function randoms(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return ((state >>> 9) ^ (state & 511)) / 2 ** 23;
  };
}

/** The first of a list is drawn most, the second half as often, and so on. */
export function zipf<T>(all: readonly T[], next: () => number): T {
  const rank = Math.floor(all.length ** next()) - 1;
  return all[Math.min(rank, all.length - 1)] as T;
}

const syllables = 'ba ko ri mu ta le no vi sa du pe gi fo ha zu ne'.split(' ');

/** As many different words as a year of news has, the commonest first; some are Cyrillic names. */
export const vocabulary: readonly string[] = Array.from({ length: 30_000 }, (_, i) => {
  const word = [i % 16, (i >> 4) % 16, (i >> 8) % 16, (i >> 12) % 16]
    .slice(0, i < 256 ? 2 : i < 4_096 ? 3 : 4)
    .map(at => syllables[at])
    .join('');
  return i % 50 === 49
    ? `Зел${String.fromCharCode(0x430 + (i % 32))}${word.length}${i % 1_000}`.replace(
        /\d/g,
        d => 'абвгдежзик'[Number(d)] ?? '',
      )
    : word;
});

const everyday = 'the of to we will not a and in this it be our for that is on with as they'.split(' ');

/** Nearly half of what is said is everyday words. Of the others the commonest is in a fifth of all statements. */
function wordOf(next: () => number): string {
  if (next() < 0.45) return everyday[Math.floor(next() * everyday.length)] ?? 'the';
  return vocabulary[Math.floor(8 * (vocabulary.length / 8) ** next()) - 8] ?? 'the';
}

const stances: readonly Stance[] = ['noncommittal', 'opposes', 'supports', 'conditional'];
const grades: readonly Grade[] = ['on-record', 'on-record', 'on-record', 'reported', 'anonymous', 'analyst'];
const kinds: readonly Kind[] = ['direct', 'indirect', 'mixed'];

interface Cast {
  readonly speakers: readonly Speaker[];
  readonly parties: readonly string[];
  readonly topics: readonly string[];
  readonly outlets: readonly string[];
}

export function castOf(catalog: Catalog): Cast {
  const all = parties(catalog).map(({ id }) => id);
  const people = [...catalog.actors.values()].filter(({ kind }) => kind === 'person');
  return {
    parties: all,
    topics: [...catalog.topics.keys()],
    outlets: [...catalog.outlets.keys()],
    speakers: people.map(({ id, name, offices }, i) => ({
      name,
      actor: id,
      party: all.includes(offices[0]?.of ?? '') ? (offices[0]?.of ?? null) : (all[i % all.length] ?? null),
      office: offices[0]?.title ?? null,
    })),
  };
}

/** Articles of five statements each, in the order of time. Every statement is a rendering of something three outlets carry. */
export function* made(count: number, cast: Cast): Generator<Made> {
  const articles = Math.ceil(count / inArticle);
  for (let i = 0; i < articles; i++)
    yield articleOf(i, articles, cast, Math.min(inArticle, count - i * inArticle));
}

interface Line {
  readonly text: string;
  readonly words: readonly string[];
  readonly speaker: Speaker;
  readonly topic: string;
  readonly stance: Stance;
  readonly grade: Grade;
  readonly kind: Kind;
}

/** Three articles in a row carry the same five utterances, with a word exchanged here and there. */
function lineOf(said: number, rendering: () => number, cast: Cast): Line {
  const next = randoms(said + 17);
  const speaker = zipf(cast.speakers, next);
  const own = Array.from({ length: 24 }, () => wordOf(next));
  const words = own.map(word => (rendering() < 0.1 ? wordOf(rendering) : word));
  return {
    ...{ speaker, words, text: words.join(' ') },
    topic: zipf(cast.topics, next),
    stance: zipf(stances, next),
    grade: grades[Math.floor(next() * grades.length)] ?? 'on-record',
    kind: kinds[Math.floor(rendering() * kinds.length)] ?? 'direct',
  };
}

function articleOf(i: number, articles: number, cast: Cast, statements: number): Made {
  const rendering = randoms(1_000_003 + i);
  const told = Math.floor(i / 3);
  const at = now - span + Math.floor((told * 3 * (span - hour)) / articles) + (i % 3) * minute;
  const id = hash(`article ${i}`).slice(0, 24);
  const outlet = cast.outlets[i % cast.outlets.length] ?? '';
  const title = `Report number ${i} of the talks`;
  const lines = Array.from({ length: statements }, (_, j) => lineOf(told * inArticle + j, rendering, cast));
  const text = [
    title,
    '',
    ...lines.map(({ text: said, speaker }) => `“${said},” ${speaker.name} said on Thursday.`),
  ].join('\n');
  const article: Article = {
    ...{
      id,
      outlet,
      title,
      feed: `${outlet}-world`,
      language: 'en',
      author: null,
      published: at,
      fetched: at,
    },
    url: `https://${outlet}.example/world/2025/${i}`,
    textFrom: 'page',
    quiet: false,
    copyOf: null,
    edit: null,
    snapshot: { sha256: hash(text), text },
  };
  let start = title.length + 2;
  const found = lines.map((line, j) => {
    const statement = statementOf(line, start, j, article, cast);
    start += line.text.length + line.speaker.name.length + '“,”  said on Thursday.\n'.length;
    return statement;
  });
  return { article, statements: found };
}

function statementOf(
  line: Line,
  start: number,
  j: number,
  article: Article,
  { parties: all, topics }: Cast,
): Statement {
  const { speaker, words, text, topic, stance, grade, kind } = line;
  const end = start + text.length + 3;
  const holder = grade === 'on-record' ? (speaker.party ?? '') : (all[words[0]?.length ?? 0] ?? '');
  const second = topics[(topics.indexOf(topic) + words.length + j) % topics.length] ?? topic;
  const found: Found = {
    ...{ id: `s${j + 1}`, kind, grade, layer: 'body' as const },
    content: [{ start, end }],
    cue: [{ start: end + 1 + speaker.name.length + 1, end: end + 1 + speaker.name.length + 5 }],
    source: [{ start: end + 1, end: end + 1 + speaker.name.length }],
    quotations: kind === 'indirect' ? [] : [{ start: start + 1, end: end - 2 }],
    speakers: [speaker],
    topics: j % 4 === 0 ? [topic, second] : [topic],
    stances: [
      {
        ...{ topic, holder, stance },
        why: [
          `“${words[3]} ${words[4]}” puts it on the topic`,
          `“${words[7]}” speaks to the proposition`,
          'no negation within reach',
        ],
      },
    ],
    terms: [],
    stems: words,
    told: {
      figures: [],
      names: words.slice(0, 2),
      places: [],
      to: [],
      days: { first: 20_000, last: 20_001 },
    },
    why: [
      'Cue: "said"; the cue follows the words.',
      `${speaker.name} is named in the sentence and holds an office on the day.`,
    ],
  };
  const { id: articleId, outlet, url } = article;
  const at = article.published ?? article.fetched;
  return {
    ...found,
    ref: refOf(articleId, found, hash),
    ...{ article: articleId, outlet, url, at, copyOf: null, quiet: false },
    standing: 'current',
    corrections: [],
  };
}
