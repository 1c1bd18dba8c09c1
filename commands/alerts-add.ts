import {
  channelOfPerson,
  nextAlertId,
  replayOf,
  sameAlert,
  saveAlert,
  shownAlert,
} from '../src/app/alerts.ts';
import { type Context, command } from '../src/app/command.ts';
import * as deskKinds from '../src/app/desk-kinds.ts';
import * as kinds from '../src/app/kinds.ts';
import * as ruleKinds from '../src/app/rule-kinds.ts';
import { channelHere, personOf } from '../src/app/settings.ts';
import * as times from '../src/app/times.ts';
import { type AlertRule, type Channel, usualSilence } from '../src/core/desk.ts';
import { UserError } from '../src/core/errors.ts';
import { alertDone, alertProposed } from '../src/views/alerts.ts';

export const alertsAdd = command({
  name: 'alerts add',
  summary: 'An alert for yourself, in a direct message; managers: for this channel',
  example: '/alerts add party:Russia kind:shift',
  reply: 'personal',
  access: 'everyone',
  options: {
    topic: { kind: kinds.field, summary: 'only on this topic, family of topics or negotiation' },
    party: { kind: kinds.party, summary: 'only involving this party' },
    person: { kind: kinds.actor, summary: 'only what this person or body says' },
    outlet: { kind: deskKinds.outlet, summary: 'only in this outlet' },
    kind: {
      kind: deskKinds.oneOf('kind', ['all', 'statement', 'shift', 'first', 'silence']),
      summary: 'statements and shifts if not given',
    },
    days: { kind: times.days, summary: 'how long a silence was that is broken; 30 if not given' },
    quiet: { kind: deskKinds.quietHours, summary: 'told in one message at their end: 22:00-07:00' },
    through: { kind: deskKinds.oneOf('what', ['nothing', 'shifts']), summary: 'what passes in quiet hours' },
    zone: { kind: deskKinds.zone, summary: 'time zone of the quiet hours' },
    perhour: { kind: deskKinds.count('messages', 1, 1_000), summary: 'at most so many an hour' },
    cooldown: {
      kind: deskKinds.count('hours', 1, 720),
      summary: 'no repetition of a position within so many',
    },
    to: {
      kind: deskKinds.oneOf('me or channel', ['me', 'channel']),
      summary: 'you, or this channel (managers)',
    },
    audience: { kind: ruleKinds.audience, summary: 'whom to mention in the channel' },
    save: { kind: deskKinds.oneOf('yes', ['yes']), summary: 'keeps it without asking' },
  },
  async run({ topic, party, person, outlet, kind, quiet, save, ...given }, context) {
    const channel = channelFor(given.to, context);
    const audiences = audiencesFor(given, context);
    const hours = quiet === undefined || quiet === 'off' ? null : quiet;
    const zone = given.zone ?? context.zone;
    const rule: AlertRule = {
      ...{ id: await nextAlertId(channel, context), channel: channel.id, audiences },
      owner: given.to === 'channel' ? null : personOf(context),
      kinds: kind === undefined || kind === 'all' ? ['statement', 'shift'] : [kind],
      silentDays: silentDaysFor(kind, given.days),
      grades: ['on-record'],
      topics: topic?.topics.map(({ id }) => id) ?? [],
      parties: party ? [party.id] : [],
      people: person ? [person.id] : [],
      outlets: outlet ? [outlet.id] : [],
      maxAgeHours: usualAge,
      quietHours: hours && { ...hours, zone, through: given.through ?? 'nothing' },
      perHour: given.perhour ?? null,
      cooldownHours: given.cooldown ?? 0,
      ...{ paused: false, snoozedUntil: null },
    };
    const same = sameAlert(rule, context);
    if (same) return alertDone('There is this alert already.', await shownAlert(same, context), context);
    if (save) {
      await saveAlert(rule.id, rule, context, channel);
      return alertDone('Saved.', await shownAlert(rule, context), context);
    }
    const words = { label: 'Save', command: 'alerts add', given: { ...context.given, save: 'yes' } };
    const shown = { rule, channel, away: null, changed: null };
    return alertProposed(shown, await replayOf(rule, context), words, context);
  },
});

const usualAge = 12;

function silentDaysFor(kind: string | undefined, days: number | undefined): number {
  if (days === undefined || kind === 'silence') return days ?? usualSilence;
  throw new UserError('days says how long a silence was: add kind:silence.', { option: 'days' });
}

function channelFor(to: 'me' | 'channel' | undefined, context: Context): Channel {
  if (to !== 'channel') return channelOfPerson(context);
  if (context.isManager) return channelHere(context);
  throw new UserError(
    'Alerts for a channel are for managers of this desk. For yourself, leave out to:channel.',
  );
}

function audiencesFor(
  { to, audience }: { readonly to?: string | undefined; readonly audience?: string | undefined },
  { desk }: Context,
): string[] {
  if (audience === undefined) return [];
  if (to !== 'channel') throw new UserError('An audience is mentioned in a channel: add to:channel.');
  const ids = desk.audiences.map(({ id }) => id);
  if (ids.includes(audience)) return [audience];
  throw new UserError(`There is no audience “${audience}” in desk.yaml.`, {
    suggestions: ids.slice(0, 5),
    option: 'audience',
  });
}
