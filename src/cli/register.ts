import { commands } from '../../commands/index.ts';
import { envFrom } from '../config/env.ts';
import { UserError } from '../core/errors.ts';
import { register as registerWith } from '../platforms/discord/registration.ts';
import type { Subcommand } from './subcommand.ts';

export const register: Subcommand = {
  async run() {
    const { discord } = envFrom('.');
    if (!discord)
      throw new UserError('register needs Discord: set DISCORD_TOKEN in the environment or .env.');
    const changed = await registerWith({ ...discord, token: discord.token.reveal() }, commands);
    process.stdout.write(
      changed ? 'The commands were registered.\n' : 'The commands are registered as they are.\n',
    );
    return 0;
  },
};
