import { describe, expect, test } from 'vitest';
import { layout } from '../../src/reading/layout.ts';
import { setting } from './setting.ts';

const lines = (text: string): [layer: string, text: string][] =>
  layout(text, setting.lexicon.cues).map(({ layer, start, end }) => [layer, text.slice(start, end)]);

const body = 'Norland will sign the accord, the president said on Monday.';

test('a headline, subheadings and summary points are headings, the rest is body', () => {
  const text = [
    'Norland to sign accord',
    '',
    '- Minister welcomes the deal',
    body,
    'What happens next',
    body.replace('Monday', 'Friday'),
  ].join('\n');
  expect(lines(text).map(([layer]) => layer)).toEqual(['heading', 'heading', 'body', 'heading', 'body']);
});

test('a first line that ends in a full stop is no headline: a feed gives the text without one', () => {
  expect(lines(`${body}\n“It is time,” he said.`).map(([layer]) => layer)).toEqual(['body', 'body']);
  expect(lines(`Norland to sign accord\n${body} @everyone <!here>`).map(([layer]) => layer)).toEqual([
    'heading',
    'body',
  ]);
});

describe('lines that are never read', () => {
  const junk: [what: string, line: string][] = [
    ['a repeated headline', 'Norland to sign accord.'],
    ['an agency alone', 'Reuters'],
    ['a byline', 'By Jane Roe and Jack Poe'],
    ['a date', 'Nov 28, 2025 - 02:00'],
    ['a counter', '0'],
    ['a reaction widget', "What's Your Reaction?"],
    ['a language menu', 'Select Language:'],
    ['a cookie notice', 'We use cookies to improve your experience on this site.'],
    ['tags', 'Tags: Norland, Suderia, accord'],
    ['a teaser', 'Read more: Norland and Suderia meet again'],
    ['a credit', 'Reporting by Jane Roe; editing by Jack Poe'],
  ];
  test.each(junk)('%s', (_, line) => {
    expect(lines(['Norland to sign accord', '', line, body].join('\n'))).toEqual([
      ['heading', 'Norland to sign accord'],
      ['body', body],
    ]);
  });
});

test('a sentence that begins like boilerplate is body', () => {
  const sentence = 'Share prices fell in Torvik after the minister said that the accord was dead.';
  expect(lines(['Norland to sign accord', sentence].join('\n'))[1]).toEqual(['body', sentence]);
});

test('lines end at every kind of line break, and keep their places', () => {
  const text = `Norland to sign accord\r\n  ${body}\u2028${body.replace('Monday', 'Friday')}`;
  expect(lines(text).map(([, shown]) => shown)).toEqual([
    'Norland to sign accord',
    body,
    body.replace('Monday', 'Friday'),
  ]);
});

test('a first line that holds a whole sentence is no headline, whatever ends it', () => {
  const line = 'TORVIK — “We will build,” Anna Berg told reporters on Sunday. @everyone';
  expect(lines(`Talks\n\n${line}`)).toEqual([['body', line]]);
});
