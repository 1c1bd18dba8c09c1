import { type FeedState, isWell } from './feed.ts';
import { hour, type Instant } from './time.ts';

/** What the managers were last told of each feed that is not well. A feed that is not named is well, as far as they know. */
export type Told = Readonly<Record<string, 'failing' | 'paused'>>;

/** What they are to be told now, once. */
export interface Notices {
  readonly failing: readonly FeedState[];
  readonly paused: readonly FeedState[];
  readonly back: readonly FeedState[];
  readonly told: Told;
}

/** Milliseconds of failing before it is worth a word: most failures are over by then. */
const long = 6 * hour;

/**
 * One word when a feed has failed for long or is paused, one when it is back, none in between. `states` are those of
 * the feeds that are configured: of others nothing is told any more.
 */
export function notices(states: readonly FeedState[], told: Told, now: Instant): Notices {
  const paused = states.filter(state => state.pausedSince !== null && told[state.feed] !== 'paused');
  const failing = states.filter(state => isLong(state, now) && told[state.feed] === undefined);
  const back = states.filter(({ feed, outcome }) => outcome && isWell(outcome) && told[feed] !== undefined);
  const before = states.flatMap(({ feed }) => (told[feed] ? [[feed, told[feed]] as const] : []));
  const known = new Map(before);
  for (const { feed } of failing) known.set(feed, 'failing');
  for (const { feed } of paused) known.set(feed, 'paused');
  for (const { feed } of back) known.delete(feed);
  return { failing, paused, back, told: Object.fromEntries([...known].sort()) };
}

const isLong = ({ pausedSince, failingSince }: FeedState, now: Instant): boolean =>
  pausedSince === null && failingSince !== null && now - failingSince >= long;
