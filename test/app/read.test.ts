import { beforeEach, describe, expect, it } from 'vitest';
import { arrivals } from '../../src/app/arrivals.ts';
import type { Store } from '../../src/app/ports.ts';
import { readArticles } from '../../src/app/read.ts';
import type { Article } from '../../src/core/article.ts';
import type { Reading } from '../../src/core/statement.ts';
import { openStore } from '../../src/store/open.ts';
import { anArticle, sha256 } from '../store/examples.ts';
import { statement } from '../support/made.ts';
import { silent } from '../support/silent.ts';

const built = '“We will build the dam,” Anna Berg said.';
const never = '“It will never be built,” Anna Berg said.';

/** Each line with marks is a statement of its words; "broken" is a text that cannot be read. */
async function read(text: string): Promise<Reading> {
  if (text.includes('broken')) return { statements: [], note: 'no prose' };
  const statements = [...text.matchAll(/“[^”]*”/g)].map(({ 0: words, index }, i) => ({
    ...statement(),
    id: `s${i + 1}`,
    content: [{ start: index, end: index + words.length }],
    quotations: [{ start: index + 1, end: index + words.length - 1 }],
  }));
  return { statements, note: null };
}

const version = (number: number, ...lines: string[]): Article => {
  const text = ['A headline', '', ...lines].join('\n');
  const edit = number === 1 ? null : { of: 'a1', number };
  return anArticle({
    ...{ id: number === 1 ? 'a1' : `a1~${number}`, edit, fetched: number, published: 1 },
    snapshot: { text, sha256: sha256(text) },
  });
};

let store: Store;
beforeEach(async () => {
  store = await openStore({ databaseUrl: null, path: ':memory:' });
  await store.articles.add(version(1, built, never), ['k']);
});

const readAll = () =>
  readArticles(
    { store, read, languages: ['en'], hash: sha256, startedAt: 0, arrivals: arrivals(), log: silent },
    () => true,
  );

const standing = async () =>
  (await store.ledger.statements({ standing: 'any' })).map(each => [each.article, each.standing]).sort();

describe('an article that its outlet changes', () => {
  it('keeps what it repeats, supersedes what it leaves out, and announces what it adds alone', async () => {
    await readAll();
    const told = (await store.ledger.after(0, 9)).at(-1)?.number ?? 0;
    const added = '“The talks go on,” Karl Ost said.';
    await store.articles.revise(version(2, 'A word ahead.', built, added), null);
    await readAll();
    expect(await standing()).toEqual([
      ['a1', 'superseded'],
      ['a1', 'superseded'],
      ['a1~2', 'current'],
      ['a1~2', 'current'],
    ]);
    const news = await store.ledger.after(told, 9);
    const words = news.map(({ statement: { content } }) => content[0]?.start);
    expect(words).toEqual([version(2, 'A word ahead.', built, added).snapshot.text.indexOf('“The talks')]);
    expect(await store.positions.positions({ topics: ['dam'], holders: ['nordland'] })).toHaveLength(1);
  });

  it('keeps the corrections of what it repeats', async () => {
    await readAll();
    const [first] = await store.ledger.statements({});
    if (!first) throw new Error('nothing was recorded');
    const by = { by: 'slack U1', at: 5, reason: 'he jokes' };
    await store.corrections.add({ ref: first.ref, what: 'off-topic', topic: 'dam', ...by });
    await store.articles.revise(version(2, 'A word ahead.', built, never), null);
    await readAll();
    const current = await store.ledger.statements({});
    expect(current.map(({ topics }) => topics.length).sort()).toEqual([0, 1]);
  });

  it('takes nothing back where its new text cannot be read', async () => {
    await readAll();
    await store.articles.revise(version(2, 'broken'), null);
    await readAll();
    expect(await standing()).toEqual([
      ['a1', 'current'],
      ['a1', 'current'],
    ]);
    expect(await store.articles.unread(9)).toEqual([]);
  });
});
