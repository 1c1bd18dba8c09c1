import { namesOf, wordsOf } from '../core/catalog.ts';
import type { AlertRule, DigestRule, Scope } from '../core/desk.ts';
import type { ListedFeed } from '../core/feed-setting.ts';
import { alertsSeen, isOwn } from './alerts.ts';
import type { Kind, Typing } from './command.ts';
import { type Completion, matching } from './completion.ts';
import { ruleId } from './desk-kinds.ts';

/** The name of something that the desk has, in its files or set in chat. */
const named = (name: string, those: (typing: Typing) => readonly Completion[]): Kind<string> => ({
  ...ruleId,
  name,
  ofTheDesk: true,
  complete: (part, typing) => matching(part, those(typing)),
});

const digests = (are: (rule: DigestRule) => boolean): Kind<string> =>
  named('digest', typing => typing.desk.digests.filter(are).map(rule => digestChoice(rule, typing)));

/** Any digest. */
export const digest = digests(() => true);
export const pausedDigest = digests(({ paused }) => paused);
export const comingDigest = digests(({ paused }) => !paused);

const alerts = (are: (rule: AlertRule, typing: Typing) => boolean): Kind<string> =>
  named('alert', typing =>
    alertsSeen(typing)
      .filter(rule => are(rule, typing))
      .map(rule => ruleChoice(rule, typing)),
  );

/** An alert that who is typing may know of. */
export const alert = alerts(() => true);
/** One that they may change: their own; a manager also those of channels. */
export const alertToChange = alerts((rule, typing) => typing.isManager || isOwn(rule, typing));

/** Whom a channel's alert mentions: for managers. */
export const audience = named('audience', ({ desk, isManager }) =>
  isManager ? desk.audiences.map(({ id, name }) => ({ name, value: id, names: [id] })) : [],
);

const feeds = (are: (feed: ListedFeed) => boolean): Kind<string> =>
  named('feed', typing => typing.feeds.filter(are).map(feedChoice));

export const polledFeed = feeds(({ state }) => state === 'polled');
export const pausedFeed = feeds(({ state }) => state === 'paused');
/** One that was added in chat and is still there. */
export const addedFeed = feeds(({ added, state }) => added !== null && state !== 'removed');
/** What a feed is to be called: that of a removed one may come back, under its old name. */
export const newFeed: Kind<string> = { ...feeds(({ state }) => state === 'removed'), ofTheDesk: false };

const feedChoice = ({ feed, outlet }: ListedFeed): Completion => ({
  name: `${feed.id} · ${outlet}`,
  value: feed.id,
  names: [outlet],
});

const digestChoice = (rule: DigestRule, typing: Typing): Completion => {
  const choice = ruleChoice(rule, typing);
  return { ...choice, name: [choice.name, rule.at.join(', ')].join(' · ') };
};

/** A rule with what it is for; it is found by all the names that its topics and parties go by. */
function ruleChoice(rule: Scope & { readonly id: string }, { catalog }: Typing): Completion {
  const topics = rule.topics.flatMap(id => catalog.topics.get(id) ?? []);
  const parties = rule.parties.flatMap(id => catalog.actors.get(id) ?? []);
  const about = [...topics.map(({ title }) => title), ...parties.map(({ name }) => name)];
  return {
    name: [rule.id, ...(about.length > 0 ? [about.join(', ')] : [])].join(' · '),
    value: rule.id,
    names: [
      ...topics.flatMap(topic => [topic.id, topic.title, ...wordsOf(topic)]),
      ...parties.flatMap(namesOf),
    ],
  };
}
