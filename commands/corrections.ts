import { type Context, command } from '../src/app/command.ts';
import type { CorrectionRow } from '../src/app/ports.ts';
import * as times from '../src/app/times.ts';
import { feedHealth } from '../src/core/health.ts';
import { correctionsMessage } from '../src/views/corrections.ts';

const batch = 500;

export const corrections = command({
  name: 'corrections',
  summary: 'What managers put right: which statement, who, when and why',
  example: '/corrections',
  reply: 'personal',
  access: 'home',
  options: { page: { kind: times.page, summary: 'older ones' } },
  async run({ page }, context) {
    const made = (await everyOne(context)).map(({ correction }) => correction).reverse();
    const feeds = feedHealth(await context.feedStates.all(), context.catalog);
    const asked = { command: 'corrections', given: context.given };
    return correctionsMessage(made, { ...context, feeds, asked, page: page?.number ?? 1 });
  },
});

async function everyOne({ corrections }: Context): Promise<CorrectionRow[]> {
  const rows: CorrectionRow[] = [];
  for (;;) {
    const some = await corrections.all(rows.length, batch);
    rows.push(...some);
    if (some.length < batch) return rows;
  }
}
