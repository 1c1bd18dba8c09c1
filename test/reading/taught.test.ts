import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { lexiconSchema } from '../../src/config/lexicon.ts';
import { read } from '../../src/reading/read.ts';
import type { Setting } from '../../src/reading/said.ts';
import { article, setting, shown } from './setting.ts';

const shipped = readFileSync(new URL('../../config/lexicon/en.yaml', import.meta.url), 'utf8');

/** The setting after an editor wrote a word at the beginning of a list under `cues:`. */
function taught(list: string, word: string): Setting {
  const written = shipped.replace(new RegExp(`^  ${list}: \\[`, 'm'), `  ${list}: [${word}, `);
  expect(written).not.toBe(shipped);
  return { ...setting, lexicon: lexiconSchema.parse(parse(written)) };
}

const contents = (text: string, by: Setting): string[] =>
  shown(text, read(text, by)).map(({ content }) => content);

describe('what an editor writes in the lexicon alone', () => {
  const cases: [what: string, list: string, word: string, sentence: string, content: string][] = [
    ['a cue verb', 'clause', 'trumpet', 'Berg trumpeted that the accord was near.', 'the accord was near'],
    ['a verb with an object', 'object', 'bemoan', 'Berg bemoaned the long talks.', 'the long talks'],
    [
      'a noun cue',
      'nouns',
      'prophecy',
      'The fleet stayed after Berg’s prophecy that nobody would sail.',
      'nobody would sail',
    ],
    [
      'a phrase',
      'phrases',
      'in the telling of',
      'In the telling of Berg, the accord is near.',
      'the accord is near',
    ],
    ['a piece', 'pieces', 'sermon', 'Berg gave a sermon condemning the pirates.', 'the pirates'],
  ];
  test.each(cases)('%s is read', (_, list, word, sentence, content) => {
    const text = article('President Anton Berg spoke in Torvik.', sentence);
    expect(contents(text, setting)).not.toContain(content);
    expect(contents(text, taught(list, word))).toContain(content);
  });

  test('a line that is no part of an article is left out', () => {
    const line = 'Your Torvik briefing says that the accord is near.';
    const text = article('President Anton Berg spoke in Torvik.', line);
    expect(contents(text, setting)).toEqual(['the accord is near']);
    expect(contents(text, taughtBoilerplate('your torvik briefing…'))).toEqual([]);
  });

  test('a day ends where the words begin', () => {
    const text = article('President Anton Berg spoke.', 'Berg said Sternday that the accord was near.');
    expect(contents(text, taught('days', 'sternday'))).toEqual(['the accord was near']);
  });
});

function taughtBoilerplate(phrase: string): Setting {
  const written = shipped.replace(/^ {2}boilerplate: \[\n/m, opening => `${opening}    "${phrase}",\n`);
  expect(written).not.toBe(shipped);
  return { ...setting, lexicon: lexiconSchema.parse(parse(written)) };
}
