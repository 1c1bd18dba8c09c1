import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { historyIn } from '../../../src/platforms/terminal/history.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'attache-history-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8);

it('is there again in the next run, newest first, for its owner alone', () => {
  const path = join(folder, 'data', 'history');
  const { lines, keep } = historyIn(path);
  expect(lines).toEqual([]);
  for (const line of ['/stance NATO', '  ', '/brief', `/search ${'x'.repeat(2_000)}`]) keep(line);
  expect(historyIn(path).lines).toEqual(['/brief', '/stance NATO']);
  expect(mode(path)).toBe('600');
  expect(readdirSync(join(folder, 'data'))).toEqual(['history']);
});

it('that others may read is closed to them', () => {
  const path = join(folder, 'history');
  writeFileSync(path, '/brief\n');
  chmodSync(path, 0o644);
  expect(historyIn(path).lines).toEqual(['/brief']);
  expect(mode(path)).toBe('600');
});

it('does not grow without end, in one run or over many', () => {
  const path = join(folder, 'history');
  const { keep } = historyIn(path);
  for (let i = 0; i < 2_345; i++) keep(`/search ${i}`);
  expect(readFileSync(path, 'utf8').trim().split('\n').length).toBeLessThan(1_000);
  const { lines } = historyIn(path);
  expect([lines.length, lines[0]]).toEqual([500, '/search 2344']);
  expect(readFileSync(path, 'utf8').trim().split('\n')).toHaveLength(500);
  expect([mode(path), readdirSync(folder)]).toEqual(['600', ['history']]);
});

it('that cannot be kept is none, and nothing fails', () => {
  writeFileSync(join(folder, 'file'), '');
  const { lines, keep } = historyIn(join(folder, 'file', 'history'));
  keep('/brief');
  expect(lines).toEqual([]);
});
