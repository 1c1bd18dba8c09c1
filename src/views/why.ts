import type { Article } from '../core/article.ts';
import { type Excerpt, excerpt } from '../core/excerpt.ts';
import type { FeedHealth } from '../core/health.ts';
import type { Action, Block, Line, Message } from '../core/message.ts';
import type { Span, Statement } from '../core/statement.ts';
import type { Term } from '../core/term.ts';
import type { Instant, Zone } from '../core/time.ts';
import { type Passage, wordings } from '../core/wording.ts';
import { correctionLine, standingBlocks } from './corrections.ts';
import { footer } from './footer.ts';
import { type Proof, statementQuote } from './proof.ts';
import {
  actorName,
  figureWords,
  gradeWord,
  kindWord,
  outletName,
  speakerNames,
  stanceWord,
  topicTitle,
} from './words.ts';

export interface WhyView extends Proof {
  readonly feeds: FeedHealth;
  readonly zone: Zone;
  readonly now: Instant;
  /** Buttons to correct it are for managers. */
  readonly isManager: boolean;
}

const around = 200;

/** How a statement was found: its surroundings, its proof, and every decision that led to its labels. */
export function whyMessage(
  statement: Statement,
  article: Article,
  others: readonly Statement[],
  view: WhyView,
): Message {
  const title = `Why ${statement.ref}`;
  const blocks: Block[] = [
    { type: 'heading', text: title },
    ...standingBlocks(statement, view.catalog),
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
    ...terms(statement, article, view),
    ...corrections(statement, view),
    ...renderings(statement, others, view),
    ...(view.isManager ? correcting(statement, others.length > 0, view) : []),
    footer(view.feeds, view.now),
  ];
  return { summary: `${title}: ${speakerNames(statement.speakers)}`, blocks, ping: [], zone: view.zone };
}

/** The sentence with up to 200 characters on each side, cut between words. */
function surroundings({ content, cue, source }: Statement, article: Article): Excerpt {
  const spans = [...content, ...cue, ...source];
  const from = Math.min(...spans.map(({ start }) => start));
  const until = Math.max(...spans.map(({ end }) => end));
  return excerpt(article, betweenWords({ start: from - around, end: until + around }, article));
}

function betweenWords({ start, end }: Span, { snapshot: { text } }: Article): Span {
  const from = Math.max(0, start);
  const until = Math.min(text.length, end);
  return {
    start: from === 0 ? 0 : text.indexOf(' ', from) + 1,
    end: until === text.length ? until : text.lastIndexOf(' ', until),
  };
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

function decisions({ why, stances, unheld = [], topics }: Statement, { catalog }: Proof): Block[] {
  const labels = stances.map(({ topic, holder, stance, why: steps }): Line => {
    const label = `${topicTitle(catalog, topic)}: ${actorName(catalog, holder)} ${stanceWord[stance]}`;
    return [{ bold: label }, steps.length > 0 ? `: ${steps.join('; ')}` : ''];
  });
  const without = topics.filter(topic => !stances.some(each => each.topic === topic));
  const mentioned = without.map((topic): Line => {
    const said = unheld.find(each => each.topic === topic);
    const steps = said ? `: ${said.why.join('; ')}` : '';
    const words = said && said.stance !== 'noncommittal' ? `${stanceWord[said.stance]}, ` : '';
    return [{ bold: topicTitle(catalog, topic) }, `: ${words}nobody’s position${steps}`];
  });
  const none: Line[] =
    topics.length + stances.length === 0 ? [['No tracked topic was found in the words.']] : [];
  return [
    { type: 'text', line: [{ bold: 'Decisions' }] },
    { type: 'list', items: [...why.map((step): Line => [step]), ...labels, ...mentioned, ...none] },
  ];
}

/** What was read as figure, deadline, condition or order of steps, each as it stands in the article. */
function terms({ terms: found }: Statement, article: Article, { catalog }: Proof): Block[] {
  if (found.length === 0) return [];
  const quotes = found.map((term): Block => {
    const of = term.topic === null ? '' : ` · measures ${topicTitle(catalog, term.topic)}`;
    return {
      type: 'quote',
      kind: 'surroundings',
      parts: [excerpt(article, term.span)],
      by: [`${term.kind}${valueWords(term)}${of}`],
    };
  });
  return [{ type: 'text', line: [{ bold: 'Terms' }] }, ...quotes];
}

function valueWords({ value, unit }: Term): string {
  if (value === null) return '';
  return `: ${unit === null ? String(value) : figureWords(unit, value)}`;
}

function corrections({ corrections: made }: Statement, { catalog }: Proof): Block[] {
  if (made.length === 0) return [];
  const items = made.map(each => correctionLine(each, catalog));
  return [
    { type: 'text', line: [{ bold: 'Corrections by editors' }] },
    { type: 'list', items },
  ];
}

function renderings(statement: Statement, others: readonly Statement[], view: Proof): Block[] {
  if (others.length === 0) return [];
  const lead: Block = { type: 'text', line: [{ bold: 'The same words elsewhere' }] };
  return [
    lead,
    ...others.flatMap(other => statementQuote(other, view)),
    ...differences(statement, others, view),
  ];
}

const whatDiffers = {
  figure: 'another figure',
  name: 'another name',
  extent: 'how far it goes',
  matter: 'another thing',
} as const;

/** Where outlets put something else in the same place, side by side. */
function differences(statement: Statement, others: readonly Statement[], view: Proof): Block[] {
  const rendered = [statement, ...others].flatMap(each => {
    const article = view.articles.get(each.article);
    return article ? [{ statement: each, text: article.snapshot.text }] : [];
  });
  const found = wordings(rendered);
  if (found.length === 0) return [];
  const lead: Block = { type: 'text', line: [{ bold: 'The wording differs' }] };
  return [
    lead,
    ...found.flatMap(({ what, one, other }) => [
      ...passageQuote(one, whatDiffers[what], view),
      ...passageQuote(other, 'against', view),
    ]),
  ];
}

function passageQuote({ statement, span }: Passage, word: string, { articles, catalog }: Proof): Block[] {
  const article = articles.get(statement.article);
  if (!article) return [];
  const by: Line = [
    `${word} · `,
    { link: outletName(catalog, statement.outlet), href: statement.url },
    ' · ',
    { code: statement.ref },
  ];
  return [{ type: 'quote', kind: 'surroundings', parts: [excerpt(article, span)], by }];
}

/** What a manager can put right at a press, and how to type the rest. */
function correcting(statement: Statement, isShared: boolean, { catalog }: Proof): Block[] {
  const { ref, standing, corrections: made, stances } = statement;
  const correct = (label: string, given: Readonly<Record<string, string>>): Action => ({
    label,
    command: 'correct',
    given: { '': ref, ...given },
  });
  const off = [...new Set(stances.map(({ topic }) => topic))].map(topic =>
    correct(`Not on ${topicTitle(catalog, topic)}`, { what: 'off-topic', topic }),
  );
  const actions = [
    ...(standing === 'current' ? [correct('Not a statement', { what: 'withdrawn' })] : []),
    correct('Speaker unclear', { what: 'speaker', speaker: 'unclear' }),
    ...off,
    ...(isShared ? [correct('Not the same words', { what: 'apart' })] : []),
    ...(made.length > 0 ? [correct('Take corrections back', { what: 'restored' })] : []),
  ];
  const [first] = stances;
  const example = `/correct ${ref} what:stance topic:${first?.topic ?? 'TOPIC'} stance:noncommittal because:"…"`;
  return [
    {
      type: 'note',
      line: ['To correct it, press or type ', { code: example }, ' or ', { code: '/help correct' }],
    },
    { type: 'actions', actions },
  ];
}
