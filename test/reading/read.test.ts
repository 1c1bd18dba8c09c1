import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Found, Span } from '../../src/core/statement.ts';
import { read } from '../../src/reading/read.ts';
import { article, setting, wordsAt } from './setting.ts';

const spans = ({ content, cue, source, quotations }: Found): readonly Span[] => [
  ...content,
  ...cue,
  ...source,
  ...quotations,
];

const isInside = (text: string, { start, end }: Span): boolean =>
  0 <= start && start < end && end <= text.length;

const overlap = (a: Found, b: Found): boolean =>
  a.content.some(x => b.content.some(y => x.start < y.end && y.start < x.end));

const pieces = [
  'President Anton Berg said',
  'Ida Holm',
  'told reporters',
  'that the accord was near',
  'the straits would stay open',
  'he added',
  ', adding that',
  'but warned that',
  '“We will sign it,”',
  '“Now.',
  '"',
  '”',
  "''",
  '«',
  'according to the Castle',
  'Norland and Suderia announced',
  '. ',
  ', ',
  ': ',
  ' — ',
  '\n',
  '\n\n',
  'who said',
  'if it rains',
  '‘',
  '’',
  'U.S.',
  '(',
  ')',
  '\ud800',
  '😀',
  'She',
  'called it',
  'unacceptable',
];
const prose = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map(parts => parts.join(' '));
const anyText = fc.oneof(
  prose,
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
);

describe('of any text', () => {
  test('all places lie inside, quotations inside their content, and statements do not overlap', () => {
    fc.assert(
      fc.property(anyText, text => {
        const { statements } = read(text, setting);
        for (const found of statements) {
          expect(spans(found).every(span => isInside(text, span))).toBe(true);
          expect(
            found.quotations.every(({ start, end }) =>
              found.content.some(span => span.start <= start && end <= span.end),
            ),
          ).toBe(true);
        }
        for (const [index, found] of statements.entries())
          expect(statements.slice(index + 1).some(other => overlap(found, other))).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  test('a lone mark is no statement, and no words hold their own cue', () => {
    expect(read('" according to the Castle , adding that : ', setting).statements).toEqual([]);
  });

  test('reading twice gives the same', () => {
    fc.assert(
      fc.property(prose, text => {
        expect(read(text, setting)).toEqual(read(text, setting));
      }),
      { numRuns: 100 },
    );
  });

  test('a further paragraph about something else changes no earlier statement', () => {
    const more =
      '\n\nThe harbour museum in Torvik opens its new hall of maps and ropes in the spring of next year.';
    fc.assert(
      fc.property(prose, body => {
        const text = article('President Anton Berg spoke in Torvik.', body);
        expect(read(text + more, setting).statements.slice(0, read(text, setting).statements.length)).toEqual(
          read(text, setting).statements,
        );
      }),
      { numRuns: 150 },
    );
  });
});

describe('what cannot be read gives a note and no statements', () => {
  const cases: [what: string, text: string, note: string][] = [
    ['nothing', '', 'no text'],
    ['white space', ' \n\t\n', 'no text'],
    ['bytes', '\u0000\u0001\u0002PNG\u0000\u0003', 'not text'],
    ['marks', '"'.repeat(500), 'no prose'],
    ['a menu', 'Home\nNews\nSport\nWeather\nContact us\nAbout', 'no prose'],
    ['Russian', 'Президент заявил, что соглашение близко. '.repeat(20), 'not English'],
    [
      'German',
      'Der Präsident sagte am Montag, dass das Abkommen bald kommt und die Meerenge offen bleibt. '.repeat(
        10,
      ),
      'not English',
    ],
  ];
  test.each(cases)('%s', (_, text, note) => expect(read(text, setting)).toEqual({ statements: [], note }));
});

describe('hostile text ends soon', () => {
  const line = (part: string, length: number): string =>
    `Straits talks\n\n${part.repeat(Math.ceil(length / part.length)).slice(0, length)}`;
  const prose = (last: string): string =>
    `Straits talks\n\n${Array.from({ length: 20 }, (_, i) => `The talks of the ${i}th day were held in the old house.`).join('\n')}\n${last}`;
  const cases: [what: string, text: string][] = [
    ['a megabyte of marks', '"'.repeat(1_000_000)],
    ['100,000 nested quotations', line('“the ‘a ', 800_000)],
    ['one long sentence', line('and the minister of the state said that ', 500_000)],
    ['a paragraph just short enough to be read', line('“of the ‘a, said he that ', 99_000)],
    ['a paragraph of cues', line('the said that he ', 99_000)],
    ['a paragraph of names', line('Berg, a, ', 99_000)],
    [
      'many people of one surname',
      line('', 0) +
        Array.from({ length: 3000 }, (_, i) => `A${i.toString(36)} Roe said that it was so.\n`).join(''),
    ],
    [
      'a quotation that reopens in 5,000 paragraphs',
      line('', 0) + Array.from({ length: 5_000 }, (_, i) => `“It is the ${i}th day of the war\n`).join(''),
    ],
    ['nothing but right-to-left', line('ش ا ر ', 200_000)],
    ['lone surrogates', line('\ud800 the of ', 200_000)],
    ['a long run of spaces inside a line', prose(`He said it.${' '.repeat(90_000)}It was so.`)],
    ['a long run of spaces inside a quotation', prose(`“It is,${' '.repeat(90_000)}he said.`)],
  ];
  test.each(cases)(
    '%s',
    (_, text) => expect(read(text, setting).statements.length).toBeGreaterThanOrEqual(0),
    5000,
  );

  test.each([
    ['statements', (i: number) => `President Anton Berg said that it was day ${i}.`],
    ['quotations', (i: number) => `“It is day ${i}, and no truce,” Ida Holm said.`],
    ['right-to-left words', (i: number) => `Ida Holm said that \u202eقال الوزير ${i} of it.`],
  ])('of twice as many short lines of %s twice as many are found', (_, made) => {
    const counts = [400, 800].map(
      count => read(article(...Array.from({ length: count }, (_, i) => made(i))), setting).statements.length,
    );
    expect(counts).toEqual([400, 800]);
  });
});

test('quotations are the verbatim words of the text', () => {
  const text = article('“Our expectation is … peace,” President Anton Berg said. “It’s time.”');
  expect(read(text, setting).statements.map(({ quotations }) => wordsAt(text, quotations))).toEqual([
    'Our expectation is … peace, | It’s time.',
  ]);
});
