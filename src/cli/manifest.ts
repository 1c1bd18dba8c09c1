import { parseArgs } from 'node:util';
import { commands } from '../../commands/index.ts';
import { slackManifest } from '../platforms/slack/manifest.ts';
import type { Subcommand } from './subcommand.ts';

export const manifest: Subcommand = {
  async run(args) {
    const { values } = parseArgs({ args: [...args], options: { url: { type: 'string' } } });
    const reach = values.url ? ({ mode: 'http', url: values.url } as const) : ({ mode: 'socket' } as const);
    process.stdout.write(`${JSON.stringify(slackManifest(commands, reach), null, 2)}\n`);
    return 0;
  },
};
