import { describe, expect, it } from 'vitest';
import { render } from '../../src/platforms/discord/render.ts';
import { posts } from '../../src/platforms/slack/render.ts';
import { askable, recorded, said, say } from '../support/asked.ts';
import { at, speakerOf, statement } from '../support/made.ts';

async function asked() {
  const { bot, store } = await askable();
  await recorded(store, [
    statement({ at: at('2025-10-01'), stance: 'supports' }),
    statement({ at: at('2025-11-26'), stance: 'opposes' }),
    statement({ topic: 'quota', speakers: [speakerOf.ost], at: at('2025-11-27'), stance: 'conditional' }),
    statement({ topic: 'quota', at: at('2025-09-01'), stance: 'noncommittal' }),
  ]);
  return bot;
}

describe('/matrix', () => {
  it('shows stance, age and count of each party on each topic, and who is silent', async () => {
    const shown = await said(await asked(), '/matrix');
    expect(shown).toContain('  Topic        Nordland    Sudland\n');
    expect(shown).toContain('  The dam      ✗ 2d (2)    ·\n');
    expect(shown).toContain('  Water quota  – 88d! (1)  ◐ 32h (1)\n');
    expect(shown).toContain('No statement on record by League; on Entry to the League.');
    expect(shown).toContain('◐ conditional, – noncommittal, · no statement on record');
    expect(shown).toContain('type /stance quota (Water quota)');
    expect(shown.trimEnd()).toMatch(/As of 28 Nov 2025, 10:00 · no feed polled yet$/);
  });

  it('goes back to the end of a day', async () => {
    const shown = await said(await asked(), '/matrix dam as-of:2025-10-02');
    expect(shown).toContain('Matrix: The dam, as of 2025-10-02');
    expect(shown).toContain('The dam  ✓ 2d (1)');
    expect(shown).toContain('type /stance dam as-of:2025-10-02 (The dam)');
    expect(shown).toContain('As of the end of 2025-10-02, asked 28 Nov 2025, 10:00');
  });

  it('shows one party in words', async () => {
    const shown = (await said(await asked(), '/matrix Water party:Nordland')).replace(/ +/g, ' ');
    expect(shown).toContain('The dam ✗ opposes 26 Nov 2025 2d 2 supports');
    expect(shown).toContain('type /stance dam party:Nordland (The dam)');
  });

  it('says when there is nothing, and what may have been meant', async () => {
    const { bot } = await askable();
    expect(await said(bot, '/matrix')).toContain('No statement on record.');
    expect((await say(bot, '/matrix Watr')).summary).toContain('Did you mean Water?');
    expect((await say(bot, '/matrix dam as-of:2025-02-30')).summary).toContain('no such date as 2025-02-30');
    expect((await say(bot, '/matrix dam as-of:2026-01-01')).summary).toContain('has not come yet');
  });

  it('is one table on Slack and a code block on Discord, small print above the buttons', async () => {
    const message = await say(await asked(), '/matrix');
    const [slack, ...more] = posts(message, []);
    expect(more).toEqual([]);
    expect(slack?.blocks.filter(({ type }) => type === 'table')).toHaveLength(1);
    const [discord] = render(message, []);
    expect(discord?.embeds?.map(({ description = '' }) => description).join()).toMatch(/```[\s\S]*As of/);
  });
});
