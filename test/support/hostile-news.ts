import fc from 'fast-check';
import type { Article } from '../../src/core/article.ts';
import { type Catalog, catalog } from '../../src/core/catalog.ts';
import type { Digest } from '../../src/core/digest.ts';
import type { Evidence } from '../../src/core/evidence.ts';
import { feedHealth } from '../../src/core/health.ts';
import type { Message } from '../../src/core/message.ts';
import type { Shift } from '../../src/core/position.ts';
import type { Grade, Kind, Span, Stance, Statement } from '../../src/core/statement.ts';
import type { Utterance } from '../../src/core/utterance.ts';
import { alertMessage } from '../../src/views/alert.ts';
import { digestDetail, digestMessage, wholeDigest } from '../../src/views/digest.ts';
import { quotesMessage } from '../../src/views/quotes.ts';
import { alertRule, article, at, desk, statement } from './made.ts';

const now = at('2025-11-28T05:30Z');
const zone = 'Europe/Kyiv';

const zalgo = (word: string, marks: number): string =>
  [...word].map(letter => letter + '\u0301\u0336\u0489\u035c'.repeat(marks)).join('');

/** What feeds and people have sent to break a message, or might. */
export const sharp: readonly string[] = [
  ...'@everyone @here <!channel> <!here> <@U0EDITOR> <!subteam^S0DESK> <@&400000000000000001> <@1> <#2>'.split(
    ' ',
  ),
  ...'<!date^0^{date}|x> </x:3> <t:0:R> <a:e:5> :smile: &amp; &lt;!channel&gt; \\ \\\\* <id:home>'.split(' '),
  ...'*b* _i_ ~s~ ~~s~~ __u__ `c` ```d``` ||e|| # - -# > >>> 1. | ** _ ` [x] ] ) ('.split(' '),
  '[bank](https://evil.example)',
  '<https://evil.example|nato.int>',
  `https://evil.example/${'a_b*c~d/'.repeat(20)}?q=(1)`,
  '\u202Eesrever\u202C',
  '\u2066inside\u2069\u200f',
  '\ud83d',
  '\ude00',
  '\u0000\u0007\u001b[31m',
  '\r\n',
  '\u2028',
  '👩‍👩‍👧‍👦',
  '🏴󠁧󠁢󠁥󠁮󠁧󠁿🇺🇦👍🏽❤️‍🔥',
  zalgo('zalgo', 3),
  zalgo('deepzalgo', 16),
  'неприйнятно',
  'المفاوضات',
  'שלום־עולם',
  '和平谈判将于星期四举行',
  'สันติภาพ',
  'x'.repeat(300),
  'Ж'.repeat(1_200),
];

const plainWords = 'we will not give up what is ours because nobody asked us, and nobody will'.split(' ');
const word = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...plainWords) },
  { weight: 3, arbitrary: fc.constantFrom(...sharp) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }) },
);

/** Some words, hostile ones among them, most often with spaces between them. */
const words = (most: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.array(word, { minLength: 1, maxLength: most }), fc.constantFrom(' ', ' ', ' ', ' ', '', '\n'))
    .map(([all, between]) => all.join(between));

/** Long enough to be cut: the same words again and again. */
const longWords = fc
  .tuple(words(30), fc.integer({ min: 1, max: 9_000 }))
  .map(([text, length]) => `${text} `.repeat(Math.ceil(length / (text.length + 1))));

const name = fc.oneof(
  words(4),
  words(4),
  fc.constant('N'.repeat(500)),
  longWords.map(text => text.slice(0, 500)),
);

interface Said {
  readonly quotation: string;
  readonly kind: Kind;
  readonly grade: Grade;
  readonly stance: Stance;
  readonly speaker: string;
  readonly office: string | null;
  readonly party: number;
  readonly topic: number;
  readonly url: string;
  readonly carriers: number;
}

const said: fc.Arbitrary<Said> = fc.record({
  quotation: fc.oneof({ weight: 3, arbitrary: words(40) }, { weight: 1, arbitrary: longWords }),
  kind: fc.constantFrom('direct', 'mixed', 'indirect'),
  grade: fc.constantFrom('on-record', 'anonymous', 'reported'),
  stance: fc.constantFrom('supports', 'opposes', 'conditional', 'noncommittal'),
  speaker: name,
  office: fc.option(name),
  party: fc.nat(2),
  topic: fc.nat(3),
  url: fc.oneof(
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    words(2),
    fc.constant(`https://e.example/${'a'.repeat(4_000)}`),
  ),
  carriers: fc.nat(2),
});

/** A catalog all of whose names are hostile. */
function catalogOf(names: readonly string[]): Catalog {
  const [a = '', b = '', c = '', ...rest] = names;
  const party = (id: string, given: string) => ({
    ...{
      id,
      kind: 'state' as const,
      name: given,
      aliases: [],
      speaksFor: null,
      adjectives: [],
      gender: null,
    },
    offices: [],
  });
  const topic = (n: number) => ({
    ...{ id: `t${n}`, negotiation: 'n', family: 'f', title: rest[n] ?? '', proposition: rest[n + 1] ?? '' },
    ...{ descriptive: false, terms: [], named: [], faint: [], pro: [], contra: [], units: [] },
  });
  const topics = [0, 1, 2, 3].map(topic);
  return catalog({
    negotiations: [{ id: 'n', title: a, parties: ['p0', 'p1', 'p2'], families: { f: b }, topics }],
    actors: [party('p0', a), party('p1', b), party('p2', c)],
    outlets: [0, 1, 2].map(n => ({
      ...{ id: `o${n}`, name: rest[n + 3] ?? '', country: 'NL' },
      ownership: n === 1 ? { kind: 'state', of: 'p0' } : { kind: 'independent' },
    })),
    feeds: [{ id: 'f', outlet: 'o0', url: 'https://f.example/', language: 'en', every: null }],
  });
}

interface Spoken {
  readonly statement: Statement;
  readonly article: Article;
}

function spoken(given: Said, n: number): Spoken {
  const id = `a${n}`;
  const text = `T\n\n“${given.quotation}” X said.`;
  const start = 4;
  const quotations: Span[] = [{ start, end: start + given.quotation.length }];
  const end = start + given.quotation.length + 1;
  const { speaker, office, party, topic, kind, grade, stance, url } = given;
  return {
    article: article({ id, outlet: 'o0', url, snapshot: { sha256: 'not checked here', text } }),
    statement: statement({
      ...{ kind, grade, stance, url, article: id, outlet: 'o0', at: now - n * 60_000 },
      ...{ topic: `t${topic}`, content: [{ start: start - 1, end }], quotations },
      cue: [{ start: end + 3, end: end + 7 }],
      source: [{ start: end + 1, end: end + 2 }],
      speakers: [{ name: speaker, actor: null, party: `p${party}`, office }],
    }),
  };
}

function utteranceOf({ statement: first }: Spoken, { carriers }: Said): Utterance {
  const others = Array.from({ length: carriers }, (_, n) => ({
    ...first,
    outlet: `o${n + 1}`,
    ref: `${first.ref}${n}`,
  }));
  return { ref: first.ref, speaker: first.speakers[0] ?? null, at: first.at, renderings: [first, ...others] };
}

const evidenceOf = ({ ref, at, kind, stances }: Statement): Evidence => {
  const [{ topic, holder, stance } = { topic: 't0', holder: 'p0', stance: 'opposes' as const }] = stances;
  return { ref, topic, holder, stance, at, kind, official: null, figures: [] };
};

function shiftsOf(all: readonly Statement[]): Shift[] {
  const [before, after] = all.map(evidenceOf);
  if (!before || !after) return [];
  const { topic, holder, stance, at } = after;
  return [{ topic, holder, from: before.stance, to: stance, figure: null, before, after, at }];
}

/** The messages that the product makes of some news: a digest with its thread, an alert, the answers to /brief and /quotes. */
export const anyNews: fc.Arbitrary<readonly Message[]> = fc
  .record({
    names: fc.array(name, { minLength: 9, maxLength: 9 }),
    all: fc.array(said, { maxLength: 14 }),
    late: fc.boolean(),
    audiences: fc.subarray(['desk', 'editor', 'night', 'gone']),
  })
  .map(({ names, all, late, audiences }) => {
    const found = all.map(spoken);
    const shown = found.map((each, n) => utteranceOf(each, all[n] as Said));
    const proof = {
      catalog: catalogOf(names),
      articles: new Map(found.map(each => [each.article.id, each.article])),
      statements: new Map(found.map(each => [each.statement.ref, each.statement])),
    };
    const own = Map.groupBy(shown, ({ renderings }) => renderings[0]?.stances[0]?.topic ?? 't0');
    const digest: Digest = {
      period: { from: now - 86_400_000, until: now },
      shifts: shiftsOf(found.map(each => each.statement)),
      topics: [...own].map(([topic, utterances]) => ({ topic, utterances })),
      reported: shown.slice(0, 3),
    };
    const feeds = feedHealth([], proof.catalog);
    const view = { ...proof, feeds, zone, now, late };
    const [parent, details] = [digestMessage(digest, view), digestDetail(digest, view)];
    const rule = alertRule({ audiences, owner: late ? 'slack U1' : null });
    const alert = { rule, shifts: digest.shifts, utterances: shown, firsts: [] };
    const asked = { command: 'quotes', given: { '': names[0] ?? '' } };
    const page = { number: 1, until: now };
    return [
      parent,
      ...details,
      wholeDigest(parent, details),
      alertMessage(alert, { ...proof, desk: desk(), full: late ? now : null, grownTo: null }),
      quotesMessage(shown, { ...view, title: names[1] ?? '', span: '', page, asked, looked: null }),
    ];
  });
