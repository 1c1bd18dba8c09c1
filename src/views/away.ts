import type { Away } from '../core/desk.ts';
import type { Inline, Line } from '../core/message.ts';

/** What keeps a rule of such a place from telling anything. */
export const awayWords = (away: Away | null): Inline[] =>
  away ? [', ', { bold: 'paused' }, ' since ', { date: away.since, as: 'moment' }, `: ${away.reason}`] : [];

/** A place, since when it takes no messages, and why. */
export const awayLine = ({ platform, to, since, reason }: Away): Line => [
  { bold: `${platform} ${to}` },
  ', since ',
  { date: since, as: 'moment' },
  `: ${reason}`,
];
