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
    expect((await say(bot, '/stance Berg')).summary).toBe('Stance: Anna Berg: no statement on record');
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
    const shown = await said(bot, '/stance dam party:Nordland');
    expect(shown).toContain('✗ Nordland: opposes, since 27 Nov 2025 · before: supports (1 Oct 2025)');
    expect(shown).toContain('2 statements from 1 Oct 2025 to 27 Nov 2025, the latest 32 hours ago');
    const recent = await said(bot, '/stance dam party:Nordland days:7');
    expect(recent).toContain('Stance: The dam, 7 days only');
    expect(recent).toContain('A single statement, 32 hours ago');
    expect(recent).not.toContain('before:');
    expect(await said(bot, '/stance dam party:Sudland')).toContain('Sudland: no statement on record.');
  });

  it('goes back to the end of a day, and counts ages from there', async () => {
    const { bot, store } = await askable();
    await recorded(store, [
      statement({ ...words, at: at('2025-09-01T12:00Z'), stance: 'supports' }),
      statement({ ...words, at: at('2025-11-27'), stance: 'opposes' }),
      statement({ ...words, at: at('2025-11-27'), grade: 'reported', stance: 'supports' }),
    ]);
    const shown = await said(bot, '/stance dam as-of:2025-10-15');
    expect(shown).toContain('Stance: The dam, as of 2025-10-15');
    expect(shown).toContain('✓ Nordland: supports, since 1 Sept 2025');
    expect(shown).toContain('A single statement, 44 days ago (old)');
    expect(shown).not.toContain('Reported by others');
    expect(shown).toContain('As of the end of 2025-10-15, asked 28 Nov 2025, 10:00');
    expect(await said(bot, '/stance dam party:Nordland days:7 as-of:2025-10-15')).toContain(
      'Nordland: no statement on record.',
    );
  });

  it('shows what else decides, the words it began with among it, each with date, link and ref', async () => {
    const { bot, store } = await askable();
    const made = [26, 25, 24, 23].map(day => statement({ ...words, at: at(`2025-11-${day}`) }));
    await recorded(store, made);
    const shown = (await said(bot, '/stance dam')).replace(/\s+/g, ' ');
    const [newest, second, third, first] = made;
    expect(shown).toContain(`· ${newest?.ref} 4 statements from 23 Nov 2025 to 26 Nov 2025`);
    expect(shown).toContain(
      `rests also on 25 Nov 2025 Lakeside Post <${second?.url}> ${second?.ref}; 23 Nov 2025 Lakeside Post <${first?.url}>`,
    );
    expect(shown).not.toContain(third?.ref);
    expect(shown.match(/We will not build it/g)).toHaveLength(1);
  });

  it('shows officials who differ with the words of both', async () => {
    const { bot, store } = await askable();
    const other = { ...speakerOf.berg, name: 'Olaf Lund', actor: null, office: 'Envoy' };
    await recorded(store, [
      statement({ ...words, at: at('2025-11-25'), stance: 'opposes' }),
      statement({ ...words, at: at('2025-11-26'), stance: 'opposes' }),
      statement({ ...words, at: at('2025-11-27'), stance: 'supports', speakers: [other] }),
    ]);
    const shown = await said(bot, '/stance dam');
    expect(shown).toContain('✗ Nordland: opposes, since 25 Nov 2025');
    expect(shown).toContain('≠ Officials differ: another one supports, since 27 Nov 2025');
    expect(shown).toContain('Nordland · Olaf Lund, Envoy');
    expect(shown.match(/We will not build it/g)).toHaveLength(2);
  });

  it('shows the figure that is named and the one before', async () => {
    const { bot, store } = await askable();
    const naming = (value: number, date: string) =>
      statement({
        ...words,
        at: at(date),
        terms: [{ span: { start: 25, end: 30 }, kind: 'number', value, unit: 'troops', topic: 'dam' }],
      });
    await recorded(store, [naming(600_000, '2025-11-20'), naming(800_000, '2025-11-27')]);
    const shown = await said(bot, '/stance dam');
    expect(shown).toMatch(
      /Names 800,000 troops \(27 Nov 2025 \w+\); before: 600,000 troops \(20 Nov 2025 \w+\)/,
    );
    expect(await said(bot, '/shifts')).toContain('600,000 troops → 800,000 troops');
  });

  it('takes a topic and a name in one', async () => {
    const { bot, store } = await askable();
    await recorded(store, [statement({ ...words }), statement({ ...words, speakers: [speakerOf.ost] })]);
    for (const line of ['/stance dam Nordland', '/stance Nordland the dam', '/stance dam Anna Berg']) {
      const shown = await said(bot, line);
      expect(shown).toContain(': opposes, since 27 Nov 2025');
      expect(shown).not.toContain('Sudland');
    }
    expect(await said(bot, '/stance dam Karl Ost')).toContain('✗ Karl Ost: opposes');
    expect((await say(bot, '/stance dam Atlantis')).summary).toContain('Nothing here is called');
  });

  it('marks what others say of a party or person', async () => {
    const { bot, store } = await askable();
    const stances = [{ topic: 'dam', holder: 'nordland', stance: 'opposes', why: [] } as const];
    const reporting = { ...words, speakers: [speakerOf.ost], grade: 'reported', stances } as const;
    const told = { figures: [], names: ['nordland/berg'], places: [], to: [], days: null };
    await recorded(store, [statement({ ...reporting }), statement({ ...reporting, told })]);
    expect(await said(bot, '/stance Nordland')).toMatch(
      /Nordland: no statement on record\.\nReported by others \(sets no position\)/,
    );
    expect((await said(bot, '/stance Berg')).match(/reported by others ·/g)).toHaveLength(1);
  });

  it('tells topics on which nobody spoke in one line', async () => {
    const { bot, store } = await askable();
    expect(await said(bot, '/stance Water')).toContain(
      'No party has a statement on record on The dam and Water quota.',
    );
    expect(await said(bot, '/stance Water party:Sudland')).toContain(
      'Sudland: no statement on record on The dam and Water quota.',
    );
    await recorded(store, [statement({ ...words })]);
    expect(await said(bot, '/stance Water')).toContain(
      'Proposition: Each side draws a fixed quota.\nNordland, Sudland and League: no statement on record.',
    );
  });

  it('a page beyond the last is the last', async () => {
    const { bot, store } = await askable();
    await recorded(store, [statement({ ...words })]);
    expect(await said(bot, '/stance dam page:7')).toContain('✗ Nordland: opposes');
  });

  it('two of one surname are not guessed between', async () => {
    const { bot } = await askable();
    expect((await say(bot, '/stance "Peter Ost"')).summary).toContain('Peter Ost');
  });
});
