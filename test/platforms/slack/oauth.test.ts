import { randomBytes } from 'node:crypto';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Installation, Store } from '../../../src/app/ports.ts';
import { DeliveryError } from '../../../src/core/errors.ts';
import { slackPlatform } from '../../../src/platforms/slack/index.ts';
import { stateStore } from '../../../src/platforms/slack/oauth.ts';
import type { Keeping, SlackSettings } from '../../../src/platforms/slack/settings.ts';
import { openStore } from '../../../src/store/open.ts';
import { vaultOf } from '../../../src/vault/vault.ts';
import { delivery, said, testBot, testLog } from './desk.ts';
import {
  appToken,
  botToken,
  client,
  event,
  freePort,
  type LocalWorkspace,
  localSlack,
  press,
  refusal,
  signed,
  signingSecret,
  slash,
} from './local-slack.ts';

type Local = Awaited<ReturnType<typeof localSlack>>;

const workspace = (team = 'T0FAR', token = `xoxb-local-${team}`): LocalWorkspace => ({
  ...{ team, name: `Desk of ${team}`, user: 'U0CAT', token },
});

interface Given {
  readonly mode?: 'socket' | 'http';
  readonly botToken?: string | null;
  readonly home?: string | null;
  readonly secret?: Uint8Array;
  readonly store?: Store;
  readonly slack?: Local;
}

const key = randomBytes(32);

async function running({ mode = 'socket', secret = key, home = null, ...given }: Given = {}) {
  const slack = given.slack ?? (await localSlack());
  const store = given.store ?? (await openStore({ databaseUrl: null, path: ':memory:' }));
  const log = testLog();
  const { port, close } = await freePort();
  await close();
  const url = `http://127.0.0.1:${port}`;
  const place = { host: '127.0.0.1', port };
  const shared = { apiUrl: slack.apiUrl, botToken, audiences: [], ...given };
  const settings: SlackSettings =
    mode === 'socket' ? { mode, appToken, ...shared } : { mode, signingSecret, ...place, ...shared };
  const keeping: Keeping = {
    installations: store.installations,
    installing: { ...client, url, ...place, home, vault: vaultOf(secret) },
  };
  const bot = testBot();
  const platform = slackPlatform(settings, log, keeping);
  await platform.start(bot);
  onTestFinished(() => platform.stop());
  return { slack, store, log, bot, platform, url };
}

type Running = Awaited<ReturnType<typeof running>>;

/** What a browser does from our page through Slack's and back, with what it is shown at the end. */
async function install({ slack, url }: Pick<Running, 'slack' | 'url'>, into: LocalWorkspace, more = {}) {
  slack.grant(into, more);
  const ours = await fetch(`${url}/slack/install`, { redirect: 'manual' });
  const cookie = ours.headers.get('set-cookie')?.split(';')[0] ?? '';
  const theirs = await fetch(ours.headers.get('location') ?? '', { redirect: 'manual' });
  const back = theirs.headers.get('location') ?? '';
  const shown = await fetch(back, { headers: { cookie } });
  return { back, cookie, status: shown.status, text: await shown.text() };
}

const far = (store: Store): Promise<Installation | null> => store.installations.get('slack', 'T0FAR');

const digest = (to: string, key = `digest:${to}`) => delivery(said('What they said.'), { to, key });

const refused = async ({ platform }: Running, to: string): Promise<DeliveryError> => {
  const error = await platform.post(digest(to)).catch(reason => reason);
  expect(error).toBeInstanceOf(DeliveryError);
  return error;
};

const paused = ({ log }: Running): unknown[] =>
  log.lines.filter(({ event }) => event === 'slack workspace paused').map(({ fields }) => fields.team);

describe.each(['socket', 'http'] as const)('in mode %s', mode => {
  test('a workspace is installed from our page, and its tokens are sealed in the store', async () => {
    const bot = await running({ mode });
    const { status, text, back } = await install(bot, workspace());
    expect([status, text]).toEqual([200, expect.stringContaining('Attaché is installed in Desk of T0FAR.')]);
    expect(back).toMatch(new RegExp(`^${bot.url}/slack/oauth_redirect\\?code=`));
    const row = await far(bot.store);
    expect(row).toMatchObject({
      space: 'T0FAR',
      name: 'Desk of T0FAR',
      by: 'U0CAT',
      isHome: false,
      paused: null,
    });
    expect(JSON.stringify(await bot.store.installations.all())).not.toMatch(/xox|local-/);
    expect(vaultOf(key).open(row?.sealed ?? '', 'slack T0FAR')).toContain('xoxb-local-T0FAR');
    expect(JSON.stringify(bot.log.lines)).not.toMatch(/xoxb|client-secret/);
  });
});

test('each workspace is posted to with its own token, home as before', async () => {
  const bot = await running();
  await install(bot, workspace());
  await bot.platform.post(digest('T0FAR/C0DESK'));
  await bot.platform.post(digest('C0DESK'));
  await bot.platform.post(digest('T0LOCAL/C0ELSE'));
  const posts = bot.slack.calls.filter(({ method }) => method === 'chat.postMessage');
  expect(posts.map(({ token, given }) => [token, given.channel])).toEqual([
    ['xoxb-local-T0FAR', 'C0DESK'],
    [botToken, 'C0DESK'],
    [botToken, 'C0ELSE'],
  ]);
  const person = { ...digest('T0FAR/U0CAT'), key: 'alert:1' };
  expect(await bot.platform.post(person)).toMatchObject({ channel: 'DU0CAT' });
});

test('a question is answered in the workspace where it is asked, and says which', async () => {
  const bot = await running();
  await install(bot, workspace());
  const at = { team_id: 'T0FAR', user_id: 'U0CAT' };
  await bot.slack.deliver('slash_commands', slash('/stance', 'NATO', bot.slack.url, at));
  const mention = {
    type: 'app_mention',
    user: 'U0CAT',
    channel: 'C0DESK',
    text: '<@U0BOTT0FAR> brief',
    ts: '1.1',
  };
  const authorizations = [{ team_id: 'T0FAR', enterprise_id: null, user_id: 'U0BOTT0FAR', is_bot: true }];
  await bot.slack.deliver('events_api', event(mention, { team_id: 'T0FAR', authorizations }));
  const team = { team: { id: 'T0FAR' }, user: { id: 'U0CAT', team_id: 'T0FAR' } };
  await bot.slack.deliver('interactive', press('{"command":"why","given":{"":"x"}}', bot.slack.url, team));
  await bot.slack.deliver('slash_commands', slash('/brief', '', bot.slack.url));
  await bot.slack.until(() => bot.bot.asked.length === 4 && bot.slack.messages.length === 1);
  const there = { space: 'T0FAR', isHome: false, who: 'U0CAT' };
  expect(bot.bot.asked).toMatchObject([
    { command: 'stance', ...there },
    { command: 'brief', ...there },
    { command: 'why', ...there },
    { command: 'brief', space: 'T0LOCAL', isHome: true, who: 'U0ANN' },
  ]);
  expect(bot.slack.calls.findLast(({ method }) => method === 'chat.postMessage')?.token).toBe(
    'xoxb-local-T0FAR',
  );
});

test('nobody is answered in a workspace where the app is not installed', async () => {
  const bot = await running();
  await bot.slack.deliver('slash_commands', slash('/stance', 'NATO', bot.slack.url, { team_id: 'T0WHO' }));
  expect(bot.bot.asked).toEqual([]);
  expect(bot.log.lines.at(-1)?.fields.error).toContain('not installed in the Slack workspace T0WHO');
  expect(await refused(bot, 'T0WHO/C0DESK')).toMatchObject({
    permanent: true,
    message: expect.stringContaining(`open ${bot.url}/slack/install`),
  });
});

describe('a state', () => {
  test('is good once, in the browser that began', async () => {
    const bot = await running();
    const { back, cookie } = await install(bot, workspace());
    const code = bot.slack.grant(workspace('T0EVIL'));
    const again = back.replace(/code=[^&]*/, `code=${code}`);
    for (const headers of [{ cookie }, {}, { cookie: 'slack-app-oauth-state=other' }]) {
      const { status, text } = await fetch(again, { headers: headers as Record<string, string> }).then(
        async response => ({ status: response.status, text: await response.text() }),
      );
      expect([status, text]).toEqual([
        400,
        expect.stringContaining('too old, was used before, or belongs to another'),
      ]);
    }
    expect(await bot.store.installations.get('slack', 'T0EVIL')).toBeNull();
  });

  test('of our own making alone is taken', async () => {
    const bot = await running();
    const code = bot.slack.grant(workspace());
    const forged = vaultOf(randomBytes(32)).seal(
      '{"at":9999999999999,"options":{"scopes":[]}}',
      'slack oauth state',
    );
    for (const state of [forged, 'x', '']) {
      const answer = await fetch(`${bot.url}/slack/oauth_redirect?code=${code}&state=${state}`, {
        headers: { cookie: `slack-app-oauth-state=${state}` },
      });
      expect(answer.status).toBe(400);
    }
    expect(bot.slack.calls.some(({ method }) => method === 'oauth.v2.access')).toBe(false);
  });

  test('ends after ten minutes', async () => {
    const states = stateStore(vaultOf(key));
    const [begun, options] = [
      new Date(1_000_000),
      { scopes: ['commands'], redirectUri: 'https://x.example/r' },
    ];
    const state = await states.generateStateParam(options, begun);
    const later = (minutes: number): Date => new Date(begun.getTime() + minutes * 60_000);
    await expect(states.verifyStateParam(later(10.1), state)).rejects.toMatchObject({
      code: 'slack_oauth_invalid_state',
    });
    expect(await states.verifyStateParam(later(9.9), state)).toEqual(options);
    await expect(states.verifyStateParam(later(9.9), state)).rejects.toThrow('was used');
  });
});

test.each([
  ['a person cancels', '?error=access_denied', 400, 'cancelled at Slack'],
  ['no code comes', '?state=x', 400, 'too old'],
])('where %s, the page says so', async (_, query, status, words) => {
  const bot = await running();
  const answer = await fetch(`${bot.url}/slack/oauth_redirect${query}`);
  expect([answer.status, await answer.text()]).toEqual([status, expect.stringContaining(words)]);
});

test.each([
  [
    'a whole organisation',
    { is_enterprise_install: true, team: null, enterprise: { id: 'E1' } },
    400,
    'one workspace at a time',
  ],
  ['tokens that rotate', { refresh_token: 'xoxe-1-x', expires_in: 43_200 }, 400, 'token rotation'],
  ['no bot', { access_token: undefined }, 400, 'no bot token'],
])('%s is not installed', async (_, more, status, words) => {
  const bot = await running();
  const shown = await install(bot, workspace(), more);
  expect([shown.status, shown.text]).toEqual([status, expect.stringContaining(words)]);
  expect(await far(bot.store)).toBeNull();
});

test('where Slack gives no token, the page says so and the log why', async () => {
  const bot = await running();
  bot.slack.faults.push({ method: 'oauth.v2.access', answer: refusal('invalid_code') });
  const shown = await install(bot, workspace());
  expect([shown.status, shown.text]).toEqual([502, expect.stringContaining('Slack gave no token')]);
  expect(bot.log.lines.some(({ fields }) => String(fields.detail).includes('invalid_code'))).toBe(true);
});

test('beside Socket Mode nothing but the pages is served', async () => {
  const { url, bot } = await running();
  const body = new URLSearchParams(slash('/stance', 'NATO', url)).toString();
  const post = (headers = {}) => fetch(`${url}/slack/events`, { method: 'POST', body, headers });
  expect((await post(signed(body))).status).toBe(404);
  expect((await fetch(`${url}/`)).status).toBe(404);
  expect(bot.asked).toEqual([]);
});

describe('a workspace that removes the app', () => {
  const when = (seconds: number) => ({
    team_id: 'T0FAR',
    event_time: Math.floor(Date.now() / 1_000) + seconds,
  });

  test('is paused at once, its token forgotten and nothing else; the others go on', async () => {
    const bot = await running();
    await install(bot, workspace());
    const { sealed: _, ...before } = (await far(bot.store)) ?? {};
    await bot.slack.deliver(
      'events_api',
      event({ type: 'tokens_revoked', tokens: { oauth: [], bot: ['U0BOT'] } }, when(1)),
    );
    await bot.slack.deliver('events_api', event({ type: 'app_uninstalled' }, when(1)));
    await expect.poll(async () => (await far(bot.store))?.sealed).toBeNull();
    const reason = 'the app was removed there, or its token revoked';
    expect(await far(bot.store)).toEqual({ ...before, sealed: null, paused: reason });
    expect(paused(bot)).toEqual(['T0FAR']);
    expect(await refused(bot, 'T0FAR/C0DESK')).toMatchObject({
      permanent: true,
      message: `the Slack workspace Desk of T0FAR (T0FAR) is paused: ${reason}`,
    });
    await bot.platform.post(digest('C0DESK'));

    await install(bot, workspace('T0FAR', 'xoxb-local-again'));
    expect(await far(bot.store)).toMatchObject({ paused: null });
    await bot.platform.post(digest('T0FAR/C0DESK'));
    expect(bot.slack.calls.at(-1)?.token).toBe('xoxb-local-again');
  });

  test('is not paused by word of an earlier removal, nor of a person’s token', async () => {
    const bot = await running();
    await install(bot, workspace());
    await bot.slack.deliver('events_api', event({ type: 'app_uninstalled' }, when(-60)));
    await bot.slack.deliver(
      'events_api',
      event({ type: 'tokens_revoked', tokens: { oauth: ['U1'] } }, when(1)),
    );
    await bot.slack.deliver(
      'events_api',
      event({ type: 'app_uninstalled' }, { ...when(1), team_id: 'T0WHO' }),
    );
    await bot.platform.post(digest('T0FAR/C0DESK'));
    expect(await far(bot.store)).toMatchObject({ paused: null, sealed: expect.any(String) });
  });
});

test.each(['token_revoked', 'invalid_auth', 'account_inactive'])(
  'a workspace whose token is refused (%s) is paused until it is taken again',
  async code => {
    const bot = await running();
    const there = workspace();
    await install(bot, there);
    there.refused = code;
    expect(await refused(bot, 'T0FAR/C0DESK')).toMatchObject({ permanent: false, retryAfter: null });
    const again = bot.platform.post({ ...digest('T0FAR/C0DESK'), attempts: 1 });
    await expect(again).rejects.toMatchObject({ permanent: false, retryAfter: null });
    const reason = `Slack refused its token (${code}): install the app there again at ${bot.url}/slack/install`;
    expect(await far(bot.store)).toMatchObject({ paused: reason, sealed: expect.any(String) });
    expect(paused(bot)).toEqual(['T0FAR']);
    await bot.platform.post(digest('C0DESK'));

    delete there.refused;
    await bot.platform.post(digest('T0FAR/C0DESK'));
    expect(await far(bot.store)).toMatchObject({ paused: null });
    expect(bot.log.lines.at(-1)).toMatchObject({ event: 'slack workspace resumed' });
  },
);

test('home is paused like any other', async () => {
  const bot = await running();
  await install(bot, workspace());
  bot.slack.home.refused = 'token_revoked';
  expect((await refused(bot, 'C0DESK')).permanent).toBe(false);
  expect(await bot.store.installations.get('slack', 'T0LOCAL')).toMatchObject({
    isHome: true,
    paused:
      'Slack refused SLACK_BOT_TOKEN (token_revoked): install the app again, set the new token and start again',
  });
  await bot.platform.post(digest('T0FAR/C0DESK'));
  await bot.slack.deliver('slash_commands', slash('/status', '', bot.slack.url));
  await bot.slack.until(() => bot.slack.responses.length === 1);
  expect(bot.bot.asked).toMatchObject([{ command: 'status', space: 'T0LOCAL', isHome: true }]);
});

describe('after a restart', () => {
  test('everything goes on as it was', async () => {
    const first = await running();
    await install(first, workspace());
    await first.platform.stop();
    const second = await running({ slack: first.slack, store: first.store });
    await second.platform.post(digest('T0FAR/C0DESK'));
    expect(second.slack.calls.at(-1)?.token).toBe('xoxb-local-T0FAR');
    expect((await second.store.installations.all()).map(({ space, isHome }) => [space, isHome])).toEqual([
      ...[
        ['T0FAR', false],
        ['T0LOCAL', true],
      ],
    ]);
  });

  test('with another key, the workspaces that it does not open are paused, in one sentence each', async () => {
    const first = await running();
    await install(first, workspace());
    await first.platform.stop();
    const second = await running({ slack: first.slack, store: first.store, secret: randomBytes(32) });
    const reason =
      'ATTACHE_KEY is not the key that its token was sealed with: set that one again, or install the app there again';
    expect(second.log.lines[0]).toMatchObject({
      event: 'slack workspace paused',
      fields: { workspace: 'Desk of T0FAR', team: 'T0FAR', error: reason },
    });
    expect((await refused(second, 'T0FAR/C0DESK')).message).toContain(reason);
    await second.platform.post(digest('C0DESK'));
    await second.platform.stop();

    const third = await running({ slack: first.slack, store: first.store });
    await third.platform.post(digest('T0FAR/C0DESK'));
    expect(await far(third.store)).toMatchObject({ paused: null });
  });

  test('a bot token that was revoked keeps nobody else from starting', async () => {
    const first = await running();
    await install(first, workspace());
    await first.platform.stop();
    first.slack.home.refused = 'token_revoked';
    const second = await running({ slack: first.slack, store: first.store });
    expect(paused(second)).toEqual(['T0LOCAL']);
    await second.platform.post(digest('T0FAR/C0DESK'));
    expect((await refused(second, 'C0DESK')).message).toContain(
      'Local (T0LOCAL) is paused: Slack refused SLACK_BOT_TOKEN (token_revoked)',
    );
    expect((await refused(second, 'C0DESK')).permanent).toBe(false);
    const at = { team_id: 'T0FAR' };
    await second.slack.deliver('slash_commands', slash('/stance', 'NATO', second.slack.url, at));
    await second.slack.until(() => second.bot.asked.length === 1);
    expect(second.bot.asked).toMatchObject([{ space: 'T0FAR', isHome: false }]);
  });
});

describe('without a bot token', () => {
  test('nobody is at home, unless the workspace is named', async () => {
    const bot = await running({ botToken: null });
    await install(bot, workspace());
    await bot.slack.deliver('slash_commands', slash('/stance', '', bot.slack.url, { team_id: 'T0FAR' }));
    await bot.slack.until(() => bot.bot.asked.length === 1);
    expect(bot.bot.asked).toMatchObject([{ space: 'T0FAR', isHome: false }]);
    expect((await refused(bot, 'C0DESK')).message).toContain('SLACK_WORKSPACE');
    await bot.platform.post(digest('T0FAR/C0DESK'));
  });

  test('the workspace that is named is home once it is installed', async () => {
    const bot = await running({ botToken: null, home: 'T0FAR' });
    expect((await refused(bot, 'C0DESK')).message).toContain('T0FAR');
    await install(bot, workspace());
    await bot.platform.post(digest('C0DESK'));
    expect(bot.slack.calls.at(-1)?.token).toBe('xoxb-local-T0FAR');
    await bot.slack.deliver('slash_commands', slash('/stance', '', bot.slack.url, { team_id: 'T0FAR' }));
    await bot.slack.until(() => bot.bot.asked.length === 1);
    expect(bot.bot.asked).toMatchObject([{ space: 'T0FAR', isHome: true }]);
  });
});

test('home may be installed anew by OAuth while its token of the environment is refused', async () => {
  const bot = await running();
  bot.slack.home.refused = 'token_revoked';
  await refused(bot, 'C0DESK');
  await install(bot, { ...workspace('T0LOCAL', 'xoxb-local-new'), name: 'Local' });
  await bot.platform.post(digest('C0DESK'));
  expect(bot.slack.calls.at(-1)?.token).toBe('xoxb-local-new');
  expect(await bot.store.installations.get('slack', 'T0LOCAL')).toMatchObject({ isHome: true, paused: null });
});

test('who installed first stays its manager when somebody else installs again', async () => {
  const bot = await running();
  await install(bot, workspace());
  await install(bot, { ...workspace(), user: 'U0DAN' });
  expect(await far(bot.store)).toMatchObject({ by: 'U0CAT' });
});
