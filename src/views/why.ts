import type { Article } from '../core/article.ts';
import { type Excerpt, excerpt } from '../core/excerpt.ts';
import type { Block, Line, Message } from '../core/message.ts';
import type { Statement } from '../core/statement.ts';
import type { Zone } from '../core/time.ts';
import { type Proof, statementQuote } from './proof.ts';
import { actorName, gradeWord, kindWord, outletName, speakerNames, stanceWord, topicTitle } from './words.ts';

const around = 200;

/** How a statement was found: its surroundings, its proof, and every decision that led to its labels. */
export function whyMessage(
  statement: Statement,
  article: Article,
  others: readonly Statement[],
  view: Proof & { readonly zone: Zone },
): Message {
  const title = `Why ${statement.ref}`;
  const blocks: Block[] = [
    { type: 'heading', text: title },
    ...statementQuote(statement, view),
    { type: 'text', line: [{ bold: 'In its surroundings' }] },
    {
      type: 'quote',
      kind: 'surroundings',
      parts: [surroundings(statement, article)],
      by: outletLine(statement, article, view),
    },
    { type: 'fields', fields: facts(statement, article) },
    ...decisions(statement, view),
    ...renderings(others, view),
  ];
  return { summary: `${title}: ${speakerNames(statement.speakers)}`, blocks, ping: [], zone: view.zone };
}

/** The sentence with up to 200 characters on each side, cut between words. */
function surroundings({ content, cue, source }: Statement, article: Article): Excerpt {
  const { text } = article.snapshot;
  const spans = [...content, ...cue, ...source];
  const from = Math.max(0, Math.min(...spans.map(({ start }) => start)) - around);
  const until = Math.min(text.length, Math.max(...spans.map(({ end }) => end)) + around);
  const start = from === 0 ? 0 : text.indexOf(' ', from) + 1;
  const end = until === text.length ? until : text.lastIndexOf(' ', until);
  return excerpt(article, { start, end });
}

const outletLine = ({ outlet, url, at }: Statement, { title }: Article, { catalog }: Proof): Line => [
  { link: outletName(catalog, outlet), href: url },
  ` · “${title}” · `,
  { date: at, as: 'moment' },
];

function facts(statement: Statement, article: Article): { label: string; value: Line }[] {
  const places = statement.content.map(({ start, end }) => `${start}–${end}`).join(', ');
  const from = { page: 'the linked page', feed: 'the feed’s full text', summary: 'the feed’s summary' }[
    article.textFrom
  ];
  return [
    { label: 'Form', value: [`${kindWord[statement.kind]}, ${gradeWord[statement.grade]}`] },
    { label: 'Snapshot', value: ['SHA-256 ', { code: article.snapshot.sha256 }] },
    { label: 'Place', value: [`characters ${places} of ${article.snapshot.text.length}, from ${from}`] },
    { label: 'Fetched', value: [{ date: article.fetched, as: 'moment' }] },
  ];
}

function decisions({ why, stances }: Statement, { catalog }: Proof): Block[] {
  const labels = stances.map(({ topic, holder, stance, why: steps }): Line => {
    const label = `${topicTitle(catalog, topic)}: ${actorName(catalog, holder)} ${stanceWord[stance]}`;
    return [{ bold: label }, steps.length > 0 ? `: ${steps.join('; ')}` : ''];
  });
  const none: Line[] = stances.length === 0 ? [['No tracked topic was found in the words.']] : [];
  return [
    { type: 'text', line: [{ bold: 'Decisions' }] },
    { type: 'list', items: [...why.map((step): Line => [step]), ...labels, ...none] },
  ];
}

function renderings(others: readonly Statement[], view: Proof): Block[] {
  if (others.length === 0) return [];
  const lead: Block = { type: 'text', line: [{ bold: 'The same words elsewhere' }] };
  return [lead, ...others.flatMap(other => statementQuote(other, view))];
}
