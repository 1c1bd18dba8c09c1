import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';

/** Runs every benchmark beside this file, each in a process of its own with the flags of `npm start`, or those named. */
const wanted = process.argv.slice(2);
const files = globSync('*.ts', { cwd: import.meta.dirname }).filter(
  file => !['index.ts', 'texts.ts'].includes(file),
);

for (const file of files.sort()) {
  if (wanted.length > 0 && !wanted.includes(file.replace('.ts', ''))) continue;
  process.stdout.write(`\n${file}\n`);
  spawnSync(process.execPath, ['--max-semi-space-size=2', join(import.meta.dirname, file)], {
    stdio: 'inherit',
  });
}
