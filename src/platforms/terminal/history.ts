import { appendFileSync, chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What was typed at the prompt, kept between runs. */
export interface History {
  /** Newest first, as readline wants it. */
  readonly lines: readonly string[];
  keep(line: string): void;
}

const most = 500;
const longestLine = 1_000;

/**
 * The history in a file of at most 1,000 lines that only its owner may read: a line may hold an address with a
 * subscriber's key. Two prompts may share it. Where it cannot be read or written there is no history, and nothing fails.
 */
export function historyIn(path: string): History {
  const lines = attempted(() => opened(path)) ?? [];
  let held = lines.length;
  const write = (line: string): void => {
    mkdirSync(dirname(path), { recursive: true });
    appendFileSync(path, `${line}\n`, { mode: ownerOnly });
    held += 1;
    if (held >= 2 * most) held = opened(path).length;
  };
  return {
    lines,
    keep: line => {
      if (line.trim() !== '' && line.length <= longestLine) attempted(() => write(line.replace(/\s/g, ' ')));
    },
  };
}

const ownerOnly = 0o600;

/** The newest lines, newest first; what is older is taken out of the file. */
function opened(path: string): string[] {
  chmodSync(path, ownerOnly);
  const all = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  const newest = all.slice(-most);
  if (all.length > most) {
    writeFileSync(`${path}.new`, `${newest.join('\n')}\n`, { mode: ownerOnly });
    renameSync(`${path}.new`, path);
  }
  return newest.reverse();
}

function attempted<T>(task: () => T): T | null {
  try {
    return task();
  } catch {
    return null;
  }
}
