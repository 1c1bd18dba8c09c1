import { expect, test } from 'vitest';
import { cueWords } from '../../src/reading/cuewords.ts';
import { setting } from './setting.ts';

const { verbs } = cueWords(setting.lexicon.cues);
const forms = (...words: string[]): (string | undefined)[] =>
  words.map(word => verbs.get(word)?.at(-1)?.form);

test.each([
  ['say', ['say', 's:says', 'said', 'saying']],
  ['deny', ['deny', 's:denies', 'denied', 'denying']],
  ['admit', ['admit', 's:admits', 'admitted', 'admitting']],
  ['argue', ['argue', 's:argues', 'argued', 'arguing']],
  ['signal', ['signal', 's:signals', 'signalled', 'signalling']],
])('all forms of %s are cues', (_, [base = '', s = '', past = '', ing = '']) => {
  expect(forms(base, s.slice(2), past, ing)).toEqual(['base', 's', 'past', 'ing']);
});

test('the longest cue comes first', () => {
  expect(verbs.get('called')?.map(({ base }) => base)[0]).toMatch(/^call (?:for|on|upon)$/);
});
