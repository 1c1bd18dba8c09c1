import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect, it, onTestFinished } from 'vitest';
import { type TerminalSettings, terminalPlatform } from '../../../src/platforms/terminal/index.ts';
import { askable } from '../../support/asked.ts';

/** A prompt as a person has it, without the terminal around it. */
async function prompt(given: Partial<TerminalSettings> = {}) {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => input });
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 80 });
  let shown = '';
  output.on('data', chunk => {
    shown += chunk;
  });
  const platform = terminalPlatform({
    input,
    output,
    colour: false,
    audiences: [],
    left: () => {},
    ...given,
  });
  const { bot } = await askable();
  await platform.start(bot);
  onTestFinished(() => platform.stop());
  return {
    platform,
    bot,
    shown: () => shown,
    /** Each key by itself: what comes at once counts as pasted. */
    type: async (...keys: string[]) => {
      for (const key of keys) {
        input.write(key);
        await new Promise(resolve => setTimeout(resolve, 20));
      }
    },
  };
}

it('completes with Tab, answers, and forgets nothing until the next run', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'attache-prompt-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const history = join(folder, 'history');
  const first = await prompt({ history });
  await first.type('/top', '\t', '\r', '/stance Anna B', '\t', '\r');
  await expect.poll(first.shown).toContain('Entry to the League');
  expect(first.shown()).toContain('/stance berg');
  await first.platform.stop();
  const second = await prompt({ history });
  await second.type('/to', '\u001b[A', '\r');
  await expect.poll(second.shown).toContain('Entry to the League');
  const third = await prompt({ history });
  await third.type('\u001b[A', '\u001b[A');
  expect(third.shown()).toContain('/stance berg');
});

it('leaves at quit, which is not remembered, and keeps nothing where it is told no place', async () => {
  let left = 0;
  const { type } = await prompt({ left: () => void left++ });
  await type('quit', '\r');
  await expect.poll(() => left).toBe(1);
});

it('what comes in goes above the prompt; on a dumb terminal without escape sequences of ours', async () => {
  const modern = await prompt();
  modern.platform.show('news');
  expect(modern.shown()).toContain('\u001b[Knews\n');
  const dumb = await prompt({ dumb: true });
  dumb.platform.show('news');
  expect(dumb.shown()).toContain('\nnews\n');
  expect(dumb.shown()).not.toContain('\u001b[K');
});
