import { type Digest, isQuiet } from '../core/digest.ts';
import type { FeedHealth } from '../core/health.ts';
import type { Block, Inline, Line, Message } from '../core/message.ts';
import type { Shift } from '../core/position.ts';
import type { Stance, Statement } from '../core/statement.ts';
import { day, type Instant, type Period, shownDay, type Zone } from '../core/time.ts';
import { bestRendering, type Utterance } from '../core/utterance.ts';
import { footer } from './footer.ts';
import { evidenceQuote, outletsOf, type Proof, utteranceQuote } from './proof.ts';
import { actorName, counted, figureWords, listed, stanceWord, topicTitle } from './words.ts';

export interface DigestView extends Proof {
  readonly feeds: FeedHealth;
  readonly zone: Zone;
  readonly now: Instant;
  /** The language of its dates; absent: as each reader's platform shows them. */
  readonly language?: string | undefined;
  /** True where it comes well after its hour. */
  readonly late: boolean;
}

/** How many utterances of a topic are shown. */
export const shownUtterances = 6;

/** The short message: what moved, and what is new by topic, a line each. */
export function digestMessage(digest: Digest, view: DigestView): Message {
  const title = `Briefing, ${shownDay(digest.period.until, view.zone, view.language)}`;
  const blocks: Block[] = [
    { type: 'heading', text: title },
    { type: 'text', line: [lateWord(view), ...coverage(digest.period)] },
    ...digest.shifts.map(
      (shift): Block => ({ type: 'text', line: [{ bold: 'Moved: ' }, ...shiftLine(shift, view)] }),
    ),
    ...topicList(digest, view),
    footer(view.feeds, view.now),
  ];
  return { summary: `${title}: ${summary(digest)}`, blocks, ping: [], zone: view.zone };
}

const lateWord = ({ late }: DigestView): string => (late ? 'Late, covers ' : 'Covers ');

const coverage = ({ from, until }: Period): Line => [
  { date: from, as: 'moment' },
  ' to ',
  { date: until, as: 'moment' },
  '.',
];

function summary(digest: Digest): string {
  if (isQuiet(digest)) return 'no new statements';
  const utterances = digest.topics.reduce((sum, topic) => sum + topic.utterances.length, 0);
  return `${counted(utterances, 'statement')} on ${counted(digest.topics.length, 'topic')}, ${counted(digest.shifts.length, 'shift')}`;
}

function topicList(digest: Digest, view: DigestView): Block[] {
  if (isQuiet(digest)) return [{ type: 'text', line: ['No new statements on the topics followed here.'] }];
  const items = digest.topics.map(({ topic, utterances }): Line => {
    const parties = listed(partiesIn(utterances, view));
    return [
      { bold: topicTitle(view.catalog, topic) },
      `: ${parties} · ${counted(outletsIn(utterances), 'outlet')}`,
    ];
  });
  const reported =
    digest.reported.length > 0 ? [[`${counted(digest.reported.length, 'position')} reported by others`]] : [];
  return [{ type: 'list', items: [...items, ...reported] }];
}

function partiesIn(utterances: readonly Utterance[], { catalog }: Proof): string[] {
  const ids = utterances.flatMap(utterance => bestRendering(utterance).speakers.map(({ party }) => party));
  return [...new Set(ids)].filter(id => id !== null).map(id => actorName(catalog, id));
}

const outletsIn = (utterances: readonly Utterance[]): number =>
  outletsOf(utterances.flatMap(({ renderings }) => renderings)).length;

/** One answer instead of a thread: the short part without its small print, the detail, then the small print. */
export const wholeDigest = (parent: Message, details: readonly Message[]): Message => ({
  ...parent,
  blocks: [
    ...parent.blocks.slice(0, -1),
    ...details.flatMap(each => each.blocks),
    ...parent.blocks.slice(-1),
  ],
});

/** The words behind the short message: one message for what moved, one for each topic, one for what others report. */
export function digestDetail(digest: Digest, view: DigestView): Message[] {
  const shifts = digest.shifts.flatMap(shift => shiftBlocks(shift, view));
  const moved = shifts.length > 0 ? [detail('What moved', shifts, view)] : [];
  const days = Math.max(2, Math.ceil((digest.period.until - digest.period.from) / day));
  const topics = digest.topics.map(({ topic, utterances }) =>
    detail(topicTitle(view.catalog, topic), utteranceBlocks(utterances, { topic, days }, view), view),
  );
  const reported =
    digest.reported.length > 0
      ? [detail('Reported by others', reportedBlocks(digest.reported, view), view)]
      : [];
  return [...moved, ...topics, ...reported];
}

const detail = (title: string, blocks: readonly Block[], { zone }: DigestView): Message => ({
  summary: title,
  blocks: [{ type: 'heading', text: title }, ...blocks],
  ping: [],
  zone,
});

function utteranceBlocks(
  utterances: readonly Utterance[],
  { topic, days }: { readonly topic: string; readonly days: number },
  view: DigestView,
): Block[] {
  const proposition = view.catalog.topics.get(topic)?.proposition;
  const rest = utterances.length - shownUtterances;
  const more: Line = [`${counted(rest, 'more statement')}: `, { code: `/quotes ${topic} days:${days}` }];
  return [
    ...(proposition ? [{ type: 'note', line: [`Proposition: ${proposition}`] } as const] : []),
    ...saidBlocks(utterances, view),
    ...(rest > 0 ? [{ type: 'note', line: more } as const] : []),
  ];
}

function reportedBlocks(utterances: readonly Utterance[], view: DigestView): Block[] {
  const rest = utterances.length - shownUtterances;
  const more: Block = {
    type: 'note',
    line: [`${counted(rest, 'more report')}, under `, { code: '/stance' }, ' of each topic'],
  };
  return [...saidBlocks(utterances, view), ...(rest > 0 ? [more] : [])];
}

const saidBlocks = (utterances: readonly Utterance[], view: DigestView): Block[] =>
  utterances
    .slice(0, shownUtterances)
    .flatMap(utterance => [
      ...stanceBlocks(bestRendering(utterance), view),
      ...utteranceQuote(utterance, view),
    ]);

/** What a statement says of whom on which topic, a line for each side taken; nothing where no side is taken. */
export function stanceBlocks({ stances }: Statement, { catalog }: Proof): Block[] {
  const lines = stances
    .filter(({ stance }) => stance !== 'noncommittal')
    .map(
      ({ holder, stance, topic }): Line => [
        { bold: actorName(catalog, holder) },
        ` ${stanceVerb(stance)}: ${catalog.topics.get(topic)?.proposition ?? topic}`,
      ],
    );
  return lines.map(line => ({ type: 'text', line }));
}

const stanceVerb = (stance: Stance): string =>
  stance === 'conditional' ? 'sets conditions' : stanceWord[stance];

/** `Russia on Ceasefire: opposes → conditional`. */
export function shiftLine({ holder, topic, from, to, figure }: Shift, { catalog }: Proof): Inline[] {
  const change = figure
    ? `${figureWords(figure.unit, figure.from)} → ${figureWords(figure.unit, figure.to)}`
    : `${stanceWord[from]} → ${stanceWord[to]}`;
  return [`${actorName(catalog, holder)} on ${topicTitle(catalog, topic)}: `, { bold: change }];
}

/** A shift with the words before and after. */
export function shiftBlocks(shift: Shift, view: Proof & { readonly zone: Zone }): Block[] {
  return [
    { type: 'text', line: shiftLine(shift, view) },
    { type: 'note', line: ['Before (', { date: shift.before.at, as: 'moment' }, ')'] },
    ...evidenceQuote(shift.before, view),
    { type: 'note', line: ['After (', { date: shift.after.at, as: 'moment' }, ')'] },
    ...evidenceQuote(shift.after, view),
  ];
}
