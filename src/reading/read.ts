import type { Found, Kind, Reading, Span, Speaker } from '../core/statement.ts';
import { told } from '../core/utterance-told.ts';
import { isOnlyNamed } from './by-name.ts';
import { cueWords } from './cuewords.ts';
import { layout } from './layout.ts';
import { namesIn } from './names.ts';
import { type Resolved, unclear } from './outcomes.ts';
import { type Passage, passages } from './passages.ts';
import { people } from './people.ts';
import { leadsUp } from './phrase-cues.ts';
import { roster } from './roster.ts';
import type { Said, Setting } from './said.ts';
import { type Sentence, sentences } from './sentences.ts';
import { type Resolver, resolver } from './speakers.ts';
import { stancesOn } from './stance.ts';
import { termsIn } from './terms.ts';
import { turnTakers } from './transcripts.ts';
import { unreadable } from './unreadable.ts';

interface Work {
  readonly text: string;
  readonly setting: Setting;
  readonly sentences: readonly Sentence[];
  readonly title: string;
}

/**
 * Who said what in a text of English news. All places count UTF-16 units of `text`. A text that cannot be read gives no
 * statements and a note; no text makes it throw.
 */
export function read(text: string, setting: Setting): Reading {
  const note = unreadable(text);
  if (note !== null) return { statements: [], note };
  const words = cueWords(setting.lexicon.cues);
  const lines = layout(text, setting.lexicon.cues);
  const takers = turnTakers(lines.map(({ start, end }) => text.slice(start, end)));
  const all = lines.flatMap((line, index) =>
    sentences(text, line, words, { next: lines[index + 1] ?? null, transcript: takers.size > 0 }),
  );
  if (!all.some(({ layer }) => layer === 'body')) return { statements: [], note: 'no prose' };
  const actors = roster(setting.catalog, setting.at);
  const isPerson = (name: string): boolean => actors.named(name).some(({ kind }) => kind === 'person');
  const isBody = (name: string): boolean => actors.named(name).some(({ kind }) => kind !== 'person');
  const known = people(all, words, isBody, isPerson);
  const resolves = resolver({ sentences: all, text, people: known, words, roster: actors });
  const title = all.find(({ layer }) => layer === 'heading');
  const work = { text, setting, sentences: all, title: title ? text.slice(title.start, title.end) : '' };
  const resolved = resolvedPassages(passages(all, words, takers), resolves);
  return {
    statements: resolved.map(([passage, who], index) => found(work, passage, who, index)),
    note: null,
  };
}

function resolvedPassages(all: readonly Passage[], resolves: Resolver): [Passage, Resolved][] {
  const known = new Map<Passage, Resolved>();
  let last: Passage | null = null;
  for (const passage of all) {
    const who = whoSpeaks(passage, resolves, known);
    if (last && isSameStatement(last, known.get(last), passage, who)) {
      const joined: Passage = {
        ...last,
        content: [...last.content, ...passage.content],
        cue: [...last.cue, ...passage.cue],
        last: passage.last,
      };
      known.set(joined, who);
      known.delete(last);
      last = joined;
    } else {
      known.set(passage, who);
      last = passage;
    }
  }
  return [...known];
}

/** "Kyiv and Moscow signalled openness, with both capitals suggesting …": the same speakers, named twice, say one thing. */
function isSameStatement(
  last: Passage,
  before: Resolved | undefined,
  passage: Passage,
  who: Resolved,
): boolean {
  if (
    !before ||
    before.speakers.length < 2 ||
    last.sentence !== passage.sentence ||
    passage.source === last.source
  )
    return false;
  const names = ({ speakers }: Resolved): string =>
    speakers
      .map(({ name }) => name)
      .sort()
      .join('|');
  return names(before) === names(who);
}

function whoSpeaks(passage: Passage, resolves: Resolver, known: ReadonlyMap<Passage, Resolved>): Resolved {
  if (passage.continues)
    return known.get(passage.continues) ?? unclear('Speaker unclear: the words before have no speaker.');
  if (passage.source) {
    const who = resolves.resolve(passage.sentence, passage.source);
    return passage.how === leadsUp && isLoneWord(who) ? unclear(noName) : who;
  }
  return unclear('Speaker unclear: the sentence names nobody.');
}

const noName = 'Speaker unclear: a word that opens the sentence is no name for its capital alone.';

/** "Combat will cease once they leave: “…”" */
const isLoneWord = ({ speakers, why }: Resolved): boolean =>
  speakers.length === 1 && !speakers[0]?.name.includes(' ') && why.endsWith(isOnlyNamed);

function found(work: Work, passage: Passage, who: Resolved, index: number): Found {
  const { setting } = work;
  const quotations = quotationsIn(work, passage);
  const said = saidOf(work, passage, who.speakers, kindOf(work, passage, quotations));
  const { topics, stances, unheld, reported, why } = stancesOn(said, setting);
  const sentence = work.sentences[passage.sentence];
  const source = passage.source && sentence ? [sourceSpan(sentence, passage.source)] : [];
  const placed = { content: passage.content, cue: passage.cue, source };
  return {
    id: `s${index + 1}`,
    kind: said.kind,
    layer: said.layer,
    ...placed,
    quotations,
    speakers: who.speakers,
    grade: who.grade === 'on-record' && reported ? 'reported' : who.grade,
    topics,
    stances,
    ...(unheld.length > 0 ? { unheld } : {}),
    terms:
      topics.length === 0
        ? []
        : termsIn({ text: work.text, content: passage.content, said, topics }, setting),
    stems: stemsIn(work, passage),
    told: told(work.text, { ...placed, speakers: who.speakers }, setting.at, namesIn(setting)),
    why: [
      `Cue: ${said.cue === '' ? 'none' : `"${said.cue}"`}; ${passage.how}.`,
      who.why,
      ...(isUnclosed(work, passage) ? [missingMark] : []),
      ...why,
    ],
  };
}

const missingMark =
  'A closing quotation mark is missing: nothing is shown as quoted beyond where the words certainly end.';

const isUnclosed = ({ sentences: all }: Work, { first, last }: Passage): boolean =>
  all.slice(first, last + 1).some(({ unclosed }) => unclosed);

function stemsIn({ sentences: all }: Work, { content, first, last }: Passage): string[] {
  const stems: string[] = [];
  for (const { tokens } of all.slice(first, last + 1)) {
    for (const { start, end, lower } of tokens) {
      const inside = content.some(span => span.start <= start && end <= span.end);
      if (inside && /^\p{L}/u.test(lower)) stems.push(lower);
    }
  }
  return stems;
}

const sourceSpan = (
  sentence: Sentence,
  { from, to }: { readonly from: number; readonly to: number },
): Span => ({
  start: sentence.tokens[from]?.start ?? 0,
  end: sentence.tokens[to - 1]?.end ?? 0,
});

const joined = (text: string, spans: readonly Span[]): string =>
  spans.map(({ start, end }) => text.slice(start, end)).join(' ');

function saidOf(work: Work, passage: Passage, speakers: readonly Speaker[], kind: Kind): Said {
  const { text, sentences: all, title } = work;
  const first = all[passage.first];
  const last = all[passage.last];
  const before = all
    .slice(Math.max(0, passage.sentence - 2), passage.sentence)
    .filter(({ layer }) => layer === 'body');
  return {
    text: joined(text, passage.content),
    sentence: text.slice(first?.start ?? 0, last?.end ?? 0),
    cue: joined(text, passage.cue).toLowerCase(),
    kind,
    layer: first?.layer ?? 'body',
    speakers,
    before: joined(text, before),
    title,
  };
}

/** The stretches between marks that lie in the content. Single marks in body text are left to the outlets that use no others. */
function quotationsIn({ sentences: all }: Work, { content, first, last }: Passage): Span[] {
  const marked = all.slice(first, last + 1).flatMap(({ quotations }) => quotations);
  return marked
    .filter(each => content.some(({ start, end }) => start <= each.inner.start && each.inner.end <= end))
    .map(({ inner }) => inner);
}

/** Direct where nothing but marks stands outside the quotations, which are in order and do not overlap. */
function kindOf({ text }: Work, { content }: Passage, quoted: readonly Span[]): Kind {
  if (quoted.length === 0) return 'indirect';
  const says = (from: number, to: number): boolean => /[\p{L}\p{N}]/u.test(text.slice(from, to));
  for (const { start, end } of content) {
    let at = start;
    for (const inner of quoted) {
      if (inner.end <= at || inner.start >= end) continue;
      if (says(at, inner.start)) return 'mixed';
      at = inner.end;
    }
    if (says(at, end)) return 'mixed';
  }
  return 'direct';
}
