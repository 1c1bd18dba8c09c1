import { describe, expect, it } from 'vitest';
import { askable, recorded, said } from '../support/asked.ts';
import { at, statement } from '../support/made.ts';

const words = { content: [{ start: 24, end: 47 }], quotations: [{ start: 25, end: 46 }] };

describe('/shifts', () => {
  it('shows what moved with the words before and after, and only in the span', async () => {
    const { bot, store } = await askable();
    await recorded(store, [
      statement({ ...words, at: at('2025-09-01'), stance: 'supports' }),
      statement({ ...words, at: at('2025-09-10'), stance: 'conditional' }),
      statement({ ...words, at: at('2025-11-20'), stance: 'opposes' }),
    ]);
    const shown = await said(bot, '/shifts');
    expect(shown).toContain('Nordland on The dam: conditional → opposes');
    expect(shown).not.toContain('supports → conditional');
    expect(shown.match(/We will not build it/g)).toHaveLength(2);
    expect(await said(bot, '/shifts days:90')).toContain('supports → conditional');
    expect(await said(bot, '/shifts party:Sudland')).toContain('No position moved in the last 30 days.');
  });

  it('turns pages', async () => {
    const { bot, store } = await askable();
    const dates = Array.from({ length: 8 }, (_, i) => at('2025-11-01') + 3 * i * 86_400_000);
    await recorded(
      store,
      dates.map((at, i) => statement({ ...words, at, stance: i % 2 ? 'supports' : 'opposes' })),
    );
    const shown = await said(bot, '/shifts');
    expect(shown).toContain('Page 1 of 2, 7 in all');
    expect(shown.match(/Nordland on The dam/g)).toHaveLength(5);
    expect((await said(bot, '/shifts page:2')).match(/Nordland on The dam/g)).toHaveLength(2);
  });
});
