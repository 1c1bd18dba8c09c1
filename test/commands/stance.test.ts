import { describe, expect, it } from 'vitest';
import { askable, recorded, said, say } from '../support/asked.ts';
import { at, speakerOf, statement } from '../support/made.ts';

const words = { content: [{ start: 24, end: 47 }], quotations: [{ start: 25, end: 46 }] };

describe('/stance', () => {
  it('answers both readings of a word and says so', async () => {
    const { bot, store } = await askable();
    await recorded(store, [
      statement({ ...words, topic: 'league-entry', stance: 'opposes' }),
      statement({ ...words, topic: 'dam', speakers: [speakerOf.league], stance: 'supports' }),
    ]);
    const shown = await said(bot, '/stance League');
    expect(shown).toContain('“League” has two readings here');
    const [on = '', by = ''] = shown.split('What League itself has said');
    expect(on).toContain('✗ Nordland: opposes');
    expect(on).toContain('“We will not build it,”');
    expect(on).toContain('Sudland and League: no statement on record.');
    expect(by).toContain('✓ The dam: supports');
  });

  it('shows outlet, date, link and ref under every claim', async () => {
    const { bot, store } = await askable();
    const made = statement({ ...words });
    await recorded(store, [made]);
    const shown = await said(bot, '/stance dam');
    expect(shown).toContain(
      'Nordland · Anna Berg, Water Minister of Nordland · 27 Nov 2025, 12:00 · Lakeside Post',
    );
    expect(shown).toContain(`<${made.url}>`);
    expect(shown).toContain(made.ref);
  });

  it('a person without evidence has no statement on record', async () => {
    const { bot } = await askable();
    expect(await said(bot, '/stance Berg')).toContain('Anna Berg: no statement on record.');
    expect((await say(bot, '/stance Berg')).summary).toBe('Stance on Anna Berg: no statement on record');
  });

  it('keeps what others report apart: it sets no position', async () => {
    const { bot, store } = await askable();
    const stances = [{ topic: 'dam', holder: 'sudland', stance: 'supports', why: [] } as const];
    await recorded(store, [statement({ ...words, grade: 'reported', stances })]);
    const shown = await said(bot, '/stance dam');
    expect(shown).toContain('Reported by others (sets no position)');
    expect(shown).toContain('Nordland, Sudland and League: no statement on record.');
  });

  it('narrows to a party and to days, and names what was held before', async () => {
    const { bot, store } = await askable();
    await recorded(store, [
      statement({ ...words, at: at('2025-10-01'), stance: 'supports' }),
      statement({ ...words, at: at('2025-11-27'), stance: 'opposes' }),
    ]);
    expect(await said(bot, '/stance dam party:Nordland')).toContain(
      '2 statements, the latest 32 hours ago · before: supports',
    );
    const recent = await said(bot, '/stance dam party:Nordland days:7');
    expect(recent).toContain('a single statement');
    expect(recent).not.toContain('before:');
    expect(await said(bot, '/stance dam party:Sudland')).toContain('Sudland: no statement on record.');
  });

  it('two of one surname are not guessed between', async () => {
    const { bot } = await askable();
    expect((await say(bot, '/stance "Peter Ost"')).summary).toContain('Peter Ost');
  });
});
