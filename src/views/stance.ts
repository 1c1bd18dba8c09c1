import type { Actor } from '../core/actor.ts';
import type { FeedHealth } from '../core/health.ts';
import type { Block, Message } from '../core/message.ts';
import { type Page, paged } from '../core/page.ts';
import type { Position, Shift } from '../core/position.ts';
import type { Instant, Zone } from '../core/time.ts';
import type { Topic } from '../core/topic.ts';
import type { Utterance } from '../core/utterance.ts';
import { footer } from './footer.ts';
import { type Asked, pager } from './pager.ts';
import { type PositionView, positionBlocks } from './position.ts';
import { utteranceQuote } from './proof.ts';
import { actorName, counted, listed, topicTitle } from './words.ts';

export interface StanceView extends PositionView {
  readonly feeds: FeedHealth;
  readonly zone: Zone;
  readonly now: Instant;
  readonly asked: Asked;
  readonly page: Page;
  /** The date that was asked for; null: now. */
  readonly asOf: string | null;
  /** How far back, where that was narrowed. */
  readonly days: number | null;
}

/** What a question about stance found: the two readings of a word are kept apart. */
export interface StanceAnswer {
  readonly words: string;
  /** Where the word names topics: what each party holds on them, and what others say of a party's position. */
  readonly on: readonly TopicAnswer[];
  /** Where the word names somebody: what they have said themselves. */
  readonly by: ActorAnswer | null;
  /** The changes of figures, newest first. */
  readonly figureShifts: readonly Shift[];
}

export interface TopicAnswer {
  readonly topic: Topic;
  readonly positions: readonly Position[];
  /** Parties that were asked for and have said nothing on the topic. */
  readonly silent: readonly Actor[];
  readonly reported: readonly Utterance[];
}

export interface ActorAnswer {
  readonly actor: Actor;
  readonly positions: readonly Position[];
  /** What was said on tracked topics, newest first. */
  readonly said: readonly Utterance[];
  /** What others say of the actor's position, newest first. */
  readonly reported: readonly Utterance[];
}

/** How many reports of a topic or of somebody's position are shown. */
export const shownReported = 2;
const shownSaid = 4;
const shownPositions = 20;

export function stanceMessage(answer: StanceAnswer, view: StanceView): Message {
  const parts = [...onParts(answer, view), ...actorParts(answer, view)];
  const shown = paged(parts, view.page.number, shownPositions);
  const heading = `Stance: ${title(answer, view)}${when(view)}`;
  const blocks: Block[] = [
    { type: 'heading', text: heading },
    ...readings(answer),
    ...shown.items.flatMap(({ lead, blocks }, i) => [
      ...(i === 0 || lead.first ? lead.blocks : []),
      ...blocks,
    ]),
    ...pager(shown, view.asked, { until: view.page.until, by: 'list' }),
    footer(view.feeds, view.now, view.asOf),
  ];
  return { summary: summary(heading, answer, view), blocks, ping: [], zone: view.zone };
}

/** One position, or one place without any, under the heading it belongs to: what pages are counted in. */
interface Part {
  readonly lead: { readonly first: boolean; readonly blocks: readonly Block[] };
  readonly blocks: readonly Block[];
}

/** The last part carries what stands below all positions. */
function partsOf(lead: readonly Block[], positions: readonly Block[][], tail: readonly Block[]): Part[] {
  const all = positions.length > 0 ? positions : [[]];
  return all.map((blocks, i) => ({
    lead: { first: i === 0, blocks: lead },
    blocks: i === all.length - 1 ? [...blocks, ...tail] : blocks,
  }));
}

function title({ words, on, by }: StanceAnswer, { catalog }: StanceView): string {
  const [only] = on;
  if (on.length === 1 && only && !by) return topicTitle(catalog, only.topic.id);
  return by && on.length === 0 ? by.actor.name : words;
}

function when({ asOf, days }: StanceView): string {
  const end = asOf === null ? '' : `, as of ${asOf}`;
  return days === null ? end : `${end}, ${counted(days, 'day')} only`;
}

function summary(heading: string, answer: StanceAnswer, view: StanceView): string {
  const held = answer.on.flatMap(({ positions }) => positions);
  const parties = new Set(
    [...held, ...(answer.by?.positions ?? [])].map(({ holder }) => actorName(view.catalog, holder)),
  );
  return `${heading}: ${parties.size > 0 ? `positions of ${listed([...parties])}` : 'no statement on record'}`;
}

/** A word that is both a topic and somebody is answered both ways, and says so. */
function readings({ words, on, by }: StanceAnswer): Block[] {
  if (on.length === 0 || !by) return [];
  const topics = listed(on.map(({ topic }) => topic.title));
  const line = [
    `“${words}” has two readings here. First: what the parties hold on ${topics}. Then: what ${by.actor.name} itself has said.`,
  ];
  return [{ type: 'text', line }];
}

/** Topics on which nobody has said anything are told in one line, where there are several. */
function onParts(answer: StanceAnswer, view: StanceView): Part[] {
  const isSilent = ({ positions, reported }: TopicAnswer): boolean =>
    positions.length + reported.length === 0;
  const silent = answer.on.filter(isSilent);
  if (silent.length < 2) return answer.on.flatMap(each => topicParts(each, answer, view));
  const spoken = answer.on.filter(each => !isSilent(each));
  return [...spoken.flatMap(each => topicParts(each, answer, view)), ...partsOf([], [], unspoken(silent))];
}

function unspoken(topics: readonly TopicAnswer[]): Block[] {
  const titles = listed(topics.map(({ topic }) => topic.title));
  const [only, ...others] = topics[0]?.silent ?? [];
  const who = only && others.length === 0 ? `${only.name}: no` : 'No party has a';
  return [{ type: 'divider' }, { type: 'text', line: [`${who} statement on record on ${titles}.`] }];
}

function topicParts(
  { topic, positions, silent, reported }: TopicAnswer,
  { figureShifts }: StanceAnswer,
  view: StanceView,
): Part[] {
  const kind = topic.descriptive ? 'Descriptive topic, no stance is taken on it' : 'Proposition';
  const lead: Block[] = [
    { type: 'divider' },
    { type: 'heading', text: topic.title },
    { type: 'note', line: [`${kind}: ${topic.proposition}`] },
  ];
  const held = positions.map(position =>
    positionBlocks(position, actorName(view.catalog, position.holder), figureShifts, view),
  );
  return partsOf(lead, held, [...reportedBlocks(reported, view), ...silentBlocks(silent)]);
}

function silentBlocks(silent: readonly Actor[]): Block[] {
  if (silent.length === 0) return [];
  return [{ type: 'text', line: [`${listed(silent.map(({ name }) => name))}: no statement on record.`] }];
}

function reportedBlocks(reported: readonly Utterance[], view: StanceView): Block[] {
  if (reported.length === 0) return [];
  const lead: Block = { type: 'text', line: [{ bold: 'Reported by others' }, ' (sets no position)'] };
  return [lead, ...reported.slice(0, shownReported).flatMap(utterance => utteranceQuote(utterance, view))];
}

function actorParts({ by, on, figureShifts }: StanceAnswer, view: StanceView): Part[] {
  if (!by) return [];
  const { actor, positions, said, reported } = by;
  const lead: Block[] =
    on.length > 0
      ? [{ type: 'divider' }, { type: 'heading', text: `What ${actor.name} itself has said` }]
      : [];
  const held = positions.map(position =>
    positionBlocks(position, topicTitle(view.catalog, position.topic), figureShifts, view),
  );
  const silent: Block[] = [{ type: 'text', line: [`${actor.name}: no statement on record.`] }];
  const isSilent = positions.length === 0 && said.length === 0;
  const tail = [...(isSilent ? silent : alsoSaid(by, view)), ...reportedBlocks(reported, view)];
  return partsOf(lead, held, tail);
}

function alsoSaid(by: ActorAnswer, view: StanceView): Block[] {
  const further = furtherSaid(by);
  const more: Block[] = further.length > 0 ? [{ type: 'text', line: [{ bold: 'Also said' }] }] : [];
  return [...more, ...further.flatMap(utterance => utteranceQuote(utterance, view))];
}

/** The newest utterances beside those on which positions rest. */
export function furtherSaid({ positions, said }: ActorAnswer): Utterance[] {
  const shown = new Set(positions.flatMap(({ evidence }) => evidence.map(({ ref }) => ref)));
  return said.filter(({ renderings }) => !renderings.some(({ ref }) => shown.has(ref))).slice(0, shownSaid);
}
