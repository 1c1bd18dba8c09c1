import { type Replay, replayed } from '../core/alert-replay.ts';
import { lookalikes, parties } from '../core/catalog.ts';
import type { AlertRule, Channel } from '../core/desk.ts';
import { UserError } from '../core/errors.ts';
import { deskWith, type Setting } from '../core/setting.ts';
import { day, hour } from '../core/time.ts';
import type { ShownAlert } from '../views/alerts.ts';
import { awayFrom, tryAgain } from './away.ts';
import type { Context } from './command.ts';
import { firstsIn } from './firsts.ts';
import { idHere, keepRule, personOf } from './settings.ts';

/** The alerts that who asks may know of: their own, and those of channels. */
export const alertsSeen = (context: Pick<Context, 'desk' | 'platform' | 'who'>): AlertRule[] =>
  context.desk.alerts.filter(rule => rule.owner === null || isOwn(rule, context));

export const isOwn = ({ owner }: AlertRule, asker: Pick<Context, 'platform' | 'who'>): boolean =>
  owner === personOf(asker);

/** The alert that is named, else the only one of one's own. An alert of somebody else is not there. */
export function alertMeant(id: string | undefined, context: Context): AlertRule {
  const seen = alertsSeen(context);
  const ids = seen.map(rule => rule.id);
  const own = seen.filter(rule => isOwn(rule, context));
  if (id === undefined) {
    const [only] = own;
    if (only && own.length === 1) return only;
    const suggestions = (own.length > 0 ? own.map(rule => rule.id) : ids).slice(0, 5);
    throw new UserError('Say which one with alert:NAME. /alerts list shows them.', {
      suggestions,
      option: 'alert',
    });
  }
  const found = seen.find(rule => rule.id === id);
  if (found) return found;
  throw new UserError(`There is no alert “${id.slice(0, 40)}”. /alerts list shows those there are.`, {
    suggestions: lookalikes(id, ids),
    option: 'alert',
  });
}

/** The alert that is meant, where who asks may change it. Throws a UserError where not. */
export function alertToChange(id: string | undefined, context: Context): AlertRule {
  const rule = alertMeant(id, context);
  if (isOwn(rule, context) || context.isManager) return rule;
  throw new UserError(
    `The alert ${rule.id} is its channel’s: it is for managers of this desk to change. Your own: /alerts add`,
  );
}

/**
 * Where a person's own alerts go: a direct message. Discord's ids do not show whether they are a person's; and a person
 * there is the same in all servers.
 */
export function channelOfPerson(context: Context): Channel {
  const { platform, who } = context;
  const space = platform === 'discord' ? null : context.space;
  const id = idHere(`person-${platform}`, who, { ...context, space });
  return { id, platform, to: platform === 'discord' ? `user:${who}` : who, space };
}

/** Whether a channel is somebody's direct messages. */
const isPersons = ({ id }: Channel): boolean => id.startsWith('person-');

/** The channels of this space that who asks may know of: not the direct messages of others. */
export const channelsSeen = (context: Context): Channel[] => {
  const own = channelOfPerson(context).id;
  return context.desk.channels.filter(channel => !isPersons(channel) || channel.id === own);
};

const mostOwn = 20;

/** A name that no alert ever had: what was told under a name is not told again. */
export async function nextAlertId(channel: Channel, context: Context): Promise<string> {
  const own = context.desk.alerts.filter(rule => isOwn(rule, context));
  if (isPersons(channel) && own.length >= mostOwn)
    throw new UserError(
      `You have ${mostOwn} alerts, which is all there may be. /alerts remove takes one away.`,
    );
  const set = await context.settings.current();
  const used = new Set([...set, ...context.desk.alerts].map(({ id }) => id));
  for (let number = 1; ; number++) {
    const id = `${channel.id}-${number}`;
    if (!used.has(id)) return id;
  }
}

/** The alert that asks for the same in the same place; null where there is none. */
export function sameAlert(rule: AlertRule, { desk }: Context): AlertRule | null {
  const asked = (each: AlertRule): string =>
    JSON.stringify(
      Object.entries({ ...each, id: '', snoozedUntil: null }).sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  return desk.alerts.find(each => asked(each) === asked(rule)) ?? null;
}

/** Keeps an alert; what is not snoozed is told again where its place took no messages. */
export async function saveAlert(
  id: string,
  value: AlertRule | null,
  context: Context,
  channel: Channel | null = null,
): Promise<void> {
  await keepRule({ kind: 'alert', id, value }, channel, context);
  if (value && value.snoozedUntil === null) await tryAgain(value, context);
}

/** Mutes an alert, or lets it tell again at once, and gives it as it is then. */
export async function setMuted(rule: AlertRule, paused: boolean, context: Context): Promise<AlertRule> {
  const changed = { ...rule, paused, ...(paused ? {} : { snoozedUntil: null }) };
  await saveAlert(rule.id, changed, context);
  return changed;
}

/** Who last set an alert in chat; null where it is as the file has it. */
export async function settingOf({ id }: AlertRule, context: Context): Promise<Setting | null> {
  const set = await context.settings.current();
  return set.find(each => each.kind === 'alert' && each.id === id && each.value !== null) ?? null;
}

export const replayDays = 7;
const mostReplayed = 5_000;

/** What a rule would have told in the past seven days. */
export async function replayOf(rule: AlertRule, context: Context): Promise<Replay> {
  const period = { from: context.now - replayDays * day, until: context.now };
  const scope = {
    ...(rule.topics.length > 0 ? { topics: rule.topics } : {}),
    ...(rule.parties.length > 0 ? { parties: rule.parties } : {}),
  };
  const from = period.from - Math.max(2 * day, rule.cooldownHours * hour);
  const statements = await context.ledger.statements({ ...scope, from, limit: mostReplayed });
  const holders = parties(context.catalog).map(({ id }) => id);
  const topics = rule.topics.length > 0 ? { topics: rule.topics } : {};
  const shifts = await context.positions.shifts({ ...topics, holders, from: period.from });
  const recent = statements.filter(({ at }) => at >= period.from);
  const firsts = await firstsIn(recent, [rule], context.ledger);
  return replayed(rule, { statements, shifts, firsts }, period);
}

/** An alert with what `/alerts list` says of it. */
export async function shownAlert(rule: AlertRule, context: Context): Promise<ShownAlert> {
  const set = await context.settings.current();
  const { channels } = deskWith(context.desk, set);
  const channel = channels.find(({ id }) => id === rule.channel) ?? null;
  const away = await awayFrom(channel, context.marks);
  return { rule, channel, away, changed: rule.owner === null ? await settingOf(rule, context) : null };
}
