import { describe, expect, test } from 'vitest';
import { read } from '../../src/reading/read.ts';
import { article, setting, shown, wordsAt } from './setting.ts';

const said = (...paragraphs: string[]): [speaker: string | null, content: string][] =>
  shown(article('President Anton Berg and Foreign Minister Ida Holm spoke in Torvik.', ...paragraphs)).map(
    ({ speaker, content }) => [speaker, content],
  );

describe('words in the paragraph after the cue', () => {
  test('follow a colon', () => {
    expect(said('Berg told the crews, to loud cheers:', '“Nobody will take the straits from you.”')).toEqual([
      ['Anton Berg', '“Nobody will take the straits from you.”'],
    ]);
  });

  test('follow a colon over several paragraphs', () => {
    expect(said('Holm wrote on X:', '“We came early.', '“We stayed late.”', 'The hall was empty.')).toEqual([
      ['Ida Holm', '“We came early. | “We stayed late.”'],
    ]);
  });

  test('are not taken from the reporter', () => {
    expect(said('Holm said:', 'The hall was empty by noon.')).toEqual([]);
  });
});

describe('words in the sentence after the cue', () => {
  test.each([
    ['a statement', 'Holm said in a statement. “The crews have waited long enough.”'],
    [
      'an interview',
      'Holm told the Torvik Post in an interview on Monday. “The crews have waited long enough.”',
    ],
    ['no occasion', 'Holm agreed. “The crews have waited long enough.”'],
  ])('%s', (_, sentence) => {
    expect(said(sentence)).toEqual([['Ida Holm', '“The crews have waited long enough.”']]);
  });

  test('a cue in a subordinate clause leads over to nothing', () => {
    expect(said('The hall emptied as Holm spoke and the crews shouted. The doors closed.')).toEqual([]);
  });
});

describe('words in the paragraphs before the cue', () => {
  test('belong to it where their marks stay open', () => {
    expect(
      said('“We came early to the straits.', '“We stayed late.', '“Now we go home,” Holm said.', 'She left.'),
    ).toEqual([['Ida Holm', '“We came early to the straits. | “We stayed late. | “Now we go home,”']]);
  });

  test('and not to the speaker of the paragraph before', () => {
    expect(
      said('“The accord is near,” Berg said.', '“It is not.', '“Nothing has been signed,” Holm said.'),
    ).toEqual([
      ['Anton Berg', '“The accord is near,”'],
      ['Ida Holm', '“It is not. | “Nothing has been signed,”'],
    ]);
  });

  test('stay with the speaker before where the marks are closed', () => {
    expect(
      said('“The accord is near,” Berg said.', '“We worked for it.”', '“Not at all,” Holm said.').map(
        ([speaker]) => speaker,
      ),
    ).toEqual(['Anton Berg', 'Anton Berg', 'Ida Holm']);
  });

  test('are quoted verbatim', () => {
    const text = article('President Anton Berg spoke.', '“We came early.', '“Now we go home,” Berg said.');
    const [found] = read(text, setting).statements;
    expect(found?.kind).toBe('direct');
    expect(wordsAt(text, found?.quotations ?? [])).toBe('We came early. | Now we go home,');
  });
});
