import { App } from '@slack/bolt';
import type { Budget, Log, Platform } from '../../app/ports.ts';
import { addressOf } from './address.ts';
import { answerPeople } from './answers.ts';
import { clientOptions, quietLogger } from './client.ts';
import { type Connection, connection, type InstallPages } from './connection.ts';
import { deliver } from './delivery.ts';
import { budget as usual } from './limits.ts';
import { installOptions } from './oauth.ts';
import { posts } from './render.ts';
import type { Keeping, SlackSettings } from './settings.ts';
import { type Workspaces, workspacesOf } from './workspaces.ts';

/** Slack over Socket Mode or signed HTTP, for the workspace of the bot token and those where it is installed by OAuth. */
export function slackPlatform(
  settings: SlackSettings,
  log: Log,
  keeping: Keeping | null = null,
  budget: Budget = usual,
): Platform {
  const workspaces = workspacesOf(settings, log, keeping);
  const way = connection(settings, installPages(settings, workspaces, keeping, log), log);
  const { audiences } = settings;
  let answered = async (): Promise<void> => {};

  return {
    name: 'slack',
    budget,
    async start(bot) {
      await workspaces.start();
      const app = await boltApp(settings, way, workspaces, log);
      answered = answerPeople({ app, workspaces, bot, audiences, log });
      await way.open();
      log.info('slack connected', { mode: settings.mode });
    },
    async stop() {
      await way.close();
      await answered();
    },
    post: delivery => {
      const { team, room } = addressOf(delivery.to);
      const parts = posts(delivery.message, audiences);
      const to = { ...delivery, to: room };
      return workspaces.calling(team, client => deliver(to, parts, { client, budget }));
    },
  };
}

function installPages(
  settings: SlackSettings,
  workspaces: Workspaces,
  keeping: Keeping | null,
  log: Log,
): InstallPages | null {
  if (!keeping?.installing) return null;
  const { host, port } = keeping.installing;
  return { host, port, options: installOptions(settings, keeping.installing, workspaces, log) };
}

/**
 * Bolt with an `authorize` that knows the answer: given a token it calls `auth.test` by itself, which can fail where
 * nobody catches it (in 5.1.0, where the first answer named no bot).
 */
async function boltApp(
  settings: SlackSettings,
  { receiver }: Connection,
  workspaces: Workspaces,
  log: Log,
): Promise<App> {
  const app = new App({
    receiver,
    authorize: ({ teamId }) => workspaces.authorize(teamId),
    clientOptions: clientOptions(settings, log),
    logger: quietLogger(settings, log),
    convoStore: false,
    deferInitialization: true,
  });
  app.error(async error => log.error('slack request failed', { error: error.message }));
  app.event('app_uninstalled', ({ body }) => workspaces.removed(body.team_id, body.event_time));
  app.event('tokens_revoked', async ({ event, body }) => {
    if (event.tokens.bot?.length) await workspaces.removed(body.team_id, body.event_time);
  });
  await app.init();
  return app;
}
