import type { DigestRule, Scope } from '../core/desk.ts';
import type { Action } from '../core/message.ts';
import type { Context } from './command.ts';
import { weekdayWords } from './desk-kinds.ts';

const when = ['at', 'days', 'zone', 'topic', 'party'];
const how = ['quiet', 'silent', 'language'];

/** Buttons for managers, which change a digest in forms. */
export function digestButtons(rules: readonly DigestRule[], { isManager }: Context): Action[] {
  const [only, ...others] = rules;
  if (!isManager || !only) return [];
  if (others.length > 0) return rules.slice(0, mostButtons).map(rule => change(`Change ${rule.id}…`, rule));
  return [change('Change…', only), { ...change('How it looks…', only), asks: how }];
}

const mostButtons = 10;

const change = (label: string, { id }: DigestRule): Action => ({
  ...{ label, command: 'digest set', given: { digest: id }, asks: when },
});

/** A digest for the channel where it is asked. */
export const newDigestButton: Action = {
  ...{ label: 'New digest here…', command: 'digest set', given: {}, asks: when },
};

/** The digest of a channel, where there is no channel around. */
export const channelDigestButton: Action = {
  ...{ ...newDigestButton, label: 'Set a channel’s digest…', asksChannel: true },
};

/** The words that would set a digest as it is. Topics or parties that no one word names are left out: they stay. */
export function digestWords(rule: DigestRule, context: Pick<Context, 'catalog'>): Record<string, string> {
  const { at, weekdays, zone, parties, whenQuiet, language = 'off' } = rule;
  const topic = topicWord(rule, context);
  return {
    ...{ at: at.join(','), days: weekdayWords(weekdays), zone, quiet: whenQuiet, language },
    silent: rule.silent ? 'yes' : 'no',
    ...(topic === null ? {} : { topic }),
    ...(parties.length > 1 ? {} : { party: parties[0] ?? 'all' }),
  };
}

/** The one word for topics: a topic, a family, `all`; null where there is none. */
export function topicWord({ topics }: Scope, { catalog }: Pick<Context, 'catalog'>): string | null {
  const [only, ...others] = topics;
  if (!only) return 'all';
  if (others.length === 0) return only;
  const first = catalog.topics.get(only);
  if (!first) return null;
  const family = [...catalog.topics.values()].filter(({ family }) => family === first.family);
  const isWhole = family.length === topics.length && family.every(({ id }) => topics.includes(id));
  return isWhole ? first.family : null;
}
