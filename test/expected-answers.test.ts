import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../commands/index.ts';
import { bot } from '../src/app/answer.ts';
import { arrivals } from '../src/app/arrivals.ts';
import type { Bot, Store } from '../src/app/ports.ts';
import { readArticles } from '../src/app/read.ts';
import { readEnv } from '../src/config/env.ts';
import { loadConfig } from '../src/config/load.ts';
import { type Block, type Line, type Message, plain } from '../src/core/message.ts';
import type { Span, Stance } from '../src/core/statement.ts';
import { read } from '../src/reading/read.ts';
import { openStore } from '../src/store/open.ts';
import { say } from './support/asked.ts';
import { finders } from './support/finders.ts';
import { article, at } from './support/made.ts';
import { silent } from './support/silent.ts';

/** Three annotated texts with the answers expected of them, beside the project where it is developed; not part of it. */
const examples = '../shared/seed-examples';
const here = existsSync(join(examples, 'gold-dev.json'));
if (!here) process.stderr.write(`skipped: the expected answers, there is no ${examples}\n`);

interface Item {
  readonly level: 'must' | 'should';
  readonly actor: string;
  readonly topic: string;
  readonly stance: string;
  readonly any_of: readonly string[];
}

interface Gold {
  readonly expected_answers: Readonly<Record<string, { readonly items: readonly Item[] }>>;
  readonly documents: readonly { readonly file: string }[];
  readonly statements: readonly {
    readonly id: string;
    readonly doc: string;
    readonly content: readonly Span[];
  }[];
}

const gold: Gold = here
  ? JSON.parse(readFileSync(join(examples, 'gold-dev.json'), 'utf8'))
  : { expected_answers: {}, documents: [], statements: [] };

const config = loadConfig('config', readEnv({}));
const now = at('2025-11-29T08:00Z');
const published: Readonly<Record<string, string>> = { '004': '2025-05-20T06:00Z' };

const stanceOf: Readonly<Record<string, Stance>> = {
  support: 'supports',
  oppose: 'opposes',
  conditional: 'conditional',
  'neutral-or-unclear': 'noncommittal',
};

const line = (words: Line): string => plain(words, when => new Date(when).toISOString().slice(0, 10));

/** What a block says beside quoted words. */
function wordsOf(block: Block): string {
  switch (block.type) {
    case 'heading':
      return block.text;
    case 'text':
    case 'note':
      return line(block.line);
    case 'quote':
      return line(block.by);
    case 'fields':
      return block.fields.map(({ label, value }) => `${label}: ${line(value)}`).join('\n');
    case 'list':
      return block.items.map(line).join('\n');
    case 'table':
      return block.rows.map(row => row.map(line).join(' ')).join('\n');
    case 'divider':
    case 'actions':
      return '';
  }
}

type Quote = Extract<Block, { type: 'quote' }>;

const isQuote = (block: Block): block is Quote => block.type === 'quote';
const textOf = ({ parts }: Quote): string => parts.map(({ text }) => text).join(' ');

/** Where the words stand in the raw file; offsets of the annotation are code points, none of which is a pair here. */
function shows({ parts }: Quote, id: string): boolean {
  return parts.some(({ article: doc, start, end }) => stands(doc, start, end, id));
}

function stands(doc: string, start: number, end: number, id: string): boolean {
  const said = gold.statements.find(each => each.id === id);
  const overlaps = said?.content.some(span => start < span.end && span.start < end) ?? false;
  return doc === id.slice(0, 3) && overlaps;
}

/** Whether the position that is held rests on the words, shown at once or behind a button. */
async function restsOn(
  { actor, topic, stance, any_of }: Item,
  { positions, ledger }: Store,
): Promise<boolean> {
  const holders = [...config.catalog.actors.values()]
    .filter(({ name }) => name === actor)
    .map(({ id }) => id);
  const held = await positions.positions({ topics: [topic], holders });
  const refs = held
    .filter(each => each.stance === stanceOf[stance])
    .flatMap(each => each.evidence.map(({ ref }) => ref));
  const said = await ledger.withRefs(refs);
  return said.some(({ article: doc, content }) =>
    any_of.some(id => content.some(({ start, end }) => stands(doc, start, end, id))),
  );
}

/** Whether the words are shown under a line that names the stance, and actor and topic stand above them. */
function answers({ blocks }: Message, { actor, topic, stance, any_of }: Item): boolean {
  const title = config.catalog.topics.get(topic)?.title ?? topic;
  return blocks.some((block, index) => {
    if (!isQuote(block) || !any_of.some(id => shows(block, id))) return false;
    const above = blocks.slice(0, index).filter(each => !isQuote(each) && wordsOf(each) !== '');
    const claim = above.findLast(each => Object.values(stanceOf).some(word => wordsOf(each).includes(word)));
    const [direct, all] = [claim ? wordsOf(claim) : '', above.map(wordsOf).join('\n')];
    const isNamed = direct.includes(actor) || direct.includes(title);
    return direct.includes(stanceOf[stance] ?? '') && isNamed && all.includes(actor) && all.includes(title);
  });
}

const quotes = ({ blocks }: Message): Quote[] => blocks.filter(isQuote);
const claims = ({ blocks }: Message): string[] => blocks.filter(each => !isQuote(each)).map(wordsOf);

/** What no answer may say, in a test of its own each. */
const mustNot: readonly [question: string, what: string, isSaid: (answer: Message) => boolean][] = [
  [
    'NATO',
    'anything of the Icelandic prime minister',
    found => quotes(found).some(each => wordsOf(each).includes('Frost')),
  ],
  [
    'NATO',
    'a word of Putin, who does not mention it',
    found => quotes(found).some(each => wordsOf(each).includes('Putin,')),
  ],
  [
    'NATO',
    'a word of the May text on accession',
    found =>
      quotes(found).some(
        each => each.parts.some(part => part.article === '004') && /westward/.test(textOf(each)),
      ),
  ],
  ['Russia', 'the figures of a map', found => quotes(found).some(each => /19%|115,600/.test(textOf(each)))],
  [
    'Russia',
    'a ceasefire it agreed to',
    found => claims(found).some(each => /Ceasefire: supports/i.test(each)),
  ],
  [
    'territory',
    'the figures of a map',
    found => quotes(found).some(each => /19%|115,600/.test(textOf(each))),
  ],
  [
    'territory',
    '“de facto” as Putin’s words',
    found => quotes(found).some(each => /de facto/.test(textOf(each))),
  ],
  ['Putin', 'NATO accession as his', found => quotes(found).some(each => /NATO/.test(textOf(each)))],
  ['Putin', 'Trump’s post', found => quotes(found).some(each => /wrapped up/.test(textOf(each)))],
  ['Putin', 'a headline’s capitals', found => quotes(found).some(each => /WAR OR PEACE/.test(textOf(each)))],
  [
    'ceasefire',
    'that Russia supports it',
    found => claims(found).some(each => /Russia: supports/.test(each)),
  ],
  [
    'ceasefire',
    'what Russia was told to do as its own',
    found =>
      quotes(found).some(
        each => /being told to halt/.test(textOf(each)) && wordsOf(each).startsWith('Russia'),
      ),
  ],
  [
    'legitimacy',
    'the charge in the bot’s own voice',
    found => claims(found).some(each => /lost (?:its )?legitimacy|illegitimate/.test(each)),
  ],
  [
    'legitimacy',
    'the reporter’s summary',
    found => quotes(found).some(each => /deep disagreements/.test(textOf(each))),
  ],
];

describe.skipIf(!here)('the answers to the seed examples', () => {
  let folder = '';
  let store: Store;
  let asked: Bot;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'attache-answers-'));
    store = await openStore({ databaseUrl: null, path: join(folder, 'answers.sqlite') });
    for (const { file } of gold.documents) {
      const text = readFileSync(join(examples, file), 'utf8');
      const id = file.slice(0, 3);
      const sha256 = createHash('sha256').update(text).digest('hex');
      const day = at(published[id] ?? '2025-11-28T06:00Z');
      const given = {
        id,
        feed: 'bbc-world',
        outlet: 'bbc',
        url: `https://news.example/${id}`,
        published: day,
      };
      await store.articles.add(article({ ...given, fetched: day, snapshot: { sha256, text } }), [`id:${id}`]);
    }
    const setting = { catalog: config.catalog, lexicon: config.lexicon };
    const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
    const reading = async (text: string, day: number) => read(text, { ...setting, at: day });
    await readArticles(
      { store, read: reading, languages: ['en'], hash, startedAt: 0, arrivals: arrivals(), log: silent },
      () => true,
    );
    asked = bot({
      commands,
      catalog: config.catalog,
      desk: config.desk,
      store,
      now: () => now,
      reference: () => 'x',
      ...finders([]),
      log: silent,
    });
  });

  afterAll(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  const musts = Object.entries(gold.expected_answers).flatMap(([question, { items }]) =>
    items.filter(({ level }) => level === 'must').map(item => ({ question, item, ...item })),
  );

  it('asks all six', () => {
    expect(Object.keys(gold.expected_answers)).toHaveLength(6);
    expect(musts.length).toBeGreaterThanOrEqual(30);
  });

  it.each(musts)('$question: $actor, $topic, $stance ($any_of)', async ({ question, item }) => {
    const shown = answers(await say(asked, question), item);
    expect(shown || (await restsOn(item, store))).toBe(true);
  });

  it.each(mustNot)('/stance %s does not say %s', async (word, _, isSaid) => {
    expect(isSaid(await say(asked, `/stance ${word}`))).toBe(false);
  });
});
