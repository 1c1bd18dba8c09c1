import { describe, expect, it } from 'vitest';
import { posts } from '../../src/platforms/slack/render.ts';
import { askable, now, recorded, said, say } from '../support/asked.ts';
import { speakerOf, statement } from '../support/made.ts';

const words = { content: [{ start: 24, end: 47 }], quotations: [{ start: 25, end: 46 }] };

async function asked() {
  const { bot, store } = await askable();
  const hour = 3_600_000;
  await recorded(store, [
    statement({ ...words, article: 'a1', at: now - hour, stems: ['we', 'build', 'the', 'high', 'dam'] }),
    statement({
      ...words,
      article: 'a2',
      at: now - 50 * hour,
      speakers: [speakerOf.ost],
      stems: ['the', 'dam', 'is', 'high'],
    }),
  ]);
  return bot;
}

describe('/search', () => {
  it('finds words in any ending, newest first, and says how they were read', async () => {
    const shown = await said(await asked(), '/search dams');
    expect(shown).toContain('Search: dams');
    expect(shown).toContain('Looked for, in any ending: dams.');
    expect(shown.indexOf('Anna Berg')).toBeLessThan(shown.indexOf('Karl Ost'));
    expect(shown.indexOf('Karl Ost')).toBeGreaterThan(0);
    expect(shown.trimEnd()).toMatch(/As of 28 Nov 2025, 10:00 · no feed polled yet$/);
  });

  it('takes a phrase in quotation marks, and filters', async () => {
    const bot = await asked();
    const phrase = await said(bot, '/search "high dam"');
    expect(phrase).toContain('Looked for, in any ending: high dam; those in one frame side by side.');
    expect(phrase).toContain('Anna Berg');
    expect(phrase).not.toContain('Karl Ost');
    expect(await said(bot, '/search high dam')).toContain('Karl Ost');
    expect(await said(bot, '/search dam party:Sudland')).not.toContain('Anna Berg');
    expect(await said(bot, '/search dam days:1')).not.toContain('Karl Ost');
    expect(await said(bot, '/search dam topic:quota')).toContain('No statement on record.');
  });

  it('offers other ways where nothing is found', async () => {
    const shown = await said(await asked(), '/search dam bridge days:9');
    expect(shown).toContain('No statement on record in the last 9 days.');
    expect(shown).toContain('type /search dam bridge (“dam bridge” everywhere)');
    expect(shown).toContain('type /search dam days:9 (Only dam)');
    expect(await said(await asked(), '/search bridge')).toContain('type /stance bridge');
  });

  it.each(['*', '%', '"', '""', "'", '(((', '\\', '“ ”', '🕊️', '...'])(
    '%j holds no word, and gets a sentence',
    async line => {
      const { summary } = await say(await asked(), `/search ${line}`);
      expect(summary).toMatch(/There is no word to look for|\/search needs a word or phrase/);
    },
  );

  it.each(['dam*', 'd?m', "dam' OR 1=1", 'NEAR(dam high)', 'dam AND high', '{dam}:^high', 'дамба'])(
    '%j is words like any other',
    async line => {
      const message = await say(await asked(), `/search ${line}`);
      expect(message.summary).toMatch(/^Search: .*: \d statements?$/);
      expect(posts(message, []).length).toBeGreaterThan(0);
    },
  );

  it('says that stars stand for nothing', async () => {
    const shown = (await said(await asked(), '/search dam*')).replace(/\s+/g, ' ');
    expect(shown).toContain('Stars and signs stand for nothing: every ending is found without them.');
    expect(shown).toContain('Anna Berg');
    expect(await said(await asked(), '/search da*')).toContain('No statement on record.');
  });

  it('ten thousand characters are too many', async () => {
    expect((await say(await asked(), `/search ${'dam '.repeat(2_500)}`)).summary).toContain('are too many');
  });
});
