import type { FeedHealth } from '../core/health.ts';
import type { Block, Inline } from '../core/message.ts';
import type { Instant } from '../core/time.ts';

const named = 3;

/** How fresh an answer is and how many feeds stand behind it: under every answer. `asOf`: the day it was asked for. */
export function footer(feeds: FeedHealth, now: Instant, asOf: string | null = null): Block {
  const moment: Inline = { date: now, as: 'moment' };
  const fresh: Inline[] = asOf === null ? ['As of ', moment] : [`As of the end of ${asOf}, asked `, moment];
  return { type: 'note', line: [...fresh, ' · ', ...feedLine(feeds)] };
}

/** `18 of 20 feeds well; TASS failing since …`. */
export function feedLine({ well, polled, failing }: FeedHealth): Inline[] {
  if (polled === 0) return ['no feed polled yet'];
  const shown = failing
    .slice(0, named)
    .flatMap(({ outlet, since, detail }): Inline[] => [
      `; ${outlet} failing`,
      ...(since === null ? [] : [' since ', { date: since, as: 'moment' } as const]),
      ` (${detail})`,
    ]);
  const rest: Inline[] =
    failing.length > named ? [`; and ${failing.length - named} more: `, { code: '/status' }] : [];
  return [`${well} of ${polled} feeds well`, ...shown, ...rest];
}
