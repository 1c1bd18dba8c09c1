import { App, type webApi } from '@slack/bolt';
import type { Bot, Budget, Log, Platform } from '../../app/ports.ts';
import { StartError } from '../../core/errors.ts';
import { addressOf } from './address.ts';
import { answerPeople } from './answers.ts';
import { clientOptions, quietLogger, webClient } from './client.ts';
import { type Connection, connection } from './connection.ts';
import { deliver } from './delivery.ts';
import { startError } from './faults.ts';
import { budget as usual } from './limits.ts';
import { posts } from './render.ts';
import type { SlackSettings } from './settings.ts';

/** Slack over Socket Mode or signed HTTP, for one workspace. */
export function slackPlatform(settings: SlackSettings, log: Log, budget: Budget = usual): Platform {
  const client = webClient(settings, log);
  const way = connection(settings, log);
  let answered = async (): Promise<void> => {};

  return {
    name: 'slack',
    budget,
    async start(bot) {
      const self = await identity(settings, log);
      answered = await listen(bot, self);
      await way.open();
      log.info('slack connected', { mode: settings.mode, workspace: self.name });
    },
    async stop() {
      await way.close();
      await answered();
    },
    post: delivery => {
      const to = addressOf(delivery.to).room;
      const slack = { client, budget };
      return deliver({ ...delivery, to }, posts(delivery.message, settings.audiences), slack);
    },
  };

  async function listen(bot: Bot, self: Identity): Promise<() => Promise<void>> {
    const app = await boltApp(settings, way, self, log);
    return answerPeople({ app, client, bot, workspace: self, audiences: settings.audiences, log });
  }
}

interface Identity {
  readonly user: string;
  readonly bot: string;
  readonly team: string;
  readonly name: string;
}

/** Milliseconds for the first call to Slack. With the connection's own 8 s a start ends within 15 s. */
const patience = 5_000;

async function identity(settings: SlackSettings, log: Log): Promise<Identity> {
  const { user_id, bot_id, team, team_id } = await whoAmI(settings, log);
  // App-level and user tokens pass `auth.test` too.
  if (!user_id || !bot_id) {
    throw new StartError(
      'SLACK_BOT_TOKEN is not the token of a bot: copy the Bot User OAuth Token (xoxb-…).',
    );
  }
  return { user: user_id, bot: bot_id, team: team_id ?? '', name: team ?? '' };
}

async function whoAmI(settings: SlackSettings, log: Log): Promise<webApi.AuthTestResponse> {
  try {
    return await webClient(settings, log, patience).auth.test();
  } catch (error) {
    throw startError(error, settings.apiUrl, 'SLACK_BOT_TOKEN');
  }
}

/**
 * Bolt with an `authorize` that knows the answer: given a token it calls `auth.test` by itself, which can fail where
 * nobody catches it (in 5.1.0, where the first answer named no bot).
 */
async function boltApp(
  settings: SlackSettings,
  { receiver }: Connection,
  self: Identity,
  log: Log,
): Promise<App> {
  const app = new App({
    receiver,
    authorize: async () => ({ botToken: settings.botToken, botId: self.bot, botUserId: self.user }),
    clientOptions: clientOptions(settings, log),
    logger: quietLogger(settings, log),
    convoStore: false,
    deferInitialization: true,
  });
  app.error(async error => log.error('slack request failed', { error: error.message }));
  await app.init();
  return app;
}
