import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';

/** Runs every benchmark beside this file, each in a process of its own, or those whose names are given. */
const wanted = process.argv.slice(2);
const files = globSync('*.ts', { cwd: import.meta.dirname }).filter(file => file !== 'index.ts');

for (const file of files.sort()) {
  if (wanted.length > 0 && !wanted.includes(file.replace('.ts', ''))) continue;
  process.stdout.write(`\n${file}\n`);
  spawnSync(process.execPath, [join(import.meta.dirname, file)], { stdio: 'inherit' });
}
