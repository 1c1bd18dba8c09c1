import { parseArgs } from 'node:util';
import { commands } from '../../commands/index.ts';
import { envFrom } from '../config/env.ts';
import { ConfigError, UserError } from '../core/errors.ts';
import { slackManifest } from '../platforms/slack/manifest.ts';
import { redirectPath } from '../platforms/slack/paths.ts';
import type { Subcommand } from './subcommand.ts';

const options = { url: { type: 'string' }, install: { type: 'string' } } as const;

export const manifest: Subcommand = {
  async run(args) {
    const { values } = parseArgs({ args: [...args], options });
    const reach = values.url ? ({ mode: 'http', url: values.url } as const) : ({ mode: 'socket' } as const);
    const install = values.install ?? installedAt();
    const redirect = install === undefined ? null : redirectOf(install);
    process.stdout.write(`${JSON.stringify(slackManifest(commands, reach, redirect), null, 2)}\n`);
    return 0;
  },
};

/** The public address where OAuth is set up. Settings that are not complete yet are no reason to give no manifest. */
function installedAt(): string | undefined {
  try {
    return envFrom('.').slack?.installing?.url;
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(
      `${error.message}\nThis manifest is for one workspace; --install makes one for several.\n`,
    );
    return undefined;
  }
}

function redirectOf(address: string): string {
  if (/^https?:$/.test(URL.parse(address)?.protocol ?? '')) return address.replace(/\/+$/, '') + redirectPath;
  throw new UserError(
    '--install is the public address of the bot: write it whole, as https://attache.example.org',
  );
}
