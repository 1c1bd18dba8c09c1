import type { Catalog } from '../core/catalog.ts';
import type { Away, Channel, DigestRule } from '../core/desk.ts';
import type { Block, Line, Message } from '../core/message.ts';
import type { Instant, Zone } from '../core/time.ts';
import { awayWords } from './away.ts';
import { actorName, listed, topicTitle } from './words.ts';

interface Shown {
  readonly rule: DigestRule;
  readonly channel: Channel | null;
  readonly next: Instant | null;
  readonly away: Away | null;
  readonly changed: { readonly by: string; readonly at: Instant } | null;
}

/** Which digests come where and when. */
export function digestsMessage(
  shown: readonly Shown[],
  { catalog, zone }: { readonly catalog: Catalog; readonly zone: Zone },
): Message {
  const [only] = shown;
  const summary =
    only && shown.length === 1 ? `Digest ${only.rule.id}: ${hours(only.rule)}` : `Digests: ${shown.length}`;
  const blocks: Block[] = [
    { type: 'heading', text: shown.length === 1 ? 'Digest' : 'Digests' },
    ...(shown.length > 0
      ? [{ type: 'list', items: shown.map(each => digestLine(each, catalog)) } as const]
      : [{ type: 'text', line: ['None yet. In a channel: ', { code: '/digest set at:07:30' }] } as const]),
  ];
  return { summary, blocks, ping: [], zone };
}

function digestLine({ rule, channel, next, away, changed }: Shown, catalog: Catalog): Line {
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
    ...(rule.paused ? [', ', { bold: 'paused' }] : awayWords(away)),
    ...(next !== null && !rule.paused && !isOff && !away
      ? [', next ', { date: next, as: 'moment' } as const]
      : []),
    ...(changed ? [` · set by ${changed.by}, `, { date: changed.at, as: 'moment' } as const] : []),
  ];
}

const names = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** `07:30 and 18:00 on weekdays, Europe/Kyiv`. */
const hours = ({ at, weekdays, zone }: DigestRule): string => `${listed(at)} ${days(weekdays)}, ${zone}`;

function days(weekdays: readonly number[]): string {
  const sorted = weekdays.toSorted().join();
  if (sorted === '0,1,2,3,4,5,6') return 'daily';
  return sorted === '1,2,3,4,5' ? 'on weekdays' : `on ${listed(weekdays.map(each => names[each] ?? ''))}`;
}

export const digestSentMessage = ({ id }: DigestRule, zone: Zone): Message => ({
  summary: `The digest ${id} is on its way.`,
  blocks: [{ type: 'text', line: ['The digest ', { bold: id }, ' is on its way.'] }],
  ping: [],
  zone,
});
