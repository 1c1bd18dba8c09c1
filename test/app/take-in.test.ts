import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleText, Item } from '../../src/app/ports.ts';
import { excerpt, isProven } from '../../src/core/excerpt.ts';
import type { Feed } from '../../src/core/feed.ts';
import { day, hour, minute } from '../../src/core/time.ts';
import { firstFeed, item, nothing, ok, polling, start } from '../support/polling.ts';

const summary =
  'Anna Berg said in Nordhaven on Thursday that her government would not build the dam, whatever the League might offer for it.';

/** Pages whose text the test sets, by the title of the item. */
function pagesOf(texts: Record<string, Partial<ArticleText>>) {
  const asked: string[] = [];
  const article = async ({ title }: Item): Promise<ArticleText> => {
    asked.push(title);
    return { ...nothing, text: `Body of ${title}`, from: 'page', ...texts[title] };
  };
  return { article, asked };
}

describe('an item that is known', () => {
  it('is nothing new, whatever else of it changes', async () => {
    const disguise = fc.record(
      {
        id: fc.constantFrom('g1', 'reissued', null),
        link: fc.constantFrom(
          'https://lakeside.example/1',
          'http://www.lakeside.example/1/?utm_source=rss',
          'https://lakeside.example/1/amp#top',
          'https://lakeside.example/moved-for-good',
          null,
        ),
        published: fc.constantFrom(start, start - 900 * day, start + 5 * hour, null),
        author: fc.constantFrom('A. Writer', null),
        summary: fc.constantFrom(
          summary,
          `<p>${summary}</p>`,
          `<div class="a">${summary.replace(/ /g, '  ')}</div>`,
        ),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(disguise, { minLength: 1, maxLength: 5 }), async disguises => {
        const { store, poll } = await polling();
        await poll(ok([]), 0);
        await poll(ok([item(1, { summary })]), hour);
        for (const each of disguises) await poll(ok([item(1, { summary, ...each })]), hour);
        expect(await store.articles.unread(10)).toHaveLength(1);
        await store.close();
      }),
      { numRuns: 60 },
    );
  });

  it('stays known under the keys that it shows later', async () => {
    const { store, poll } = await polling();
    await poll(ok([item(1)]), 0);
    await poll(ok([item(1, { id: 'second' })]), hour);
    await poll(ok([item(1, { id: 'second', link: 'https://lakeside.example/elsewhere' })]), hour);
    await poll(ok([item(1, { id: 'third', link: 'https://lakeside.example/elsewhere' })]), hour);
    expect(await store.articles.unread(10)).toHaveLength(1);
  });

  it('is still itself beside others on one live page', async () => {
    const live = 'https://lakeside.example/live';
    const { store, poll } = await polling();
    await poll(ok([item(1, { link: `${live}#1` }), item(2, { link: `${live}#2` })]), 0);
    await poll(ok([item(2, { link: `${live}#2` }), item(3, { link: `${live}#3` })]), hour);
    expect(await store.articles.unread(10)).toHaveLength(3);
  });
});

describe('a poll that was missed for hours', () => {
  it('announces what is fresh, and what is older only in a digest, also where it is taken in in parts', async () => {
    const pages = {
      article: async ({ title }: Item) => {
        clock.now += 20_000;
        return { ...nothing, text: `Body of ${title}` };
      },
    };
    const clock = { now: start };
    const { store, poll } = await polling(firstFeed(), { pages, now: () => clock.now });
    await poll(ok([]), 0);
    clock.now += 10 * hour;
    const items = [9, 6, 3, 1.2, 0.5, 0].map((hours, n) => item(n, { published: clock.now - hours * hour }));
    for (let part = 0; part < 4; part++) await poll(ok(items), 0);
    const kept = await store.articles.unread(9);
    expect(kept.map(({ quiet }) => quiet)).toEqual([true, true, true, true, false, false]);
  });
});

describe('an article whose text changes', () => {
  const edited = { summary: `${summary} She took it back later.` };

  it('gets a version beside the first, whose words stay provable', async () => {
    const texts: Record<string, Partial<ArticleText>> = {};
    const { store, poll, state } = await polling(firstFeed(), { pages: pagesOf(texts) });
    await poll(ok([]), 0);
    await poll(ok([item(1, { summary })]), hour);
    const [first] = await store.articles.unread(9);
    if (!first) throw new Error('no article');
    const words = excerpt(first, { start: 0, end: 5 });
    texts['Title 1'] = { text: 'Another body.' };
    await poll(ok([item(1, { ...edited, published: start + 2 * hour })]), hour);

    const [, second, ...more] = await store.articles.versions(first.id);
    expect(more).toEqual([]);
    expect(second).toMatchObject({
      edit: { of: first.id, number: 2 },
      published: first.published,
      fetched: state.now,
      quiet: false,
      snapshot: { text: 'Title 1\n\nAnother body.' },
    });
    expect((await store.articles.unread(9)).map(({ id }) => id)).toEqual([first.id, `${first.id}~2`]);
    const held = (await store.articles.get([first.id])).get(first.id);
    expect(held && isProven(words, held)).toBe(true);
  });

  it('is looked at when its item looks different, and no sooner than after half an hour', async () => {
    const pages = pagesOf({});
    const { store, poll } = await polling(firstFeed(), { pages });
    await poll(ok([item(1, { summary })]), 0);
    await poll(ok([item(1, { summary })]), hour);
    expect(pages.asked).toHaveLength(1);
    await poll(ok([item(1, edited)]), hour);
    await poll(ok([item(1, edited)]), 10 * minute);
    await poll(ok([item(1, { summary })]), 10 * minute);
    expect(pages.asked).toHaveLength(2);
    await poll(ok([item(1, { summary })]), 10 * minute);
    expect(pages.asked).toHaveLength(3);
    const [first] = await store.articles.unread(9);
    expect(await store.articles.versions(first?.id ?? '')).toHaveLength(1);
  });

  it('keeps the page that it had where the page cannot be had this time', async () => {
    const texts: Record<string, Partial<ArticleText>> = {};
    const { store, poll } = await polling(firstFeed(), { pages: pagesOf(texts) });
    await poll(ok([item(1, { summary })]), 0);
    texts['Title 1'] = { text: 'The summary alone.', from: 'summary' };
    await poll(ok([item(1, edited)]), hour);
    const [first] = await store.articles.unread(9);
    expect(await store.articles.versions(first?.id ?? '')).toHaveLength(1);
  });

  it('has no more than twenty versions, all in its first week', async () => {
    let n = 0;
    const pages = { article: async () => ({ ...nothing, text: `Text ${n++}`, from: 'page' as const }) };
    const { store, poll } = await polling(firstFeed(), { pages });
    for (let i = 0; i < 40; i++) await poll(ok([item(1, { summary: `${summary} ${i}` })]), hour);
    const [first] = await store.articles.unread(9);
    expect(await store.articles.versions(first?.id ?? '')).toHaveLength(20);
    await poll(ok([item(2, { summary: 'x' })]), hour);
    await poll(ok([item(2, { summary: 'y' })]), 8 * day);
    const second = (await store.articles.unread(99)).find(({ title }) => title === 'Title 2');
    expect(await store.articles.versions(second?.id ?? '')).toHaveLength(1);
  });

  it('is not edited by another feed that words it in its own way, nor by its double', async () => {
    const [one] = firstFeed().values();
    const other: Feed = { ...(one as Feed), id: 'other', url: 'https://lakeside.example/other' };
    const feeds = new Map([one as Feed, other].map(feed => [feed.id, feed]));
    const pages = {
      article: async ({ summary }: Item) => ({ ...nothing, text: summary ?? '', from: 'feed' as const }),
    };
    const { store, poll, state } = await polling(feeds, { pages });
    for (let i = 0; i < 4; i++) {
      state.answers['https://lakeside.example/other'] = ok([
        item(1, { id: 'o', summary: 'Told in another way.' }),
      ]);
      await poll(ok([item(1, { summary }), item(1, { summary: 'Its double.' })]), hour);
    }
    const all = await store.articles.unread(9);
    expect(all).toHaveLength(1);
    expect(await store.articles.versions(all[0]?.id ?? '')).toHaveLength(1);
  });
});

describe('an article that carries the text of another', () => {
  const agency = Array.from(
    { length: 40 },
    (_, i) => `Sentence ${i} tells what number ${i * 7} had to say.`,
  ).join(' ');

  it('is linked to the one that was kept first, also where both arrive at once', async () => {
    const [one] = firstFeed().values();
    const feeds = new Map(
      ['a', 'b', 'c'].map(id => {
        const feed: Feed = { ...(one as Feed), id, outlet: id, url: `https://${id}.example/rss` };
        return [id, feed];
      }),
    );
    const texts: Record<string, Partial<ArticleText>> = {
      'Title 1': { text: `${agency} Subscribe to a.` },
      'Title 2': { text: `By our own staff. ${agency}` },
      'Title 3': { text: 'Something else altogether. '.repeat(40) },
    };
    const { store, poll, state } = await polling(feeds, { pages: pagesOf(texts) });
    for (const [i, id] of ['a', 'b', 'c'].entries()) {
      state.answers[`https://${id}.example/rss`] = ok([item(i + 1, { link: `https://${id}.example/${i}` })]);
    }
    await poll(ok([]), 0);
    const kept = await store.articles.unread(9);
    const first = kept.find(({ outlet, copyOf }) => outlet !== 'c' && copyOf === null);
    expect(kept.map(({ outlet, copyOf }) => [outlet, copyOf]).toSorted()).toEqual(
      [
        [first?.outlet, null],
        [first?.outlet === 'a' ? 'b' : 'a', first?.id],
        ['c', null],
      ].toSorted(),
    );
  });

  it('is not linked to what appeared long before', async () => {
    const pages = { article: async () => ({ ...nothing, text: agency, from: 'page' as const }) };
    const { store, poll } = await polling(firstFeed(), { pages });
    await poll(ok([item(1), item(2, { published: start - 4 * day }), item(3)]), 0);
    expect((await store.articles.unread(9)).map(({ copyOf }) => copyOf === null)).toEqual([
      true,
      true,
      false,
    ]);
  });
});
