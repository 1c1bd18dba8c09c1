import { setTimeout as sleep } from 'node:timers/promises';
import type { App } from '@slack/bolt';
import type { Log } from '../../app/ports.ts';
import { minute } from '../../core/time.ts';
import type { Connection } from './connection.ts';
import { askedWait, isLasting, startError } from './faults.ts';
import { type Link, openLink } from './link.ts';
import type { SocketSettings } from './settings.ts';

/** Links held at the same time, so that one that breaks leaves another: Slack allows ten, and uses each for some. */
const seats = 2;
const longestPause = 5 * minute;

/**
 * Socket Mode over two links, each replaced before Slack takes it down. Bolt's own reconnecting is off: it waits five
 * seconds after every refresh, in which slash commands are lost, and a refusal or a network failure on the way back is an
 * unhandled rejection that ends the process.
 */
export function socketMode(settings: SocketSettings, log: Log): Connection {
  const closed = new AbortController();
  const { signal } = closed;
  const links = new Set<Link>();
  let app: App | null = null;
  let paused = false;

  async function open(): Promise<Link> {
    if (!app) throw new Error('a link was opened before Bolt was ready');
    const link = await openLink(settings, app, log);
    if (signal.aborted) link.end();
    links.add(link);
    void link.ended.then(() => links.delete(link));
    return link;
  }

  /** A link, however long it takes; null where the bot stops meanwhile. */
  async function opened(): Promise<Link | null> {
    for (let failures = 0, wait = 0; !signal.aborted; failures++) {
      try {
        await sleep(wait, undefined, { signal });
        const link = await open();
        log.info('slack link opened', { failures });
        paused = false;
        return link;
      } catch (error) {
        wait = Math.max(askedWait(error), Math.min(1_000 * 2 ** failures, longestPause));
        if (!signal.aborted) report(error, failures + 1, wait);
      }
    }
    return null;
  }

  function report(error: unknown, failures: number, wait: number): void {
    const { message } = startError(error, settings.apiUrl, 'SLACK_APP_TOKEN');
    if (links.size > 0 || !isLasting(error)) {
      log.error('slack not reconnected', { failures, wait, error: message });
    } else if (!paused) {
      paused = true;
      log.error('slack paused', { error: message, meanwhile: 'nothing is answered in Slack; tried again' });
    }
  }

  /** Holds one seat: the next link stands before the one that leaves is closed. */
  async function hold(first: Link | null): Promise<void> {
    for (let link = first ?? (await opened()); link; ) {
      await link.leaving;
      const next = await opened();
      link.endSoon();
      link = next;
    }
  }

  return {
    receiver: {
      init: given => {
        app = given;
      },
      start: async () => {},
      stop: async () => {},
    },
    async open() {
      try {
        void hold(await open());
      } catch (error) {
        throw startError(error, settings.apiUrl, 'SLACK_APP_TOKEN');
      }
      for (let seat = 1; seat < seats; seat++) void hold(null);
    },
    async close() {
      closed.abort();
      const gone = [...links].map(link => link.end());
      await Promise.race([Promise.all(gone), sleep(1_000, undefined, { ref: false })]);
    },
  };
}
