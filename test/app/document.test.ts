import { expect, test } from 'vitest';
import { documentLine } from '../../src/app/document.ts';
import type { Found } from '../../src/core/statement.ts';

const text = '“We agree,” Norland and Suderia said.';

const found: Found = {
  id: 's1',
  kind: 'direct',
  layer: 'body',
  content: [{ start: 0, end: 11 }],
  cue: [{ start: 32, end: 36 }],
  source: [{ start: 12, end: 31 }],
  quotations: [{ start: 1, end: 10 }],
  speakers: [],
  grade: 'on-record',
  topics: ['accord'],
  stances: [{ topic: 'accord', holder: 'norland', stance: 'supports', why: ['because'] }],
  terms: [],
  stems: [],
  why: ['because'],
};

const speaker = (name: string, party: string | null) => ({ name, actor: null, party, office: null });

const line = (more: Partial<Found>) =>
  documentLine('doc', { statements: [{ ...found, ...more }], note: null }, text).statements[0];

test('a statement as it is printed', () => {
  expect(line({ speakers: [speaker('Norland', 'norland')] })).toEqual({
    id: 's1',
    kind: 'direct',
    layer: 'body',
    content: [[0, 11]],
    cue: [[32, 36]],
    source: [[12, 31]],
    quotations: ['We agree,'],
    speaker: 'Norland',
    actor: 'norland',
    grade: 'on-record',
    stances: [{ topic: 'accord', holder: 'norland', stance: 'supports' }],
    terms: [],
  });
});

test('no speaker is null, several of different parties are lists that correspond, others one text', () => {
  expect(line({})).toMatchObject({ speaker: null, actor: null });
  const joint = [speaker('Norland', 'norland'), speaker('Suderia', 'suderia')];
  expect(line({ speakers: joint })).toMatchObject({
    speaker: ['Norland', 'Suderia'],
    actor: ['norland', 'suderia'],
  });
  const others = [speaker('Jane Roe', 'norland'), speaker('John Doe', null)];
  expect(line({ speakers: others })).toMatchObject({ speaker: 'Jane Roe and John Doe', actor: 'norland' });
});

test('the note of a text without statements is printed', () => {
  expect(documentLine('doc', { statements: [], note: 'not English' }, '')).toEqual({
    doc: 'doc',
    statements: [],
    note: 'not English',
  });
});

test('a stance that no party holds is the speaker’s, by his name or the text’s words, or unclear', () => {
  const unheld = [{ topic: 'accord', stance: 'opposes', why: [] }] as const;
  const held = (speakers: Found['speakers']) => line({ speakers, stances: [], unheld })?.stances;
  expect(held([speaker('Jane Roe', null)])).toEqual([
    { topic: 'accord', holder: 'Jane Roe', stance: 'opposes' },
  ]);
  expect(held([])).toEqual([{ topic: 'accord', holder: 'Norland and Suderia', stance: 'opposes' }]);
  expect(line({ source: [], speakers: [], stances: [], unheld })?.stances).toEqual([
    { topic: 'accord', holder: 'unclear', stance: 'opposes' },
  ]);
});
