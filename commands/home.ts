import { changeAlertButton, newAlertButton } from '../src/app/alert-form.ts';
import { alertsSeen, isOwn, shownAlert } from '../src/app/alerts.ts';
import { type CommandSpec, type Context, command } from '../src/app/command.ts';
import { channelDigestButton } from '../src/app/digest-form.ts';
import { shownDigest } from '../src/app/digests.ts';
import { exampleHere } from '../src/app/examples.ts';
import { feedsListed } from '../src/app/feeds.ts';
import { parseCommandLine } from '../src/app/line.ts';
import { feedHealth } from '../src/core/health.ts';
import type { Action } from '../src/core/message.ts';
import type { ShownDigest } from '../src/views/digests.ts';
import { homeMessage } from '../src/views/home.ts';

const shownDigests = 10;
const asked = ['stance', 'matrix', 'shifts', 'brief', 'quotes', 'search'];

export const home = command({
  name: 'home',
  summary: 'What is yours at one sight: alerts, quiet hours, the next digests, how the feeds are',
  example: '/home',
  reply: 'personal',
  access: 'everyone',
  options: {},
  async run(_given, context) {
    const own = alertsSeen(context).filter(rule => isOwn(rule, context));
    return homeMessage({
      ...context,
      alerts: await Promise.all(own.map(rule => shownAlert(rule, context))),
      forms: {
        add: newAlertButton,
        change: changeAlertButton,
        digest: isAnywhere(context) ? channelDigestButton : null,
      },
      digests: await comingDigests(context),
      feeds: feedHealth(await context.feedStates.all(), context.catalog),
      examples: await examplesHere(context),
    });
  },
});

/** The digests that will come, soonest first; those whose time is not set yet last. */
async function comingDigests(context: Context): Promise<ShownDigest[]> {
  const all = await Promise.all(context.desk.digests.map(rule => shownDigest(rule, context)));
  return all
    .filter(({ rule, channel, away }) => !rule.paused && !away && channel !== null && channel.to !== null)
    .sort((a, b) => (a.next ?? Number.POSITIVE_INFINITY) - (b.next ?? Number.POSITIVE_INFINITY))
    .slice(0, shownDigests);
}

async function examplesHere(context: Context): Promise<Action[]> {
  const typing = { ...context, feeds: await feedsListed(context) };
  const isAsked = ({ name }: CommandSpec): boolean => asked.includes(name);
  return context.commands.filter(isAsked).flatMap(each => {
    const label = exampleHere(each, typing);
    const line = parseCommandLine(label);
    return line ? [{ label, ...line }] : [];
  });
}

/** Whether who asks may set a digest, and there is no channel around that it would be for. The terminal has none at all. */
const isAnywhere = ({ isManager, where, platform }: Context): boolean =>
  isManager && where === null && platform !== 'terminal';
