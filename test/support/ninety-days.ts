import type { Kind, Speaker, Stance, Statement } from '../../src/core/statement.ts';
import { day, hour, type Instant } from '../../src/core/time.ts';
import { at, statement } from './made.ts';

/** What was planted in a ledger of ninety days, and the ledger in the order of arrival. */
export interface NinetyDays {
  readonly statements: readonly Statement[];
  readonly shifts: readonly Planted[];
  readonly splits: readonly Planted[];
  readonly repetitions: number;
  /** Paraphrases that say the opposite of what was said. */
  readonly misread: number;
}

export interface Planted {
  readonly topic: string;
  readonly holder: string;
  readonly stance: Stance;
  readonly at: Instant;
}

/** A cell of the matrix while the ledger is written. */
interface Cell {
  readonly topic: string;
  readonly holder: string;
  /** The officials who have spoken, the first of them for the position. */
  readonly officials: readonly Speaker[];
  stance: Stance;
  /** The day on which the next thing may be said. */
  next: number;
}

const start = at('2025-09-01');
const length = 90;
const parties = ['nordland', 'sudland', 'league', 'westmark'];
const topics = ['dam', 'quota', 'league-entry', 'inspectors', 'border'];
const outlets = ['lakeside', 'gazette', 'courier', 'herald', 'wire'];
const sides = ['supports', 'opposes', 'conditional'] as const;

/** Numbers from 0 to 1 that follow from the seed alone (mulberry32). */
function chanceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const officialsOf = (party: string): Speaker[] =>
  ['President', 'Foreign Minister', 'Spokeswoman'].map(title => ({
    name: `${title} of ${party}`,
    actor: `${party}-${title.toLowerCase().replace(' ', '-')}`,
    party,
    office: `${title} of ${party}`,
  }));

/** The same seed gives the same ledger: 12 shifts, 6 splits and 60 repetitions among all that is noise. */
export function ninetyDays(seed: number): NinetyDays {
  const chance = chanceOf(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(chance() * from.length)] as T;
  const statements: Statement[] = [];
  const [shifts, splits]: [Planted[], Planted[]] = [[], []];
  let [repetitions, misread, articles] = [0, 0, 0];

  const write = (given: Parameters<typeof statement>[0], when: Instant): void => {
    articles += 1;
    const made = statement({ outlet: pick(outlets), ...given, at: when });
    statements.push({ ...made, ref: `s${articles}`, article: `a${articles}` });
  };

  /** One utterance as one to four outlets report it; the first quotes it where that matters. */
  const utter = (cell: Cell, speaker: Speaker, stance: Stance, when: Instant, isQuoted: boolean): void => {
    const renderings = 1 + Math.floor(chance() * 4);
    for (let index = 0; index < renderings; index++) {
      const kind: Kind =
        index === 0 && isQuoted
          ? pick(['direct', 'mixed'])
          : pick(['direct', 'mixed', 'indirect', 'indirect']);
      const isMisread = kind === 'indirect' && stance !== 'noncommittal' && chance() < 0.05;
      if (isMisread) misread += 1;
      const understood = isMisread ? pick(sides.filter(each => each !== stance)) : stance;
      write(
        { kind, topic: cell.topic, speakers: [speaker], stance: understood },
        when + index * chance() * 3 * hour,
      );
    }
  };

  const noise = (cell: Cell, when: Instant): void => {
    const [speaker, other] = [
      pick(cell.officials),
      pick(officialsOf(pick(parties.filter(each => each !== cell.holder)))),
    ];
    const stances = [{ topic: cell.topic, holder: cell.holder, stance: pick(sides), why: [] }];
    const stance = pick(sides);
    const topic = cell.topic;
    const kinds = [
      () => utter(cell, speaker, 'noncommittal', when, chance() < 0.5),
      () => write({ speakers: [other], stances, topics: [topic], grade: 'reported' }, when),
      () => write({ speakers: [speaker], stance, topic, grade: 'anonymous' }, when),
      () => write({ speakers: [speaker], stance, topic, layer: 'heading' }, when),
      () => write({ speakers: [speaker], stance, topic, standing: 'withdrawn' }, when),
    ];
    pick(kinds)();
  };

  /** Morning to evening of a day, so that no report passes midnight. */
  const clock = (dayNumber: number): Instant => start + dayNumber * day + (6 + chance() * 6) * hour;

  const cells = parties.flatMap(holder =>
    topics.map(
      (topic): Cell => ({ topic, holder, officials: officialsOf(holder), stance: pick(sides), next: 0 }),
    ),
  );
  const speakerOf = ({ officials: [first] }: Cell): Speaker => first as Speaker;
  for (const cell of cells) {
    const first = Math.floor(chance() * 10);
    utter(cell, speakerOf(cell), cell.stance, clock(first), true);
    cell.next = first + 1;
  }

  const free = (days: number): Cell => pick(cells.filter(({ next }) => next + days < length));
  const acts: (() => void)[] = [
    ...Array.from({ length: 12 }, () => () => {
      const cell = free(6);
      const when = clock(cell.next + Math.floor(chance() * 5));
      cell.stance = pick(sides.filter(each => each !== cell.stance));
      utter(cell, speakerOf(cell), cell.stance, when, true);
      shifts.push({ topic: cell.topic, holder: cell.holder, stance: cell.stance, at: when });
      cell.next = Math.floor((when - start) / day) + 1;
    }),
    ...Array.from({ length: 6 }, () => () => {
      const cell = free(16);
      const first = cell.next + Math.floor(chance() * 4);
      utter(cell, speakerOf(cell), cell.stance, clock(first), true);
      const when = clock(first + Math.floor(chance() * 6));
      const stance = pick(sides.filter(each => each !== cell.stance));
      utter(cell, pick(cell.officials.slice(1)), stance, when, true);
      splits.push({ topic: cell.topic, holder: cell.holder, stance, at: when });
      const again = Math.floor((when - start) / day) + 1 + Math.floor(chance() * 4);
      if (chance() < 0.5) utter(cell, speakerOf(cell), cell.stance, clock(again), true);
      cell.next = again + 8;
    }),
    ...Array.from({ length: 60 }, () => () => {
      const cell = free(2);
      utter(
        cell,
        chance() < 0.7 ? speakerOf(cell) : pick(cell.officials),
        cell.stance,
        clock(cell.next),
        chance() < 0.7,
      );
      repetitions += 1;
      cell.next += 1 + Math.floor(chance() * 6);
    }),
    ...Array.from({ length: 120 }, () => () => noise(pick(cells), clock(Math.floor(chance() * length)))),
  ];
  for (const act of shuffled(acts, chance)) act();
  return { statements: shuffled(statements, chance), shifts, splits, repetitions, misread };
}

function shuffled<T>(all: readonly T[], chance: () => number): T[] {
  return all
    .map(each => ({ each, place: chance() }))
    .sort((a, b) => a.place - b.place)
    .map(({ each }) => each);
}
