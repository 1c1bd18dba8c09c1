import type { Catalog } from '../core/catalog.ts';
import type { FeedHealth } from '../core/health.ts';
import type { Block, Line, Message } from '../core/message.ts';
import type { Instant, Zone } from '../core/time.ts';
import type { Topic, TopicId } from '../core/topic.ts';
import { footer } from './footer.ts';
import { counted, listed } from './words.ts';

/** What is followed: by negotiation, its parties and its topics with how much has been said on each. */
export function topicsMessage(
  counts: ReadonlyMap<TopicId, number>,
  days: number,
  view: { readonly catalog: Catalog; readonly feeds: FeedHealth; readonly zone: Zone; readonly now: Instant },
): Message {
  const { negotiations, actors } = view.catalog;
  const blocks = negotiations.flatMap(({ title, parties, topics, families }): Block[] => [
    { type: 'heading', text: title },
    { type: 'text', line: [`Parties: ${listed(parties.map(id => actors.get(id)?.name ?? id))}.`] },
    ...Object.entries(families).flatMap(([family, name]) =>
      familyBlocks(
        name,
        topics.filter(topic => topic.family === family),
        counts,
      ),
    ),
  ]);
  const span: Block = { type: 'note', line: [`Counts: statements of the last ${counted(days, 'day')}.`] };
  const summary = `${counted(view.catalog.topics.size, 'topic')} are followed`;
  return { summary, blocks: [...blocks, span, footer(view.feeds, view.now)], ping: [], zone: view.zone };
}

function familyBlocks(name: string, topics: readonly Topic[], counts: ReadonlyMap<TopicId, number>): Block[] {
  if (topics.length === 0) return [];
  const items = topics.map(({ id, title }): Line => [`${title} `, { code: id }, ` · ${counts.get(id) ?? 0}`]);
  return [
    { type: 'text', line: [{ bold: name }] },
    { type: 'list', items },
  ];
}
