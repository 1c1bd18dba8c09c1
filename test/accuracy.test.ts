import { execFileSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Three annotated texts with their scorer, beside the project where it is developed; not part of it. */
const examples = '../shared/seed-examples';
const here = existsSync(join(examples, 'score.py'));
if (!here) process.stderr.write(`skipped: accuracy on the seed examples, there is no ${examples}\n`);

interface Score {
  readonly recall: number;
  readonly precision: number;
  readonly speaker: number;
  readonly hard: number;
  readonly flips: number;
}

function score(): Score {
  const folder = mkdtempSync(join(tmpdir(), 'attache-score-'));
  const prediction = join(folder, 'prediction.jsonl');
  const files = globSync(`${examples}/*.txt`);
  writeFileSync(prediction, execFileSync(process.execPath, ['src/cli.ts', 'read', ...files]));
  const report = execFileSync('python3', [join(examples, 'score.py'), '--pred', prediction], {
    encoding: 'utf8',
  });
  rmSync(folder, { recursive: true });
  const [, recall, precision, speaker] = /recall (\S+) precision (\S+) speaker (\S+)/.exec(report) ?? [];
  const [, hard] = /hard-failures (\d+)/.exec(report) ?? [];
  const [flips] = /stance flips.*/.exec(report)?.[0].match(/\d+$/) ?? [];
  return {
    recall: Number(recall),
    precision: Number(precision),
    speaker: Number(speaker),
    hard: Number(hard),
    flips: Number(flips),
  };
}

describe.skipIf(!here)('on the seed examples', () => {
  it('keeps the accuracy that was reached', () => {
    const { recall, precision, speaker, hard, flips } = score();
    expect(recall).toBeGreaterThanOrEqual(97);
    expect(precision).toBeGreaterThanOrEqual(97);
    expect(speaker).toBeGreaterThanOrEqual(97);
    expect([hard, flips]).toEqual([0, 0]);
  }, 30_000);
});
