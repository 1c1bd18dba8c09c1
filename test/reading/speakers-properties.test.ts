import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Found } from '../../src/core/statement.ts';
import { read } from '../../src/reading/read.ts';
import { pronounCases } from './pronoun-cases.ts';
import { article, setting } from './setting.ts';

const firstNames = ['Jane', 'Peter', 'Temesgen', 'Noa', 'Karl', 'Irene', 'J.', 'Yael'];
const surnames = ['Roe', 'Poe', 'Berg', 'Holm', 'Amory', 'King', 'Le Marr', 'Ek-Lund', 'O’Dell'];
const cues = ['said', 'told reporters', 'warned', 'wrote on Harbourgram', 'added'];
const titles = ['', 'Ms. ', 'Mr. ', 'Captain ', 'the head of the Harbour Agency, ', 'Foreign Minister '];

const name = fc
  .tuple(fc.constantFrom(...titles), fc.constantFrom(...firstNames), fc.constantFrom(...surnames))
  .map(([title, first, last]) => `${title}${first} ${last}`);
const source = fc.oneof(
  name,
  fc.constantFrom(
    ...surnames,
    'he',
    'she',
    'they',
    'it',
    'the minister',
    'the agency',
    'Norland',
    'a senior official',
  ),
  fc.tuple(name, name).map(([one, other]) => `${one} and ${other}`),
  fc.tuple(name, name).map(([one, other]) => `${one}, who met ${other},`),
  name.map(one => `${one}, a pilot from Torvik, Ohio,`),
);
const sentence = fc.tuple(source, fc.constantFrom(...cues), fc.boolean()).map(([who, cue, after]) => {
  const said = after ? `“The fleet is large,” ${who} ${cue}.` : `${who} ${cue} that the fleet was large.`;
  return said.charAt(0).toUpperCase() + said.slice(1);
});
const scene = name.map(one => `${one} came to the harbour on Tuesday.`);
const story = fc.array(fc.oneof(sentence, scene), { minLength: 1, maxLength: 8 });
const passage = fc.constantFrom(...pronounCases.map(([, paragraphs]) => [...paragraphs]));
const paragraphs = fc.oneof(
  story,
  passage,
  fc.tuple(story, passage).map(parts => parts.flat()),
);

const configured = new Set([...setting.catalog.actors.values()].map(actor => actor.name));
const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

describe('speakers', () => {
  test('have names made of the words of the article, or of the configuration', () => {
    fc.assert(
      fc.property(paragraphs, given => {
        const text = article(...given);
        const words = new Set(wordsOf(text));
        for (const { speakers } of read(text, setting).statements)
          for (const speaker of speakers)
            expect(configured.has(speaker.name) || wordsOf(speaker.name).every(word => words.has(word))).toBe(
              true,
            );
      }),
      { numRuns: 300 },
    );
  });

  test('are the configured persons wherever they are shown with an actor', () => {
    fc.assert(
      fc.property(paragraphs, given => {
        for (const { speakers } of read(article(...given), setting).statements)
          for (const { name: shown, actor } of speakers)
            if (actor !== null) expect(setting.catalog.actors.get(actor)?.name).toBe(shown);
      }),
      { numRuns: 200 },
    );
  });

  const whoSaid = ({ content, cue, source: place, speakers, grade }: Found): unknown => ({
    content,
    cue,
    source: place,
    speakers,
    grade,
  });

  test('stay who they are when an unrelated paragraph follows', () => {
    const unrelated =
      'Wilma Zorn bakes bread in Quell. Ugo Zabel sells it, and Zabel says that trade is slow.';
    fc.assert(
      fc.property(paragraphs, given => {
        const before = read(article(...given), setting).statements;
        const after = read(article(...given, unrelated), setting).statements;
        expect(after.slice(0, before.length).map(whoSaid)).toEqual(before.map(whoSaid));
      }),
      { numRuns: 200 },
    );
  });
});
