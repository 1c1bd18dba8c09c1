import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Page, paged, pageIn, pageWord } from '../../src/core/page.ts';

const aPage = fc.record<Page>({
  number: fc.integer({ min: 1, max: 9999 }),
  until: fc.option(fc.integer({ min: 1, max: 4_000_000_000_000 })),
});

it('a page is read back from its word', () => {
  fc.assert(
    fc.property(aPage, page => {
      expect(pageIn(pageWord(page))).toEqual(page);
    }),
  );
});

it.each(['0', '-1', '1.5.2', '12345', 'two', '', '1e9', '2.%', '１'])('%j is no page', word => {
  expect(pageIn(word)).toBeNull();
});

it('pages hold everything once and in order; beyond the last comes the last', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 40 }), fc.integer({ min: 1, max: 7 }), (all, size) => {
      const { pages } = paged(all, 1, size);
      const turned = Array.from({ length: pages }, (_, i) => paged(all, i + 1, size).items).flat();
      expect(turned).toEqual(all);
      expect(paged(all, pages + 5, size)).toEqual(paged(all, pages, size));
    }),
  );
});
