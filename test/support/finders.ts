import type { AnswerTools } from '../../src/app/answer.ts';
import { type Config, loadConfig } from '../../src/config/load.ts';
import { fetcher } from '../../src/feeds/fetch.ts';
import { feedFinder } from '../../src/feeds/finder.ts';
import { workHere } from '../../src/worker/here.ts';
import { lakes } from './made.ts';

type Finders = Pick<AnswerTools, 'feedFinder' | 'mentionFinder'>;

let loaded: Config['lexicon'] | null = null;

/** Reading the shipped configuration takes a quarter of a second: once is enough. */
function lexicon(): Config['lexicon'] {
  loaded ??= loadConfig('config', { variable: () => null }).lexicon;
  return loaded;
}

/** The real finders of feeds and mentions, in this thread. No name leads anywhere: only `hosts` can be reached. */
export function finders(hosts: readonly string[]): Finders {
  const unknown = Object.assign(new Error('no names in tests'), { code: 'ENOTFOUND' });
  const fetching = fetcher({
    ...{ userAgent: 'attache-test/1 (+https://example.org)', allowHosts: hosts, spacing: 0 },
    resolve: (_name, _options, found) => found(unknown, []),
  });
  return {
    feedFinder: feedFinder(fetching),
    mentionFinder: {
      mentions: (texts, at) => workHere({ catalog: lakes(), lexicon: lexicon() }).mentions(texts, at),
    },
  };
}
