import { describe, expect, it } from 'vitest';
import { type FeedState, unpolled } from '../../src/core/feed.ts';
import { feedHealth, pulse } from '../../src/core/health.ts';
import { plain } from '../../src/core/message.ts';
import { day, hour, minute, shownMoment } from '../../src/core/time.ts';
import { statusMessage } from '../../src/views/status.ts';
import { at, lakes } from '../support/made.ts';

const now = at('2025-11-28T08:00Z');

function shown(...states: readonly Partial<FeedState>[]): string {
  const all = states.map(state => ({ ...unpolled('lakeside-world'), polledAt: now, nextAt: now, ...state }));
  const catalog = lakes();
  const message = statusMessage({
    catalog,
    feeds: feedHealth(all, catalog),
    pulse: pulse(all, catalog, now),
    states: all,
    held: { statements: 3, articles: 2 },
    ...{ paused: [], waiting: [], parked: [], away: [], zone: 'Europe/Kyiv', now },
  });
  const lines = message.blocks.flatMap(block => {
    if (block.type === 'table') return block.rows.flat();
    return block.type === 'text' ? [block.line] : [];
  });
  return lines.map(line => plain(line, each => shownMoment(each, 'Europe/Kyiv'))).join('\n');
}

describe('/status', () => {
  it('says of a feed that it is silent for longer than usual', () => {
    const quiet = { outcome: 'ok', rhythm: minute, lastNew: now - 2 * day } as const;
    expect(shown(quiet)).toContain('silent for longer than usual');
    expect(shown({ ...quiet, lastNew: now - hour })).not.toContain('silent');
  });

  it('says what a pause means', () => {
    const gone = { outcome: 'gone', detail: 'HTTP 410 Gone', pausedSince: now } as const;
    expect(shown(gone)).toContain('gone: HTTP 410 Gone (paused: asked once a week)');
  });

  it('says where nothing is fetched anywhere', () => {
    const failing = { outcome: 'timeout', detail: 'no answer', failingSince: now - 3 * hour } as const;
    expect(shown({ ...failing, lastOk: now - 4 * hour })).toContain(
      'Nothing was fetched since 28 Nov 2025, 06:00. Look at the network and the log of this machine.',
    );
    expect(shown(failing)).toContain('Nothing was fetched yet.');
    expect(shown({ outcome: 'ok' })).not.toContain('Nothing was fetched');
  });
});
