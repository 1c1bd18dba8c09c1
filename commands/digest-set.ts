import { tryAgain } from '../src/app/away.ts';
import { orAll } from '../src/app/choices.ts';
import { type Context, command } from '../src/app/command.ts';
import * as deskKinds from '../src/app/desk-kinds.ts';
import { digestButtons, digestWords, newDigestButton } from '../src/app/digest-form.ts';
import { digestMeant, shownDigest } from '../src/app/digests.ts';
import * as kinds from '../src/app/kinds.ts';
import * as ruleKinds from '../src/app/rule-kinds.ts';
import { channelHere, keepRule } from '../src/app/settings.ts';
import type { DigestRule } from '../src/core/desk.ts';
import { UserError } from '../src/core/errors.ts';
import type { Message } from '../src/core/message.ts';
import { digestsMessage } from '../src/views/digests.ts';

export const digestSet = command({
  name: 'digest set',
  summary: 'Sets or changes the digest of this channel: hours, days, topics',
  example: '/digest set at:07:30 days:weekdays',
  reply: 'personal',
  access: 'manager',
  options: {
    at: { kind: deskKinds.times, summary: 'local time, or several: 07:30,18:00' },
    days: { kind: deskKinds.weekdays, summary: 'daily, weekdays, or mon,thu' },
    zone: { kind: deskKinds.zone, summary: 'time zone, as Europe/Kyiv' },
    topic: { kind: orAll(kinds.topic), summary: 'only on this topic, or all' },
    party: { kind: orAll(kinds.party), summary: 'only of this party, or all' },
    quiet: {
      kind: deskKinds.oneOf('line or skip', ['line', 'skip']),
      summary: 'a day without news: one line, or nothing',
    },
    language: {
      kind: deskKinds.dateLanguage,
      summary: 'language of the dates, as uk or de; off: each reader’s own',
    },
    silent: {
      kind: deskKinds.oneOf('yes or no', ['yes', 'no']),
      summary: 'yes: notifies nobody, on Discord; Slack always notifies',
    },
    digest: { kind: ruleKinds.digest, summary: 'another digest than the one of this channel' },
  },
  async filled({ digest }, context) {
    // Which channel it is for is asked by the form: its digest, if there is one, stays as it is where nothing is filled in.
    if (digest === undefined && context.where === null) return {};
    return digestWords(digestToSet(digest, context) ?? newDigest(context), context);
  },
  async run({ digest, ...given }, context) {
    const known = digestToSet(digest, context);
    if (Object.keys(given).length === 0) return unchanged(known, context);
    const { at, days, zone, topic, party, quiet, language, silent } = given;
    if (!known && !at) throw new UserError('Say when it comes: /digest set at:07:30', { option: 'at' });
    const rule: DigestRule = {
      ...heard(dated(known ?? newDigest(context), language), silent),
      ...(at ? { at } : {}),
      ...(days ? { weekdays: days } : {}),
      ...(zone ? { zone } : {}),
      ...(topic ? { topics: topic === 'all' ? [] : topic.map(({ id }) => id) } : {}),
      ...(party ? { parties: party === 'all' ? [] : [party.id] } : {}),
      ...(quiet ? { whenQuiet: quiet } : {}),
    };
    const channel = known ? null : channelHere(context);
    await keepRule({ kind: 'digest', id: rule.id, value: rule }, channel, context);
    await tryAgain(rule, context);
    return digestsMessage([{ ...(await shownDigest(rule, context)), next: null }], context);
  },
});

/** Nothing is said that is to change: the digest as it is, and forms to change it. */
async function unchanged(known: DigestRule | null, context: Context): Promise<Message> {
  if (!known) return digestsMessage([], context, [newDigestButton]);
  return digestsMessage([await shownDigest(known, context)], context, digestButtons([known], context));
}

const digestToSet = (id: string | undefined, context: Context): DigestRule | null =>
  id === undefined ? digestHere(context) : digestMeant(id, context);

/** The digest of this channel, where there is just one. */
function digestHere(context: Context): DigestRule | null {
  const here = channelHere(context).id;
  return context.desk.digests.some(({ channel }) => channel === here)
    ? digestMeant(undefined, context)
    : null;
}

function dated({ language: before, ...rule }: DigestRule, given: string | undefined): DigestRule {
  const language = given ?? before;
  return language === undefined || language === 'off' ? rule : { ...rule, language };
}

function heard({ silent: before, ...rule }: DigestRule, given: 'yes' | 'no' | undefined): DigestRule {
  const isSilent = given === undefined ? before : given === 'yes';
  return isSilent ? { ...rule, silent: true } : rule;
}

function newDigest(context: Context): DigestRule {
  const { id } = channelHere(context);
  const always = { weekdays: [0, 1, 2, 3, 4, 5, 6], whenQuiet: 'line', paused: false } as const;
  return { id, channel: id, at: [], zone: context.zone, topics: [], parties: [], ...always };
}
