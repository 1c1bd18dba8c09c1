import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../src/config/load.ts';
import type { Setting } from '../../src/reading/said.ts';

/** The second negotiation as an editor would follow it alone: its file in `negotiations/`, everything else as shipped. */
function followed(): Omit<Setting, 'at'> {
  const folder = mkdtempSync(join(tmpdir(), 'attache-trade-'));
  cpSync('config/negotiations/examples/eu-mercosur.yaml', join(folder, 'negotiations/eu-mercosur.yaml'));
  try {
    return loadConfig(folder, { variable: () => null }, 'config');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const { catalog, lexicon } = followed();

export const trade: Setting = { catalog, lexicon, at: Date.parse('2025-11-28T08:00Z') };
