import { join } from 'node:path';
import { Piscina } from 'piscina';
import type { Mentions } from '../app/ports.ts';
import type { Reading } from '../core/statement.ts';
import type { Instant } from '../core/time.ts';
import type { DocumentWork } from '../feeds/work.ts';
import type { Setting } from '../reading/said.ts';

/** All work on strangers' documents. */
export interface Work extends DocumentWork {
  /** Rejects where the text could not be read through. */
  read(text: string, at: Instant): Promise<Reading>;
  /** What each text mentions; nothing where they could not be worked through. */
  mentions(texts: readonly string[], at: Instant): Promise<readonly Mentions[]>;
  close(): Promise<void>;
}

/** Milliseconds for one document; the worst real ones take a tenth of it. */
const usualPatience = 10_000;
const megabytes = 768;
// A document's own things are garbage once it is read. With the usual 48 MB for the young ones the process takes a hundred
// MB more, and no document is done sooner. `npm start` gives the thread at hand as little.
const youngMegabytes = 6;

/** Characters of a document that are handed over at most: each is copied, and what is longer is refused or cut anyway. */
const carried = 5_000_001;

/**
 * Work in one thread beside the bot's: a document that hangs or eats memory ends that thread, and the next document
 * gets a new one, while commands are acknowledged all along.
 */
export function workerPool(
  setting: Pick<Setting, 'catalog' | 'lexicon'>,
  { patience = usualPatience }: { patience?: number } = {},
): Work {
  const pool = new Piscina({
    filename: join(import.meta.dirname, 'jobs.ts'),
    workerData: { catalog: setting.catalog, lexicon: setting.lexicon },
    maxThreads: 1,
    minThreads: 0,
    idleTimeout: 60_000,
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: youngMegabytes },
  });
  let last: Promise<unknown> = Promise.resolve();
  // One after the other, so that the patience with one document runs neither while it waits for another nor while a new
  // thread loads what it needs.
  const inTurn = <T>(name: string, task: unknown): Promise<T> => {
    const run = last.then(async () => {
      await pool.run(null, { name: 'ready' });
      return (await pool.run(task, { name, signal: AbortSignal.timeout(patience) })) as T;
    });
    last = run.catch(() => {});
    return run;
  };
  return {
    feed: (text, origin) =>
      inTurn<Awaited<ReturnType<Work['feed']>>>('feed', { text: text.slice(0, carried), origin }).catch(
        unparsed,
      ),
    article: (html, url) =>
      inTurn<Awaited<ReturnType<Work['article']>>>('article', { html: html.slice(0, carried), url }).catch(
        () => null,
      ),
    own: item => inTurn<Awaited<ReturnType<Work['own']>>>('own', item).catch(() => nothing),
    read: (text, at) => inTurn<Reading>('read', { text, at }),
    mentions: (texts, at) =>
      inTurn<readonly Mentions[]>('mentions', { texts, at }).catch(() =>
        texts.map(() => ({ topics: [], parties: [] })),
      ),
    close: async () => {
      await last;
      await pool.destroy();
    },
  };
}

const unparsed = () =>
  ({ outcome: 'parse-error', detail: 'parsing it takes too long or too much memory' }) as const;

const nothing = { text: '', from: 'summary' } as const;
