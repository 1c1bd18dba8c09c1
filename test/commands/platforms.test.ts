import { beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { familyOf } from '../../src/app/asked.ts';
import type { Bot, Store } from '../../src/app/ports.ts';
import { render } from '../../src/platforms/discord/render.ts';
import { applicationCommands } from '../../src/platforms/discord/translate.ts';
import { slackManifest } from '../../src/platforms/slack/manifest.ts';
import { posts } from '../../src/platforms/slack/render.ts';
import { expectWithinLimits } from '../platforms/discord/check.ts';
import { broken } from '../platforms/slack/check.ts';
import { askable, now, say } from '../support/asked.ts';
import { article, speakerOf, statement } from '../support/made.ts';

describe('the commands as the platforms register them', () => {
  it('have names, options and summaries that Discord takes uncut', () => {
    const registered = applicationCommands(commands, 'global');
    expect(registered.map(({ name }) => name)).toEqual([...new Set(commands.map(familyOf))]);
    for (const { name, description, options = [] } of registered) {
      expect(options.length).toBeLessThanOrEqual(25);
      for (const each of [{ name, description }, ...options]) {
        expect(each.name).toMatch(/^[-_\p{Ll}\p{N}]{1,32}$/u);
        expect(each.description.length).toBeLessThanOrEqual(100);
        expect(each.description).not.toMatch(/…$/);
      }
    }
  });

  it('stand in Slack’s manifest, except for those that Slack has itself', () => {
    const names = slackManifest(commands).features.slash_commands.map(({ command }) => command);
    expect(names).toContain('/matrix');
    expect(names).toContain('/correct');
    const families = [...new Set(commands.map(familyOf))].map(name => `/${name}`);
    expect(families.filter(name => !names.includes(name))).toEqual(['/search', '/status']);
  });
});

const scripts = [
  '@everyone <!channel> <@U1> <https://evil.example|bank> *bold* ```code``` ||x|| \u202e‮ :smile:',
  'Ми не віддамо нашу землю й ніколи цього не зробимо. '.repeat(60),
  'لن نتنازل عن أرضنا أبداً ولن نوقع على أي وثيقة. '.repeat(40),
  '和平谈判将于星期四举行'.repeat(120),
  '👩‍👩‍👧‍👦'.repeat(200),
  'word '.repeat(3_000),
];

/** Sixty statements of hostile, long and foreign words, by officials of three parties who contradict each other. */
async function fill(store: Store): Promise<void> {
  for (const [i, text] of [...scripts, ...scripts].entries()) {
    const id = `h${i}`;
    await store.articles.add(article({ id, title: text.slice(0, 300), snapshot: snapshotOf(text) }), [id]);
    const made = (['dam', 'quota', 'league-entry'] as const).flatMap((topic, j) =>
      [speakerOf.berg, speakerOf.ost, speakerOf.league].map((speaker, k) =>
        statement({
          article: id,
          topic,
          content: [{ start: 0, end: text.length }],
          quotations: [{ start: 0, end: text.length }],
          kind: (['direct', 'mixed', 'indirect'] as const)[(i + k) % 3] ?? 'direct',
          stance: (['opposes', 'supports', 'conditional'] as const)[(i + j + k) % 3] ?? 'opposes',
          speakers: [{ ...speaker, office: text.slice(0, 80) }],
          grade: k === 2 ? 'reported' : 'on-record',
          url: `https://lakeside.example/${encodeURIComponent(text.slice(0, 200))}`,
          stems: ['word', 'землю'],
          at: now - i * 86_400_000 - j * 1_000 - k,
          terms: [{ span: { start: 0, end: 1 }, kind: 'number', value: i, unit: 'troops', topic }],
          why: [text.slice(0, 500)],
        }),
      ),
    );
    await store.ledger.record(id, made, null);
  }
}

import { createHash } from 'node:crypto';

const snapshotOf = (text: string) => ({ sha256: createHash('sha256').update(text).digest('hex'), text });

describe('answers with hostile, long and foreign words', () => {
  let filled: Bot;
  beforeAll(async () => {
    const { bot, store } = await askable();
    await fill(store);
    filled = bot;
  });

  // What changes the ledger stands at the end.
  it.each([
    '/stance dam',
    '/stance League',
    '/stance Nordland as-of:2025-11-25',
    '/stance dam days:7',
    '/matrix',
    '/matrix dam',
    '/matrix lakes party:Sudland',
    '/shifts',
    '/brief days:30',
    '/quotes Berg',
    '/quotes dam page:3',
    '/search word',
    '/search "землю"',
    '/search <!channel> @everyone zzz',
    '/why latest',
    '/topics',
    '/help correct',
    '/correct latest what:withdrawn because:"<!channel> @everyone"',
  ])('%s is within the limits of Slack and Discord', async line => {
    const message = await say(filled, line);
    expect(message.summary).not.toContain('went wrong');
    for (const post of posts(message, [])) expect(broken(post)).toEqual([]);
    for (const post of render(message, [])) expectWithinLimits(post);
  });
});

describe('what a hostile feed says of itself', () => {
  const title = scripts.join(' ').slice(0, 300);
  const address = `https://pier.example/${'a`*<b>'.repeat(40)}`;
  const others = Array.from({ length: 20 }, (_, i) => `${address.repeat(8).slice(0, 1_990)}${i}`);
  const items = Array.from({ length: 20 }, () => ({ title, link: address, published: now, text: title }));
  const feed = { url: address, title, items, total: 1_000, others };
  const feedFinder = { look: async () => ({ outcome: 'found', feed }) as const };

  it.each(['/feeds try https://pier.example', '/feeds add https://pier.example', '/feeds list'])(
    '%s is within the limits of Slack and Discord',
    async line => {
      const { bot } = await askable({ feedFinder });
      for (let i = 0; i < 16; i++) {
        feed.url = `${address}${i}`;
        await say(bot, `/feeds add https://pier.example/${i} confirm:yes`);
      }
      feed.url = address;
      const message = await say(bot, line);
      expect(message.summary).not.toContain('went wrong');
      for (const post of posts(message, [])) expect(broken(post)).toEqual([]);
      for (const post of render(message, [])) expectWithinLimits(post);
    },
  );
});
