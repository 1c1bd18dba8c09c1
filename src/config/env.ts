import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { ConfigError } from '../core/errors.ts';
import { notOneOf } from './problems.ts';
import { isSecretName, Secret, secretNames } from './secret.ts';
import { onDisk, type Variable } from './yaml.ts';

const openNames = [
  'SLACK_HOST',
  'SLACK_PORT',
  'SLACK_API_URL',
  'SLACK_CLIENT_ID',
  'SLACK_URL',
  'SLACK_WORKSPACE',
  'DISCORD_APPLICATION_ID',
  'DISCORD_GUILD_ID',
  'DISCORD_API_URL',
  'ATTACHE_CONFIG',
  'ATTACHE_DATA',
  'ATTACHE_USER_AGENT',
  'ATTACHE_CONTACT',
  'ATTACHE_ALLOW_HOSTS',
  'ATTACHE_SPACING',
  'LOG_LEVEL',
  'NO_COLOR',
  'FORCE_COLOR',
] as const;

/** Every variable the program reads itself; the configuration may name further ones as `${NAME}`. */
export const settingNames = [...secretNames, ...openNames] as const;

type SettingName = (typeof settingNames)[number];
type SecretName = (typeof secretNames)[number];

/** What it takes to install the app in further workspaces. */
export interface InstallingEnv {
  readonly clientId: string;
  readonly clientSecret: Secret;
  /** 32 bytes, by which tokens are encrypted at rest. */
  readonly key: Secret<Uint8Array>;
  /** The public address of the listener, without a slash at its end. */
  readonly url: string;
  readonly host: string;
  readonly port: number;
  /** The workspace that is home where no bot token says it; null for none. */
  readonly home: string | null;
}

interface SlackShared {
  /** Null where the app is installed by OAuth alone. */
  readonly botToken: Secret | null;
  readonly apiUrl: string;
  readonly installing: InstallingEnv | null;
}

export type SlackEnv =
  | (SlackShared & { readonly mode: 'socket'; readonly appToken: Secret })
  | (SlackShared & {
      readonly mode: 'http';
      readonly signingSecret: Secret;
      readonly host: string;
      readonly port: number;
    });

export interface DiscordEnv {
  readonly token: Secret;
  /** Null: the platform tells it after the login. */
  readonly applicationId: string | null;
  /** The server to register the commands in; null for everywhere. */
  readonly guildId: string | null;
  readonly apiUrl: string;
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** The settings of one installation. */
export interface Env {
  /** Null where the platform is not set up. */
  readonly slack: SlackEnv | null;
  readonly discord: DiscordEnv | null;
  /** A PostgreSQL address with its password; null for SQLite in the data folder. */
  readonly databaseUrl: Secret | null;
  /** Folders, relative to where the program was started. */
  readonly config: string;
  readonly data: string;
  readonly userAgent: string;
  /** Internal feeds that may be fetched, as `host:port`. */
  readonly allowHosts: readonly string[];
  /** Milliseconds between the beginnings of two requests to one host. */
  readonly spacing: number;
  readonly logLevel: (typeof logLevels)[number];
  /** `auto`: where the output is a terminal. */
  readonly color: 'always' | 'never' | 'auto';
  /** The terminal takes no escape sequences at all (`TERM=dumb`). */
  readonly dumb: boolean;
  /** What `${NAME}` in the configuration stands for; null where it is not set. Secrets are not given out. */
  readonly variable: Variable;
}

type Variables = Readonly<Record<string, string | undefined>>;

/** The settings in the environment and in `folder/.env`; the environment wins. Throws as `readEnv` does. */
export function envFrom(folder: string, env: Variables = process.env): Env {
  return readEnv({ ...dotEnv(join(folder, '.env')), ...env });
}

function dotEnv(path: string): Variables {
  const found = onDisk(path);
  if (found === 'nothing') return {};
  if (found === 'folder') throw envError(['.env is a folder: take it away, or put a file in its place']);
  return parseEnv(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
}

/** Reads all settings. Throws a ConfigError with everything that is wrong; no message holds a value that may be secret. */
export function readEnv(env: Variables = process.env): Env {
  const faults: string[] = [];
  const settings: Settings = { given: name => value(env, name), fault: message => void faults.push(message) };
  const read: Env = {
    slack: slack(settings),
    discord: discord(settings),
    databaseUrl: databaseUrl(settings),
    config: settings.given('ATTACHE_CONFIG') ?? 'config',
    data: settings.given('ATTACHE_DATA') ?? 'data',
    userAgent: userAgent(settings),
    allowHosts: allowHosts(settings),
    spacing: spacing(settings),
    logLevel: logLevel(settings),
    color: color(settings, isDumb(env)),
    dumb: isDumb(env),
    variable: name => (isSecretName(name) ? null : value(env, name)),
  };
  if (faults.length > 0) throw envError(faults);
  return read;
}

/** What says how a terminal may look, for a program that takes nothing else from its environment. */
export const lookIn = ({ NO_COLOR, FORCE_COLOR, TERM }: Variables = process.env): Variables => ({
  ...{ NO_COLOR, FORCE_COLOR, TERM },
});

/** The terminal sets it itself. */
const isDumb = (env: Variables): boolean => value(env, 'TERM') === 'dumb';

/** As Node and most programs have it: https://force-color.org goes before https://no-color.org. */
function color({ given }: Settings, dumb: boolean): Env['color'] {
  const forced = given('FORCE_COLOR');
  if (forced !== null) return /^(0|false)$/i.test(forced) ? 'never' : 'always';
  return dumb || given('NO_COLOR') !== null ? 'never' : 'auto';
}

/** A variable that is set to nothing counts as not set: that is how compose files pass what they do not have. */
const value = (env: Variables, name: string): string | null => env[name]?.trim() || null;

const envError = (faults: readonly string[]): ConfigError =>
  new ConfigError(faults.map(message => ({ file: 'environment', line: null, column: null, message })));

interface Settings {
  readonly given: (name: SettingName) => string | null;
  readonly fault: (message: string) => void;
}

function slack(settings: Settings): SlackEnv | null {
  const apiUrl = `${address(settings, 'SLACK_API_URL', 'https://slack.com/api')}/`;
  const listener = { host: settings.given('SLACK_HOST') ?? '127.0.0.1', port: port(settings) };
  const botToken = token(
    settings,
    'SLACK_BOT_TOKEN',
    'xoxb-',
    'the Bot User OAuth Token from OAuth & Permissions',
  );
  const appToken = token(settings, 'SLACK_APP_TOKEN', 'xapp-', 'an App-Level Token from Basic Information');
  const signingSecret = secret(settings, 'SLACK_SIGNING_SECRET');
  const installing = installingBy(settings, listener, botToken !== null);
  if (!botToken && !installing)
    return alone(settings, ['SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'], 'SLACK_BOT_TOKEN');
  const shared = { botToken, apiUrl, installing };
  if (appToken) return { mode: 'socket', appToken, ...shared };
  if (signingSecret) return { mode: 'http', signingSecret, ...listener, ...shared };
  settings.fault(
    `${botToken ? 'SLACK_BOT_TOKEN' : 'SLACK_CLIENT_ID'} is set alone: set SLACK_APP_TOKEN for Socket Mode, or SLACK_SIGNING_SECRET for HTTP`,
  );
  return null;
}

const ofInstalling = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'ATTACHE_KEY', 'SLACK_URL'] as const;

/** Null where OAuth is not set up. A key or an address alone may stand ready. */
function installingBy(
  settings: Settings,
  listener: { readonly host: string; readonly port: number },
  isHomeKnown: boolean,
): InstallingEnv | null {
  const { given, fault } = settings;
  const home = workspaceBy(settings, isHomeKnown);
  const begun = (['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET'] as const).find(name => given(name) !== null);
  if (!begun) return home === null ? null : alone(settings, ['SLACK_WORKSPACE'], 'SLACK_CLIENT_ID');
  for (const name of ofInstalling) {
    if (given(name) === null) fault(`${begun} is set without ${name}: OAuth needs both, see .env.example`);
  }
  const [clientId, clientSecret] = [given('SLACK_CLIENT_ID'), secret(settings, 'SLACK_CLIENT_SECRET')];
  const [key, url] = [keyBy(settings), address(settings, 'SLACK_URL', 'https://attache.example.org')];
  return clientId && clientSecret && key ? { clientId, clientSecret, key, url, ...listener, home } : null;
}

function workspaceBy({ given, fault }: Settings, isHomeKnown: boolean): string | null {
  const text = given('SLACK_WORKSPACE');
  if (text === null) return null;
  if (!/^T[A-Z0-9]{2,}$/.test(text)) fault('SLACK_WORKSPACE is no workspace: copy its id (T0123ABCD)');
  if (isHomeKnown)
    fault('SLACK_WORKSPACE is set beside SLACK_BOT_TOKEN, whose workspace is home: take it out');
  return text;
}

/** 32 bytes, written in hexadecimal or Base64. */
function keyBy({ given, fault }: Settings): Secret<Uint8Array> | null {
  const text = given('ATTACHE_KEY');
  if (text === null) return null;
  const bytes = Buffer.from(text, /^[0-9a-f]{64}$/i.test(text) ? 'hex' : 'base64');
  if (bytes.length === 32) return new Secret(new Uint8Array(bytes));
  fault('ATTACHE_KEY is no key of 32 bytes: make one with openssl rand -hex 32');
  return null;
}

function secret({ given }: Settings, name: SecretName): Secret | null {
  const text = given(name);
  return text === null ? null : new Secret(text);
}

function token({ given, fault }: Settings, name: SecretName, prefix: string, what: string): Secret | null {
  const text = given(name);
  if (text === null) return null;
  if (!text.startsWith(prefix)) fault(`${name} does not begin with ${prefix}: copy ${what}`);
  return new Secret(text);
}

/** Finds fault with settings that do nothing without another. */
function alone({ given, fault }: Settings, names: readonly SettingName[], needed: SettingName): null {
  const lone = names.find(name => given(name) !== null);
  if (lone) fault(`${lone} is set without ${needed}: set ${needed} too, or take ${lone} out`);
  return null;
}

function port({ given, fault }: Settings): number {
  const text = given('SLACK_PORT') ?? '3000';
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  fault('SLACK_PORT is no port: write a number from 0 to 65535');
  return 0;
}

function discord(settings: Settings): DiscordEnv | null {
  const applicationId = snowflake(settings, 'DISCORD_APPLICATION_ID');
  const guildId = snowflake(settings, 'DISCORD_GUILD_ID');
  const apiUrl = address(settings, 'DISCORD_API_URL', 'https://discord.com/api');
  if (/\/v\d+$/.test(apiUrl))
    settings.fault('DISCORD_API_URL ends in a version: leave it out, discord.js adds its own');
  const botToken = secret(settings, 'DISCORD_TOKEN');
  if (!botToken) return alone(settings, ['DISCORD_APPLICATION_ID', 'DISCORD_GUILD_ID'], 'DISCORD_TOKEN');
  const spaced = /\s/.test(botToken.reveal());
  if (spaced) settings.fault('DISCORD_TOKEN has a space in it: copy the token alone, without “Bot”');
  return { token: botToken, applicationId, guildId, apiUrl };
}

function snowflake(
  { given, fault }: Settings,
  name: 'DISCORD_APPLICATION_ID' | 'DISCORD_GUILD_ID',
): string | null {
  const text = given(name);
  if (text !== null && !/^\d{17,20}$/.test(text)) fault(`${name} is no Discord id: copy its 17 to 20 digits`);
  return text;
}

/** A web address without a slash at its end. */
function address(
  { given, fault }: Settings,
  name: 'SLACK_API_URL' | 'SLACK_URL' | 'DISCORD_API_URL',
  otherwise: string,
): string {
  const text = given(name) ?? otherwise;
  const protocol = URL.parse(text)?.protocol;
  if (protocol !== 'https:' && protocol !== 'http:')
    fault(`${name} is no web address: write it whole, as ${otherwise}`);
  return text.replace(/\/+$/, '');
}

function databaseUrl({ given, fault }: Settings): Secret | null {
  const text = given('DATABASE_URL');
  if (text === null) return null;
  const protocol = URL.parse(text)?.protocol;
  if (protocol !== 'postgres:' && protocol !== 'postgresql:') {
    fault(
      'DATABASE_URL is no PostgreSQL address: write postgres://user:password@host:5432/database, or take it out',
    );
  }
  return new Secret(text);
}

/** Publishers want to know who fetches and whom to write to. */
function userAgent({ given, fault }: Settings): string {
  const contact = given('ATTACHE_CONTACT');
  const name = `attache/${version()}`;
  const text = given('ATTACHE_USER_AGENT') ?? (contact ? `${name} (+${contact})` : name);
  // https://www.rfc-editor.org/rfc/rfc9110#name-field-values
  if (!/^[\x20-\x7e]+$/.test(text))
    fault('ATTACHE_USER_AGENT and ATTACHE_CONTACT are sent in a header: use ASCII letters alone');
  return text;
}

/** Of this program, as its package says. */
function version(): string {
  const text = readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

function spacing({ given, fault }: Settings): number {
  const text = given('ATTACHE_SPACING') ?? '1';
  if (/^\d{1,3}(\.\d{1,3})?$/.test(text)) return Math.round(Number(text) * 1000);
  fault('ATTACHE_SPACING is no number of seconds: write 1, or 0.5');
  return 0;
}

function allowHosts({ given, fault }: Settings): string[] {
  const hosts = (given('ATTACHE_ALLOW_HOSTS') ?? '').split(/[\s,]+/).filter(host => host !== '');
  for (const host of hosts) {
    if (!/^([^\s:/@]+|\[[0-9a-f:.]+\]):\d{1,5}$/i.test(host))
      fault(`ATTACHE_ALLOW_HOSTS: write ${host} as host:port`);
  }
  return hosts.map(host => host.toLowerCase());
}

function logLevel({ given, fault }: Settings): Env['logLevel'] {
  const text = given('LOG_LEVEL')?.toLowerCase() ?? 'info';
  const level = logLevels.find(known => known === text);
  if (!level) fault(`LOG_LEVEL: ${notOneOf(text, logLevels)}`);
  return level ?? 'info';
}
