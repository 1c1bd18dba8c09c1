import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { envFrom, lookIn, readEnv } from '../../src/config/env.ts';
import { Secret } from '../../src/config/secret.ts';
import { ConfigError } from '../../src/core/errors.ts';
import { folderOf } from './folder.ts';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const bot = 'xoxb-1-abc';
const app = 'xapp-1-abc';
const snowflake = '123456789012345678';

function faults(variables: Readonly<Record<string, string>>): string[] {
  try {
    readEnv(variables);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.map(({ file, message }) => `${file}: ${message}`);
    throw error;
  }
}

describe('readEnv', () => {
  it('has defaults for everything', () => {
    const { variable: _, ...env } = readEnv({});
    expect(env).toEqual({
      slack: null,
      discord: null,
      databaseUrl: null,
      config: 'config',
      data: 'data',
      userAgent: `attache/${version}`,
      allowHosts: [],
      spacing: 1_000,
      logLevel: 'info',
      color: 'auto',
      dumb: false,
    });
  });

  it('reads Slack in Socket Mode, also where a signing secret is set', () => {
    const { slack } = readEnv({ SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, SLACK_SIGNING_SECRET: 's' });
    expect(slack).toMatchObject({ mode: 'socket', apiUrl: 'https://slack.com/api/' });
    expect(slack?.mode === 'socket' && [slack.botToken?.reveal(), slack.appToken.reveal()]).toEqual([
      bot,
      app,
    ]);
  });

  it('reads Slack by HTTP', () => {
    const { slack } = readEnv({
      SLACK_BOT_TOKEN: bot,
      SLACK_SIGNING_SECRET: 'signs',
      SLACK_HOST: '0.0.0.0',
      SLACK_PORT: '8080',
      SLACK_API_URL: 'http://127.0.0.1:4200/api',
    });
    expect(slack).toMatchObject({
      mode: 'http',
      host: '0.0.0.0',
      port: 8080,
      apiUrl: 'http://127.0.0.1:4200/api/',
    });
    expect(slack?.mode === 'http' && slack.signingSecret.reveal()).toBe('signs');
  });

  const oauth = {
    SLACK_CLIENT_ID: '1.1',
    SLACK_CLIENT_SECRET: 'client-secret',
    SLACK_URL: 'https://desk.example.org/',
    ATTACHE_KEY: 'ab'.repeat(32),
  };

  it('reads what it takes to be installed by OAuth, beside a bot token or alone', () => {
    const { slack } = readEnv({ ...oauth, SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, SLACK_PORT: '8080' });
    expect(slack?.installing).toMatchObject({
      ...{ clientId: '1.1', url: 'https://desk.example.org', host: '127.0.0.1', port: 8080, home: null },
    });
    expect(slack?.installing?.clientSecret.reveal()).toBe('client-secret');
    expect(slack?.installing?.key.reveal()).toEqual(new Uint8Array(32).fill(0xab));
    expect(inspect(slack) + JSON.stringify(slack)).not.toMatch(/client-secret|abab|171,/);
    const alone = readEnv({ ...oauth, SLACK_APP_TOKEN: app, SLACK_WORKSPACE: 'T0123' }).slack;
    expect(alone).toMatchObject({ mode: 'socket', botToken: null, installing: { home: 'T0123' } });
    const inBase64 = Buffer.alloc(32, 0xab).toString('base64');
    const { installing } =
      readEnv({ ...oauth, ATTACHE_KEY: inBase64, SLACK_SIGNING_SECRET: 's' }).slack ?? {};
    expect(installing?.key.reveal()).toEqual(new Uint8Array(32).fill(0xab));
  });

  it('says what OAuth lacks', () => {
    const { SLACK_CLIENT_SECRET: _, ...lacking } = oauth;
    expect(faults({ ...lacking, SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app })).toEqual([
      'environment: SLACK_CLIENT_ID is set without SLACK_CLIENT_SECRET: OAuth needs both, see .env.example',
    ]);
    expect(faults({ ...oauth, ATTACHE_KEY: 'short', SLACK_APP_TOKEN: app })).toContain(
      'environment: ATTACHE_KEY is no key of 32 bytes: make one with openssl rand -hex 32',
    );
    expect(faults({ ...oauth, SLACK_URL: 'desk', SLACK_APP_TOKEN: app }).join()).toContain(
      'SLACK_URL is no web address',
    );
    expect(
      faults({ ...oauth, SLACK_WORKSPACE: 'T0123', SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app }),
    ).toEqual([
      'environment: SLACK_WORKSPACE is set beside SLACK_BOT_TOKEN, whose workspace is home: take it out',
    ]);
    expect(faults(oauth).join()).toContain('SLACK_CLIENT_ID is set alone');
    expect(faults({ SLACK_WORKSPACE: 'T0123' }).join()).toContain(
      'SLACK_WORKSPACE is set without SLACK_CLIENT_ID',
    );
    expect(readEnv({ ATTACHE_KEY: oauth.ATTACHE_KEY, SLACK_URL: oauth.SLACK_URL }).slack).toBeNull();
  });

  it('reads Discord', () => {
    const { discord } = readEnv({
      DISCORD_TOKEN: 'token',
      DISCORD_APPLICATION_ID: snowflake,
      DISCORD_GUILD_ID: snowflake,
      DISCORD_API_URL: 'http://127.0.0.1:4100/api/',
    });
    expect(discord).toMatchObject({
      applicationId: snowflake,
      guildId: snowflake,
      apiUrl: 'http://127.0.0.1:4100/api',
    });
    expect(discord?.token.reveal()).toBe('token');
    expect(readEnv({ DISCORD_TOKEN: 'token' }).discord).toMatchObject({ applicationId: null, guildId: null });
  });

  it('reads the rest', () => {
    const env = readEnv({
      DATABASE_URL: 'postgres://me:pw@db:5432/attache',
      ATTACHE_CONFIG: 'my/config',
      ATTACHE_DATA: '/var/lib/attache',
      ATTACHE_CONTACT: 'https://example.org/bot',
      ATTACHE_ALLOW_HOSTS: 'Intranet:8080, 10.0.0.7:80 [::1]:443',
      ATTACHE_SPACING: '0.25',
      LOG_LEVEL: 'DEBUG',
      NO_COLOR: '1',
    });
    expect(env).toMatchObject({
      config: 'my/config',
      data: '/var/lib/attache',
      userAgent: `attache/${version} (+https://example.org/bot)`,
      allowHosts: ['intranet:8080', '10.0.0.7:80', '[::1]:443'],
      spacing: 250,
      logLevel: 'debug',
      color: 'never',
    });
    expect(env.databaseUrl?.reveal()).toBe('postgres://me:pw@db:5432/attache');
    expect(readEnv({ ATTACHE_USER_AGENT: 'Mine/1', ATTACHE_CONTACT: 'x' }).userAgent).toBe('Mine/1');
  });

  it('takes what is set to nothing as not set', () => {
    expect(readEnv({ SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: ' ', NO_COLOR: '' })).toMatchObject({
      slack: null,
      color: 'auto',
    });
  });

  it('gives variables to the configuration, but no secrets', () => {
    const { variable } = readEnv({ SLACK_CHANNEL: ' C0123 ', EMPTY: '', DISCORD_TOKEN: 'hidden' });
    expect(['SLACK_CHANNEL', 'EMPTY', 'NOWHERE', 'DISCORD_TOKEN'].map(variable)).toEqual([
      'C0123',
      null,
      null,
      null,
    ]);
  });

  it.each([
    [
      { SLACK_BOT_TOKEN: bot },
      'SLACK_BOT_TOKEN is set alone: set SLACK_APP_TOKEN for Socket Mode, or SLACK_SIGNING_SECRET for HTTP',
    ],
    [
      { SLACK_APP_TOKEN: app },
      'SLACK_APP_TOKEN is set without SLACK_BOT_TOKEN: set SLACK_BOT_TOKEN too, or take SLACK_APP_TOKEN out',
    ],
    [{ ATTACHE_SPACING: 'slow' }, 'ATTACHE_SPACING is no number of seconds: write 1, or 0.5'],
    [{ SLACK_SIGNING_SECRET: 's' }, 'SLACK_SIGNING_SECRET is set without SLACK_BOT_TOKEN'],
    [
      { SLACK_BOT_TOKEN: app, SLACK_APP_TOKEN: app },
      'SLACK_BOT_TOKEN does not begin with xoxb-: copy the Bot User OAuth Token',
    ],
    [
      { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: bot },
      'SLACK_APP_TOKEN does not begin with xapp-: copy an App-Level Token',
    ],
    [
      { SLACK_BOT_TOKEN: bot, SLACK_SIGNING_SECRET: 's', SLACK_PORT: 'http' },
      'SLACK_PORT is no port: write a number from 0 to 65535',
    ],
    [{ SLACK_PORT: '65536' }, 'SLACK_PORT is no port'],
    [
      { SLACK_API_URL: 'slack.com/api' },
      'SLACK_API_URL is no web address: write it whole, as https://slack.com/api',
    ],
    [
      { DISCORD_APPLICATION_ID: snowflake },
      'DISCORD_APPLICATION_ID is set without DISCORD_TOKEN: set DISCORD_TOKEN too',
    ],
    [{ DISCORD_GUILD_ID: snowflake }, 'DISCORD_GUILD_ID is set without DISCORD_TOKEN'],
    [
      { DISCORD_TOKEN: 'x', DISCORD_APPLICATION_ID: 'me' },
      'DISCORD_APPLICATION_ID is no Discord id: copy its 17 to 20 digits',
    ],
    [{ DISCORD_TOKEN: 'x', DISCORD_GUILD_ID: '12' }, 'DISCORD_GUILD_ID is no Discord id'],
    [{ DISCORD_TOKEN: 'Bot abc' }, 'DISCORD_TOKEN has a space in it: copy the token alone'],
    [{ DISCORD_API_URL: 'https://discord.com/api/v10' }, 'DISCORD_API_URL ends in a version: leave it out'],
    [{ DISCORD_API_URL: 'ftp://discord.com/api' }, 'DISCORD_API_URL is no web address'],
    [
      { DATABASE_URL: 'mysql://me:pw@db/x' },
      'DATABASE_URL is no PostgreSQL address: write postgres://user:password@host:5432/database',
    ],
    [
      { ATTACHE_CONTACT: 'Київ' },
      'ATTACHE_USER_AGENT and ATTACHE_CONTACT are sent in a header: use ASCII letters alone',
    ],
    [{ ATTACHE_USER_AGENT: 'a\r\nb: c' }, 'ATTACHE_USER_AGENT and ATTACHE_CONTACT are sent in a header'],
    [{ ATTACHE_ALLOW_HOSTS: 'localhost' }, 'ATTACHE_ALLOW_HOSTS: write localhost as host:port'],
    [{ ATTACHE_ALLOW_HOSTS: 'http://a:80' }, 'ATTACHE_ALLOW_HOSTS: write http://a:80 as host:port'],
    [{ LOG_LEVEL: 'dbug' }, 'LOG_LEVEL: “dbug” is not known here; did you mean “debug”?'],
  ])('refuses %j in one sentence', (variables, expected) => {
    const found = faults(variables);
    expect(found).toEqual([expect.stringContaining(`environment: ${expected}`)]);
    expect(found.join()).not.toMatch(/xoxb-1|xapp-1|:pw@|abc/);
  });

  it('reports everything at once', () => {
    expect(
      faults({ SLACK_BOT_TOKEN: bot, DISCORD_GUILD_ID: '1', LOG_LEVEL: 'loud', SLACK_PORT: '-1' }),
    ).toHaveLength(5);
  });
});

describe('envFrom', () => {
  it('reads .env below the environment', () => {
    const folder = folderOf({
      '.env': '\uFEFF# note\nATTACHE_DATA=here\nATTACHE_CONFIG="quoted folder"\nexport LOG_LEVEL=warn\n',
    });
    expect(envFrom(folder, { ATTACHE_DATA: 'there' })).toMatchObject({
      data: 'there',
      config: 'quoted folder',
      logLevel: 'warn',
    });
  });

  it('does without .env', () => {
    expect(envFrom(folderOf({}), {}).data).toBe('data');
  });

  it('refuses a folder called .env', () => {
    expect(() => envFrom(folderOf({ '.env/x': '' }), {})).toThrow('.env is a folder');
  });
});

describe('a secret', () => {
  const secret = new Secret('hidden');

  it('is seen by no way of printing', () => {
    const printed = [
      `${secret}`,
      String(secret),
      JSON.stringify({ secret }),
      inspect(secret),
      inspect({ deep: { secret } }, { showHidden: true, depth: null }),
      JSON.stringify(Object.entries(secret)),
      JSON.stringify({ ...secret }),
    ];
    for (const text of printed) expect(text).not.toContain('hidden');
    expect(printed.slice(0, 3)).toEqual(['[secret]', '[secret]', '{"secret":"[secret]"}']);
  });

  it('gives its text only when asked', () => {
    expect(secret.reveal()).toBe('hidden');
  });

  it('stays unseen in the settings', () => {
    const env = readEnv({
      SLACK_BOT_TOKEN: bot,
      SLACK_APP_TOKEN: app,
      DISCORD_TOKEN: 'd-abc',
      DATABASE_URL: 'postgres://me:abc@db/x',
    });
    expect(inspect(env, { depth: null, showHidden: true }) + JSON.stringify(env)).not.toMatch(/abc/);
  });
});

it.each([
  [{}, 'auto'],
  [{ NO_COLOR: '1' }, 'never'],
  [{ NO_COLOR: '' }, 'auto'],
  [{ TERM: 'dumb' }, 'never'],
  [{ TERM: 'xterm' }, 'auto'],
  [{ FORCE_COLOR: '1', NO_COLOR: '1', TERM: 'dumb' }, 'always'],
  [{ FORCE_COLOR: '0' }, 'never'],
] as const)('colours by %j: %s', (env, color) => {
  expect(readEnv(env).color).toBe(color);
  expect(readEnv(lookIn(env)).color).toBe(color);
});
