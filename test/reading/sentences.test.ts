import { describe, expect, test } from 'vitest';
import { cueWords } from '../../src/reading/cuewords.ts';
import { sentences } from '../../src/reading/sentences.ts';
import { setting } from './setting.ts';

const words = cueWords(setting.lexicon.cues);

function split(text: string): string[] {
  const line = { start: 0, end: text.length, layer: 'body', number: 0 } as const;
  return sentences(text, line, words).map(({ start, end }) => text.slice(start, end));
}

describe('where sentences end', () => {
  const cases: [what: string, parts: string[]][] = [
    ['stops', ['Berg left.', 'Holm stayed.']],
    ['abbreviations and initials', ['Gen. J. R. Roe met Mr. Poe at 5 p.m. on Nov. 3.', 'He left.']],
    ['states in initials', ['He flew to the U.S.', 'The talks went on.']],
    ['a quotation of several sentences stays with its speaker', ['“We go. We stay,” he said.', 'Holm left.']],
    ['a quotation with its own stop', ['He said “We go.”', 'Holm left.']],
    ['a question and who asked it', ['“Why now?” Berg asked.', 'Holm left.']],
    [
      'a quotation, then a new sentence that quotes',
      ['She called it “a mess.”', 'She added, “We will talk.”'],
    ],
    ['decimals and dots', ['It fell 3.5 percent… and rose again.', 'Then it fell.']],
  ];
  test.each(cases)('%s', (_, parts) => expect(split(parts.join(' '))).toEqual(parts));
});

describe('datelines are left out', () => {
  const cases = ['TORVIK: ', 'TORVIK, Nov 27 (Agency) - ', 'TORVIK (AW) — ', 'Torvik, Norland (AW) — '];
  test.each(cases)('%s', dateline =>
    expect(split(`${dateline}Berg left the hall.`)).toEqual(['Berg left the hall.']),
  );
});

test('a name in capitals before a colon is no dateline', () => {
  expect(split('BERG: THE CHOICE IS OURS')[0]).toBe('BERG: THE CHOICE IS OURS');
});
