import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { lexiconSchema } from '../../src/config/lexicon.ts';
import type { Actor, Office } from '../../src/core/actor.ts';
import { catalog } from '../../src/core/catalog.ts';
import type { Reading, Span } from '../../src/core/statement.ts';
import { read } from '../../src/reading/read.ts';
import type { Setting } from '../../src/reading/said.ts';

const day = (date: string): number => Date.parse(`${date}T00:00Z`);

const actor = (id: string, kind: Actor['kind'], name: string, more: Partial<Actor> = {}): Actor => ({
  id,
  kind,
  name,
  aliases: [],
  speaksFor: null,
  adjectives: [],
  gender: null,
  offices: [],
  ...more,
});

const office = (
  title: string,
  of: string,
  from: string | null = null,
  until: string | null = null,
): Office => ({
  title,
  aliases: [],
  of,
  from: from === null ? null : day(from),
  until: until === null ? null : day(until),
});

/** Two invented states, their people and a union: nothing here depends on the shipped configuration. */
const actors: Actor[] = [
  actor('norland', 'state', 'Norland', { aliases: ['Torvik'], adjectives: ['Norlandish'] }),
  actor('suderia', 'state', 'Suderia', { aliases: ['Marenza', 'US'], adjectives: ['Suderian'] }),
  actor('castle', 'body', 'Castle', {
    aliases: ['the Castle'],
    adjectives: ['Castle'],
    speaksFor: 'norland',
  }),
  actor('union', 'body', 'Harbour Union', { adjectives: ['Harbour Union'] }),
  actor('berg', 'person', 'Anton Berg', {
    gender: 'male',
    offices: [office('President of Norland', 'norland')],
  }),
  actor('holm', 'person', 'Ida Holm', {
    gender: 'female',
    offices: [office('Foreign Minister of Norland', 'norland', '2025-01-01')],
  }),
  actor('lund', 'person', 'Per Lund', {
    gender: 'male',
    offices: [office('Foreign Minister of Norland', 'norland', null, '2025-01-01')],
  }),
  actor('reyes', 'person', 'Carla Reyes', {
    gender: 'female',
    offices: [office('President of Suderia', 'suderia')],
  }),
  actor('dahl', 'person', 'Erik Dahl', { gender: 'male', offices: [office('Castle spokesman', 'castle')] }),
];

const negotiation = {
  id: 'straits',
  title: 'Straits talks',
  parties: ['norland', 'suderia', 'union'],
  families: {},
  topics: [],
};

export const setting: Setting = {
  catalog: catalog({ negotiations: [negotiation], actors, outlets: [], feeds: [] }),
  lexicon: lexiconSchema.parse(
    parse(readFileSync(new URL('../../config/lexicon/en.yaml', import.meta.url), 'utf8')),
  ),
  at: day('2025-11-28'),
};

/** A statement with its spans as words, ready to be compared. */
export interface Shown {
  readonly speaker: string | null;
  readonly kind: string;
  readonly content: string;
  readonly cue: string;
}

export const wordsAt = (text: string, spans: readonly Span[]): string =>
  spans.map(({ start, end }) => text.slice(start, end)).join(' | ');

export function shown(text: string, { statements }: Reading = read(text, setting)): Shown[] {
  return statements.map(({ speakers, kind, content, cue }) => ({
    speaker: speakers.length === 0 ? null : speakers.map(({ name }) => name).join(' + '),
    kind,
    content: wordsAt(text, content),
    cue: wordsAt(text, cue),
  }));
}

/** Body text under a headline that says nothing. */
export const article = (...paragraphs: string[]): string =>
  ['Straits talks go on', '', ...paragraphs].join('\n');
