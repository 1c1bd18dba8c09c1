import { describe, expect, test } from 'vitest';
import { quotations } from '../../src/reading/quotations.ts';

const inner = (line: string): string[] =>
  quotations(line, 0).map(({ inner: { start, end } }) => line.slice(start, end));

describe('the words between marks', () => {
  const cases: [what: string, line: string, words: string[]][] = [
    ['curly marks', '“We agree,” she said. “Now.”', ['We agree,', 'Now.']],
    ['straight marks', '"We agree," she said. "Now."', ['We agree,', 'Now.']],
    ['two apostrophes', "''We agree,'' she said.", ['We agree,']],
    ['low and high marks', '„We agree“, she said.', ['We agree']],
    ['guillemets', 'She said: « We agree ».', [' We agree ']],
    ['singles inside doubles', '“He told me ‘never’ and left,” she said.', ['He told me ‘never’ and left,']],
    ['single marks as the outer ones', '‘We agree,’ she said.', ['We agree,']],
    [
      'single marks around a possessive',
      '‘The ministers’ plan is dead,’ she said.',
      ['The ministers’ plan is dead,'],
    ],
    ['a single quotation that ends three marks', "''They said: 'Go.''' She left.", ["They said: 'Go.'"]],
    ['apostrophes', "It's the ministers' plan, isn't it? Rock 'n' roll.", []],
    ['an opening mark used to close', '“We agree.“ She left.', ['We agree.']],
  ];
  test.each(cases)('%s', (_, line, words) => expect(inner(line)).toEqual(words));
});

test('a quotation without its closing mark ends with the line and is not closed', () => {
  expect(quotations('“We agree and', 5)).toEqual([
    { start: 5, end: 18, inner: { start: 6, end: 18 }, closed: false, mark: 'double' },
  ]);
});

test('a second opening mark ends the quotation before it', () => {
  const [first, second] = quotations('"We agree. "Now," she said.', 0);
  expect([first?.closed, second?.closed]).toEqual([false, true]);
});
