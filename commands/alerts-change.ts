import { alertWords } from '../src/app/alert-form.ts';
import { alertToChange, saveAlert, shownAlert } from '../src/app/alerts.ts';
import { orAll } from '../src/app/choices.ts';
import { type Context, command } from '../src/app/command.ts';
import * as deskKinds from '../src/app/desk-kinds.ts';
import * as kinds from '../src/app/kinds.ts';
import * as ruleKinds from '../src/app/rule-kinds.ts';
import * as times from '../src/app/times.ts';
import type { AlertRule, QuietHours } from '../src/core/desk.ts';
import { UserError } from '../src/core/errors.ts';
import { alertDone } from '../src/views/alerts.ts';

export const alertsChange = command({
  name: 'alerts change',
  summary: 'Changes what an alert tells and when; what is not said stays as it is',
  example: '/alerts change quiet:22:00-07:00',
  reply: 'personal',
  access: 'everyone',
  options: {
    alert: { kind: ruleKinds.alertToChange, summary: 'which one; your only one if not given' },
    topic: { kind: orAll(kinds.field), summary: 'only on this topic, family or negotiation, or all' },
    party: { kind: orAll(kinds.party), summary: 'only involving this party, or all' },
    person: { kind: orAll(kinds.actor), summary: 'only what this person or body says, or all' },
    outlet: { kind: orAll(deskKinds.outlet), summary: 'only in this outlet, or all' },
    kind: {
      kind: deskKinds.oneOf('kind', ['all', 'statement', 'shift', 'first', 'silence']),
      summary: 'all is statements and shifts',
    },
    days: { kind: times.days, summary: 'how long a silence was that is broken' },
    quiet: { kind: deskKinds.quietHours, summary: 'told in one message at their end: 22:00-07:00; or off' },
    through: { kind: deskKinds.oneOf('what', ['nothing', 'shifts']), summary: 'what passes in quiet hours' },
    zone: { kind: deskKinds.zone, summary: 'time zone of the quiet hours' },
    perhour: { kind: deskKinds.count('messages', 0, 1_000), summary: 'at most so many an hour; 0 is any' },
    cooldown: {
      kind: deskKinds.count('hours', 0, 720),
      summary: 'no repetition of a position within so many',
    },
  },
  async filled({ alert }, context) {
    return alertWords(alertToChange(alert, context), context);
  },
  async run({ alert, topic, party, person, outlet, kind, ...given }, context) {
    const known = alertToChange(alert, context);
    const rule: AlertRule = {
      ...known,
      ...(topic ? { topics: idsOf(topic === 'all' ? topic : topic.topics) } : {}),
      ...(party ? { parties: idsOf(party) } : {}),
      ...(person ? { people: idsOf(person) } : {}),
      ...(outlet ? { outlets: idsOf(outlet) } : {}),
      ...(kind ? { kinds: kind === 'all' ? ['statement', 'shift'] : [kind] } : {}),
      ...(given.perhour === undefined ? {} : { perHour: given.perhour === 0 ? null : given.perhour }),
      ...(given.cooldown === undefined ? {} : { cooldownHours: given.cooldown }),
      ...(given.days === undefined ? {} : { silentDays: given.days }),
      quietHours: quietHoursOf(known, given, context),
    };
    if (given.days !== undefined && !rule.kinds.includes('silence'))
      throw new UserError('days says how long a silence was: add kind:silence.', { option: 'days' });
    await saveAlert(rule.id, rule, context);
    return alertDone('Changed.', await shownAlert(rule, context), context);
  },
});

type OneOrMore = { readonly id: string } | readonly { readonly id: string }[];

const idsOf = (meant: OneOrMore | 'all'): string[] =>
  meant === 'all' ? [] : [meant].flat().map(({ id }) => id);

interface Quiet {
  readonly quiet?: { readonly from: string; readonly until: string } | 'off' | undefined;
  readonly through?: QuietHours['through'] | undefined;
  readonly zone?: string | undefined;
}

function quietHoursOf(
  { quietHours }: AlertRule,
  { quiet, ...given }: Quiet,
  context: Context,
): QuietHours | null {
  const hours = quiet ?? quietHours ?? 'off';
  if (hours === 'off') return null;
  const { from, until } = hours;
  const zone = given.zone ?? quietHours?.zone ?? context.zone;
  return { from, until, zone, through: given.through ?? quietHours?.through ?? 'nothing' };
}
