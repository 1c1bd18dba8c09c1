import type { Actor } from '../core/actor.ts';
import type { FeedHealth } from '../core/health.ts';
import type { Block, Line, Message } from '../core/message.ts';
import type { Position } from '../core/position.ts';
import { day, type Instant, shownAge, type Zone } from '../core/time.ts';
import type { Topic } from '../core/topic.ts';
import type { Utterance } from '../core/utterance.ts';
import { footer } from './footer.ts';
import { evidenceQuote, type Proof, utteranceQuote } from './proof.ts';
import { actorName, counted, listed, stanceSign, stanceWord, topicTitle } from './words.ts';

export interface StanceView extends Proof {
  readonly feeds: FeedHealth;
  readonly zone: Zone;
  readonly now: Instant;
}

/** What a question about stance found: the two readings of a word are kept apart. */
export interface StanceAnswer {
  readonly words: string;
  /** Where the word names topics: what each party holds on them, and what others say of a party's position. */
  readonly on: readonly TopicAnswer[];
  /** Where the word names somebody: what they have said themselves. */
  readonly by: ActorAnswer | null;
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
}

const shownReported = 2;
const shownSaid = 4;
const old = 30 * day;

export function stanceMessage(answer: StanceAnswer, view: StanceView): Message {
  const blocks: Block[] = [
    { type: 'heading', text: `Stance: ${title(answer, view)}` },
    ...readings(answer),
    ...answer.on.flatMap(each => topicBlocks(each, view)),
    ...(answer.by ? actorBlocks(answer.by, answer.on.length > 0, view) : []),
    footer(view.feeds, view.now),
  ];
  return { summary: summary(answer, view), blocks, ping: [], zone: view.zone };
}

function title({ words, on, by }: StanceAnswer, { catalog }: StanceView): string {
  const [only] = on;
  if (on.length === 1 && only && !by) return topicTitle(catalog, only.topic.id);
  return by && on.length === 0 ? by.actor.name : words;
}

function summary(answer: StanceAnswer, view: StanceView): string {
  const held = answer.on.flatMap(({ positions }) => positions);
  const parties = new Set(
    [...held, ...(answer.by?.positions ?? [])].map(({ holder }) => actorName(view.catalog, holder)),
  );
  const found = parties.size > 0 ? `positions of ${listed([...parties])}` : 'no statement on record';
  return `Stance on ${title(answer, view)}: ${found}`;
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

function topicBlocks({ topic, positions, silent, reported }: TopicAnswer, view: StanceView): Block[] {
  const kind = topic.descriptive ? 'Descriptive topic, no stance is taken on it' : 'Proposition';
  return [
    { type: 'divider' },
    { type: 'heading', text: topic.title },
    { type: 'note', line: [`${kind}: ${topic.proposition}`] },
    ...positions.flatMap(position => [
      positionLine(position, actorName(view.catalog, position.holder), view),
      ...evidenceQuotes(position, view),
    ]),
    ...reportedBlocks(reported, view),
    ...silentBlocks(silent),
  ];
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

/** `✗ Russia opposes, since 27 Nov 2025 · 3 statements, the latest 2 days ago · before: conditional`. */
function positionLine(position: Position, name: string, view: StanceView): Block {
  const { stance, since, count, latest, previous } = position;
  const line: Line = [
    `${stanceSign[stance]} `,
    { bold: `${name}: ${stanceWord[stance]}` },
    ', since ',
    { date: since, as: 'day' },
    ` · ${count === 1 ? 'a single statement' : counted(count, 'statement')}, the latest ${shownAge(latest, view.now)} ago`,
    ...(view.now - latest > old ? [' (old)'] : []),
    ...(previous ? [` · before: ${stanceWord[previous.stance]}`] : []),
  ];
  return { type: 'text', line };
}

const evidenceQuotes = ({ evidence }: Position, view: StanceView): Block[] => {
  const [newest] = evidence;
  return newest ? evidenceQuote(newest, view) : [];
};

function actorBlocks({ actor, positions, said }: ActorAnswer, second: boolean, view: StanceView): Block[] {
  const heading: Block[] = second
    ? [{ type: 'divider' }, { type: 'heading', text: `What ${actor.name} itself has said` }]
    : [];
  if (positions.length === 0 && said.length === 0) {
    return [...heading, { type: 'text', line: [`${actor.name}: no statement on record.`] }];
  }
  const held = positions.flatMap(position => [
    positionLine(position, topicTitle(view.catalog, position.topic), view),
    ...evidenceQuotes(position, view),
  ]);
  const shown = new Set(positions.flatMap(({ evidence }) => evidence.slice(0, 1).map(({ ref }) => ref)));
  const further = said
    .filter(({ renderings }) => !renderings.some(({ ref }) => shown.has(ref)))
    .slice(0, shownSaid);
  const more: Block[] = further.length > 0 ? [{ type: 'text', line: [{ bold: 'Also said' }] }] : [];
  return [...heading, ...held, ...more, ...further.flatMap(utterance => utteranceQuote(utterance, view))];
}
