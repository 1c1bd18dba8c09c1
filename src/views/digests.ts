import type { Catalog } from '../core/catalog.ts';
import type { Away, Channel, DigestRule } from '../core/desk.ts';
import type { Action, Block, Line, Message } from '../core/message.ts';
import type { Instant, Zone } from '../core/time.ts';
import { awayWords } from './away.ts';
import { actorName, listed, topicTitle } from './words.ts';

/** A digest with what is said of it. */
export interface ShownDigest {
  readonly rule: DigestRule;
  readonly channel: Channel | null;
  readonly next: Instant | null;
  readonly away: Away | null;
  readonly changed: { readonly by: string; readonly at: Instant } | null;
}

/** Which digests come where and when, and buttons to change them. */
export function digestsMessage(
  shown: readonly ShownDigest[],
  { catalog, zone }: { readonly catalog: Catalog; readonly zone: Zone },
  actions: readonly Action[] = [],
): Message {
  const [only] = shown;
  const summary =
    only && shown.length === 1 ? `Digest ${only.rule.id}: ${hours(only.rule)}` : `Digests: ${shown.length}`;
  const blocks: Block[] = [
    { type: 'heading', text: shown.length === 1 ? 'Digest' : 'Digests' },
    ...(shown.length > 0
      ? [{ type: 'list', items: shown.map(each => digestLine(each, catalog)) } as const]
      : [{ type: 'text', line: ['None yet. In a channel: ', { code: '/digest set at:07:30' }] } as const]),
    ...(actions.length > 0 ? [{ type: 'actions', actions } as const] : []),
  ];
  return { summary, blocks, ping: [], zone };
}

/** A digest in one line: hours, place, what is in it, when it comes next, and who set it. */
export function digestLine({ rule, channel, next, away, changed }: ShownDigest, catalog: Catalog): Line {
  const about = [
    ...rule.topics.map(id => topicTitle(catalog, id)),
    ...rule.parties.map(id => actorName(catalog, id)),
  ];
  const isOff = !channel || channel.to === null;
  return [
    { bold: rule.id },
    `: ${hours(rule)}, to ${channel ? `${channel.platform} ${channel.to ?? channel.id}` : rule.channel}`,
    ...(isOff ? [' (off: its id is not set)'] : []),
    ...(about.length > 0 ? [`, only ${listed(about)}`] : []),
    rule.whenQuiet === 'skip' ? ', nothing on a quiet day' : '',
    rule.silent ? ', notifying nobody where that can be' : '',
    rule.language ? `, dates in ${languageName(rule.language)}` : '',
    ...(rule.paused ? [', ', { bold: 'paused' }] : awayWords(away)),
    ...(next !== null && !rule.paused && !isOff && !away
      ? [', next ', { date: next, as: 'moment' } as const]
      : []),
    ...(changed ? [` · set by ${changed.by}, `, { date: changed.at, as: 'moment' } as const] : []),
  ];
}

const names = ['Sundays', 'Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays'];

const languages = new Intl.DisplayNames('en', { type: 'language' });
const languageName = (tag: string): string => languages.of(tag) ?? tag;

/** `weekdays at 07:30 and 18:00, Europe/Kyiv`. */
const hours = ({ at, weekdays, zone }: DigestRule): string => `${days(weekdays)} at ${listed(at)}, ${zone}`;

function days(weekdays: readonly number[]): string {
  const sorted = weekdays.toSorted().join();
  if (sorted === '0,1,2,3,4,5,6') return 'daily';
  if (sorted === '1,2,3,4,5') return 'weekdays';
  const fromMonday = weekdays.toSorted((a, b) => ((a + 6) % 7) - ((b + 6) % 7));
  return listed(fromMonday.map(each => names[each] ?? ''));
}

export const digestSentMessage = ({ id }: DigestRule, zone: Zone): Message => ({
  summary: `The digest ${id} is on its way.`,
  blocks: [{ type: 'text', line: ['The digest ', { bold: id }, ' is on its way.'] }],
  ping: [],
  zone,
});
