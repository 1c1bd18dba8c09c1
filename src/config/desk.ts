import { z } from 'zod';
import type { Catalog } from '../core/catalog.ts';
import {
  type AlertRule,
  type Audience,
  type Channel,
  type Desk,
  type DigestRule,
  type Scope,
  usualSilence,
} from '../core/desk.ts';
import { isLanguage } from '../core/time.ts';
import type { TopicId } from '../core/topic.ts';
import { id, type Known, reference, references, text, zone } from './fields.ts';
import { shown } from './problems.ts';
import { rawKeys, type YamlFile } from './yaml.ts';

export const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

const idOf = (pattern: RegExp, what: string): z.ZodType<string | null> =>
  z
    .string()
    .regex(pattern, { error: ({ input }) => `${shown(String(input))} is no ${what}` })
    .nullable();

// Forms of Slack's ids: https://docs.slack.dev/reference/objects ; Discord's: https://discord.com/developers/docs/reference#snowflakes
const slackChannel = idOf(
  /^[CGDUW][A-Z0-9]{2,}$/,
  'Slack channel: copy its id (C0123ABCD) from the channel’s details',
);
const slackAudience = idOf(
  /^[SUW][A-Z0-9]{2,}$/,
  'Slack user group or user: copy its id (S0123ABCD or U0123ABCD)',
);
const slackUser = idOf(/^[UW][A-Z0-9]{2,}$/, 'Slack user: copy the member id (U0123ABCD) from the profile');
const snowflake = (what: string): z.ZodType<string | null> =>
  idOf(/^\d{17,20}$/, `Discord ${what}: copy its id (17 to 20 digits) with Developer Mode on`);

const workspace = z.string().regex(/^T[A-Z0-9]{2,}$/, {
  error: ({ input }) => `${shown(String(input))} is no Slack workspace: copy its id (T0123ABCD)`,
});
const server = z.string().regex(/^\d{17,20}$/, {
  error: ({ input }) => `${shown(String(input))} is no Discord server: copy its id with Developer Mode on`,
});
/** A person's direct messages go by the person's id, which does not show that it is one. */
const discordChannel = idOf(
  /^(?:user:)?\d{17,20}$/,
  'Discord channel: copy its id (17 to 20 digits) with Developer Mode on',
);

const channelSchema = z.discriminatedUnion(
  'platform',
  [
    z.strictObject({ platform: z.literal('slack'), to: slackChannel, space: workspace.exactOptional() }),
    z.strictObject({
      platform: z.literal('discord'),
      to: discordChannel,
      space: server.exactOptional(),
    }),
    z.strictObject({ platform: z.literal('terminal'), to: text.nullable() }),
  ],
  { error: ({ input }) => `platform is one of slack, discord, terminal${platformFound(input)}` },
);

function platformFound(input: unknown): string {
  const found = (input as { platform?: unknown } | null)?.platform;
  return typeof found === 'string' ? `, not ${shown(found)}` : '';
}

const audienceSchema = z.strictObject({
  name: text,
  slack: slackAudience.optional(),
  discord: snowflake('role').optional(),
});

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, {
  error: ({ input }) => `${shown(String(input))} is no time of day: write it as '07:30'`,
});

const days = z.union([z.enum(['daily', 'weekdays']), z.array(z.enum(weekdays)).min(1)], {
  error: 'write daily, weekdays, or a list such as [mon, thu]',
});

const maxAge = z.string().regex(/^[1-9]\d{0,3}[hd]$/, {
  error: ({ input }) => `${shown(String(input))} is no age: write hours or days, as 12h or 2d`,
});

const perHour = z.number().refine(count => Number.isInteger(count) && count >= 1 && count <= 1_000, {
  error: 'write how many messages an hour at most: a whole number from 1 to 1000',
});

const silentDays = z.number().refine(days => Number.isInteger(days) && days >= 1 && days <= 3_650, {
  error: 'write how many days make a silence: a whole number from 1 to 3650',
});

const dateLanguage = z.string().refine(isLanguage, {
  error: ({ input }) =>
    `${shown(String(input))} is no language that dates are known in: write one such as uk or de`,
});

const owner = z.string().regex(/^(?:slack|discord|terminal) \S+$/, {
  error: ({ input }) => `${shown(String(input))} is nobody: write platform and id, as slack U0123ABCD`,
});

const moment = z.iso.datetime({
  error: ({ input }) => `${shown(String(input))} is no moment: write it as 2025-11-28T10:00:00Z`,
});

const quietHours = z
  .strictObject({
    from: timeOfDay,
    until: timeOfDay,
    zone: zone.optional(),
    through: z.enum(['nothing', 'shifts']).default('nothing'),
  })
  .refine(({ from, until }) => from !== until, {
    path: ['until'],
    error: 'from and until are the same: write two times, or paused: true for always',
  });

/** What `desk.yaml` may refer to. */
export interface Followed {
  /** Topics, families and negotiations. */
  readonly fields: Known;
  readonly parties: Known;
  readonly actors: Known;
  readonly outlets: Known;
}

const scopeSchema = ({ fields, parties }: Pick<Followed, 'fields' | 'parties'>) => ({
  topics: references(fields, 'a topic, a family or a negotiation of negotiations/').default([]),
  parties: references(parties, 'a party of negotiations/').default([]),
});

/** The schema of `desk.yaml`, whose rules refer to its own channels and audiences. */
export function deskSchema(file: YamlFile, followed: Followed) {
  const channel = reference(rawKeys(file, 'channels'), 'a channel of this file');
  const audiences = references(rawKeys(file, 'audiences'), 'an audience of this file');
  const digest = z.strictObject({
    channel,
    at: z.union([timeOfDay, z.array(timeOfDay).min(1)], {
      error: "write a time of day as '07:30', or a list such as ['07:30', '18:00']",
    }),
    days: days.default('daily'),
    zone: zone.optional(),
    quiet: z.enum(['skip', 'line']).default('line'),
    language: dateLanguage.optional(),
    silent: z.boolean().default(false),
    paused: z.boolean().default(false),
    ...scopeSchema(followed),
  });
  const alert = z.strictObject({
    channel,
    audiences: audiences.default([]),
    kinds: z
      .array(z.enum(['statement', 'shift', 'first', 'silence']))
      .min(1)
      .default(['statement', 'shift']),
    grades: z
      .array(z.enum(['on-record', 'anonymous', 'reported', 'analyst']))
      .min(1)
      .default(['on-record']),
    maxAge: maxAge.default('12h'),
    people: references(followed.actors, 'an actor of actors.yaml').default([]),
    outlets: references(followed.outlets, 'an outlet of feeds.yaml').default([]),
    quietHours: quietHours.optional(),
    perHour: perHour.optional(),
    cooldown: maxAge.optional(),
    silentDays: silentDays.default(usualSilence),
    owner: owner.optional(),
    snoozedUntil: moment.optional(),
    paused: z.boolean().default(false),
    ...scopeSchema(followed),
  });
  return z.strictObject({
    zone,
    channels: z.record(id, channelSchema),
    audiences: z.record(id, audienceSchema).default({}),
    digests: z.record(id, digest).default({}),
    alerts: z.record(id, alert).default({}),
    notices: references(rawKeys(file, 'channels'), 'a channel of this file').default([]),
    managers: managersSchema.default({ slack: [], discord: [], terminal: [], spaces: {} }),
  });
}

const managersSchema = z.strictObject({
  slack: z.array(slackUser).default([]),
  discord: z.array(snowflake('user')).default([]),
  terminal: z.array(text).default([]),
  spaces: z
    .record(z.union([workspace, server]), z.array(z.union([slackUser, snowflake('user')])))
    .default({}),
});

type DeskFile = z.infer<ReturnType<typeof deskSchema>>;
type DigestEntry = DeskFile['digests'][string];
type AlertEntry = DeskFile['alerts'][string];

export function desk(
  { zone, channels, audiences, digests, alerts, notices, managers }: DeskFile,
  catalog: Catalog,
): Desk {
  return {
    zone,
    channels: Object.entries(channels).map(([id, channel]): Channel => ({ id, ...channel })),
    audiences: Object.entries(audiences).map(
      ([id, { name, slack = null, discord = null }]): Audience => ({ id, name, slack, discord }),
    ),
    digests: Object.entries(digests).map(([id, digest]) => within(digestRule(id, digest, zone), catalog)),
    alerts: Object.entries(alerts).map(([id, alert]) => within(alertRule(id, alert, zone), catalog)),
    notices,
    managers: {
      slack: present(managers.slack),
      discord: present(managers.discord),
      terminal: managers.terminal,
    },
    spaceManagers: Object.fromEntries(
      Object.entries(managers.spaces).map(([space, people]) => [space, present(people)]),
    ),
  };
}

/** A rule with the topics of the families and negotiations that it names. */
const within = <Rule extends Scope>(rule: Rule, catalog: Catalog): Rule => ({
  ...rule,
  topics: [...new Set(rule.topics.flatMap(name => topicsIn(name, catalog)))],
});

function topicsIn(name: string, { topics, negotiations }: Catalog): TopicId[] {
  if (topics.has(name)) return [name];
  const family = [...topics.values()].filter(each => each.family === name);
  const found = family.length > 0 ? family : (negotiations.find(({ id }) => id === name)?.topics ?? []);
  return found.map(({ id }) => id);
}

function digestRule(
  id: string,
  { at, quiet, days, zone, language, silent, ...digest }: DigestEntry,
  deskZone: string,
): DigestRule {
  const times = [...new Set([at].flat())].sort();
  return {
    id,
    ...digest,
    at: times,
    weekdays: weekdayNumbers(days),
    zone: zone ?? deskZone,
    whenQuiet: quiet,
    ...(language === undefined ? {} : { language }),
    ...(silent ? { silent } : {}),
  };
}

function weekdayNumbers(days: DigestEntry['days']): number[] {
  if (days === 'daily') return [0, 1, 2, 3, 4, 5, 6];
  if (days === 'weekdays') return [1, 2, 3, 4, 5];
  return days.map(day => weekdays.indexOf(day));
}

function alertRule(
  id: string,
  { maxAge, quietHours, perHour, cooldown, owner, snoozedUntil, ...alert }: AlertEntry,
  deskZone: string,
): AlertRule {
  return {
    id,
    ...alert,
    owner: owner ?? null,
    snoozedUntil: snoozedUntil === undefined ? null : Date.parse(snoozedUntil),
    perHour: perHour ?? null,
    maxAgeHours: hoursIn(maxAge),
    cooldownHours: cooldown === undefined ? 0 : hoursIn(cooldown),
    quietHours: quietHours ? { ...quietHours, zone: quietHours.zone ?? deskZone } : null,
  };
}

const hoursIn = (span: string): number => Number.parseInt(span, 10) * (span.endsWith('d') ? 24 : 1);

/** Without those whose variable is not set. */
const present = (ids: readonly (string | null)[]): string[] => ids.filter(id => id !== null);
