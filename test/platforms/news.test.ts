import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Audience } from '../../src/core/desk.ts';
import type { Message } from '../../src/core/message.ts';
import { render } from '../../src/platforms/discord/render.ts';
import { posts } from '../../src/platforms/slack/render.ts';
import { rendered } from '../../src/platforms/terminal/render.ts';
import { anyNews } from '../support/hostile-news.ts';
import { expectWithinLimits } from './discord/check.ts';
import {
  badCuts,
  discordQuotations,
  quoted,
  type Shown,
  slackQuotations,
  solid,
  terminalQuotations,
} from './quotations.ts';
import { broken } from './slack/check.ts';

const audiences: readonly Audience[] = [
  { id: 'desk', name: 'Desk', slack: 'S0DESK', discord: '400000000000000001' },
  { id: 'editor', name: 'Editor @here', slack: 'U0EDITOR', discord: '400000000000000002' },
  { id: 'night', name: '<!channel> @everyone', slack: null, discord: null },
];
const look = { colour: false, width: 100 };
const names = new Map(audiences.map(({ id, name }) => [id, name]));

/** Digests, alerts and answers of one batch of news; with SLOW=1, and in the round of CI, of many more. */
const numRuns = process.env.SLOW ? 100 : 12;

const everyMessage = (check: (message: Message) => void): void =>
  fc.assert(
    fc.property(anyNews, all => {
      for (const message of all) check(message);
    }),
    { numRuns },
  );

/** Every word is shown, and every cut stands where one may and is marked: unmarked, one would make two quotations. */
function expectWhole(message: Message, shown: readonly Shown[], longest: number): void {
  const said = quoted(message);
  expect(shown.map(pieces => solid(pieces.join('')))).toEqual(said.map(solid));
  expect(said.flatMap((text, n) => badCuts(text, shown[n] ?? [], longest))).toEqual([]);
}

describe('digests, alerts and answers of any words', { timeout: 120_000 }, () => {
  it('on Slack', () =>
    everyMessage(message => {
      const all = posts(message, audiences);
      for (const post of all) expect(broken(post)).toEqual([]);
      expectWhole(message, slackQuotations(all), 2_900);
      const called = JSON.stringify(all).match(/<(?:[@#]|!(?!date\^\d+\^))[^>]*>/g) ?? [];
      const wanted = { desk: '<!subteam^S0DESK>', editor: '<@U0EDITOR>' };
      expect(called).toEqual(
        Object.entries(wanted).flatMap(([id, token]) => (message.ping.includes(id) ? [token] : [])),
      );
      expect(JSON.stringify(all).isWellFormed()).toBe(true);
    }));

  it('on Discord', () =>
    everyMessage(message => {
      const all = render(message, audiences);
      for (const post of all) expectWithinLimits(post);
      expectWhole(message, discordQuotations(all), 1_000);
      const roles = audiences.flatMap(({ id, discord }) =>
        discord && message.ping.includes(id) ? [discord] : [],
      );
      expect(all.map(post => post.allowed_mentions)).toEqual(
        all.map((_, n) => ({ parse: [], roles: n === 0 ? roles : [] })),
      );
      const markup = all.map(({ content = '' }) => content.replace(/\\[^\p{L}\p{N}\s]/gu, '')).join('\n');
      expect(markup.match(/<[@#][^>]*>|@everyone|@here/g) ?? []).toEqual(roles.map(role => `<@&${role}>`));
    }));

  it('at the terminal', () =>
    everyMessage(message => {
      const text = rendered(message, look, names);
      expectWhole(message, terminalQuotations(text), 0);
      expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      expect(text.isWellFormed()).toBe(true);
      const calls = message.ping.map(id => `@${names.get(id) ?? id}`);
      if (calls.length > 0) expect(text.startsWith(`${calls.join(' ')}\n`)).toBe(true);
    }));
});
