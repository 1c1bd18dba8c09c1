import { describe, expect, test } from 'vitest';
import { read } from '../../src/reading/read.ts';
import { article, setting, shown } from './setting.ts';

/** The speaker of the last statement. */
const lastSpeaker = (...paragraphs: string[]): string | null | undefined =>
  shown(article(...paragraphs)).at(-1)?.speaker;

describe('speakers', () => {
  const cases: [what: string, paragraphs: string[], speaker: string | null][] = [
    [
      'a surname, by its full name earlier',
      ['Jane Roe, a ferry captain, saw the fleet.', 'Roe said the fleet was large.'],
      'Jane Roe',
    ],
    [
      'a title and a surname',
      ['Captain Jane Roe saw the fleet.', 'Ms. Roe said the fleet was large.'],
      'Jane Roe',
    ],
    ['a hyphenated name', ['Kim Geun-hye said the fleet was large.'], 'Kim Geun-hye'],
    [
      'a surname that could be a title',
      ['Charlie King, a captain, saw the fleet.', 'Mr. King said the fleet was large.'],
      'Charlie King',
    ],
    ['an age and a home town', ['Jane Roe, 59, of Torvik, Norland, said the fleet was large.'], 'Jane Roe'],
    [
      'a state before the name',
      ['The former president of Norland Jane Roe said the fleet was large.'],
      'Jane Roe',
    ],
    [
      'an unnamed source with a pronoun',
      ['President Anton Berg spoke.', 'A source close to him said the fleet was large.'],
      null,
    ],
    ['another spelling', ['Marenza said the accord was near.'], 'Suderia'],
    ['an office by its state', ['The Norlandish president said the accord was near.'], 'Anton Berg'],
    ['an office by its possessor', ['Norland’s foreign minister said the accord was near.'], 'Ida Holm'],
    ['a spokesman of a body', ['The Castle spokesman said the accord was near.'], 'Erik Dahl'],
    ['a body', ['The Castle said the accord was near.'], 'Castle'],
    ['a body outside the configuration', ['The Torvik Herald said the accord was near.'], 'Torvik Herald'],
    [
      'a title that one person has here',
      ['Mayor Jane Roe met Anton Berg.', 'The mayor said the accord was near.'],
      'Jane Roe',
    ],
    ['a surname after a day', ['On Thursday Berg said the accord was near.'], 'Anton Berg'],
    [
      'an office after a day',
      ['Late on Friday the Norlandish president said the accord was near.'],
      'Anton Berg',
    ],
    [
      'a surname after a month',
      ['Anton Berg met them.', 'In May Berg said the accord was near.'],
      'Anton Berg',
    ],
    ['a body with a day in its name', ['The Friday Group said the accord was near.'], 'Friday Group'],
    [
      'an office with an office in it',
      ['Head of the Office of the President Jane Roe said the accord was near.'],
      'Jane Roe',
    ],
    [
      'an office and a name that open the sentence',
      ['According to the chief of staff, Jane Roe, who was there, the accord was near.'],
      'Jane Roe',
    ],
    [
      'several who were joined by others',
      ['In a joint statement, the Norland Seamen joined by Suderia and Arvenia said the accord was near.'],
      'Norland Seamen',
    ],
    [
      'he, after “took to X.”',
      ['Jane Roe left.', 'Norland’s Peter Poe took to X. “The accord is near, as we all know,” he wrote.'],
      'Peter Poe',
    ],
    ['a title that nobody has here', ['The mayor said the accord was near.'], null],
    ['he', ['President Anton Berg met Ida Holm.', 'He said the accord was near.'], 'Anton Berg'],
    ['she', ['President Anton Berg met Ida Holm.', 'She said the accord was near.'], 'Ida Holm'],
    [
      'he, of someone whose first name says it',
      ['Jane Roe met Peter Poe.', 'He said the accord was near.'],
      'Peter Poe',
    ],
    ['he, when it can be two', ['Peter Poe and Paul Moe left.', 'He said the accord was near.'], null],
    [
      'he, of a later subject before him',
      [
        'Peter Poe told them that the fleet was large.',
        'Paul Moe went further: he said the accord was near.',
      ],
      null,
    ],
    [
      'he, of somebody without a name who came last',
      [
        'Peter Poe said the fleet was large.',
        'A member of the Suderian team, who asked not to be named, was scornful. “The accord is near,” he said.',
      ],
      null,
    ],
    [
      'a witness, of what somebody else told',
      [
        'Anton Berg spoke.',
        'At the first round in May, according to a guest, Berg told them the accord was near.',
      ],
      null,
    ],
    [
      'no name for its capital alone',
      ['Combat will cease once they have left: “The accord is near, we know.”'],
      null,
    ],
    [
      'he, of somebody himself',
      [
        'Peter Poe said the fleet was large. “Very large,” he said. The nets were new, he said.',
        'Anton Berg himself had been there. In an interview, he said the accord was near.',
      ],
      'Anton Berg',
    ],
    [
      'he, of somebody called by his office before another’s name',
      [
        'President Anton Berg spoke.',
        'The president said that signing with Peter Poe made no sense. “It is illegal,” he said.',
      ],
      'Anton Berg',
    ],
    ['she, when nobody fits', ['President Anton Berg spoke.', 'She said the accord was near.'], null],
    [
      'they, after a joint statement',
      ['Norland and Suderia said the accord was near.', 'They said that work goes on.'],
      'Norland + Suderia',
    ],
    ['unnamed officials', ['Senior officials said the accord was near.'], null],
    ['a source', ['A source close to the talks said the accord was near.'], null],
    ['two people of one surname', ['Jane Roe met Jack Roe.', 'Roe said the accord was near.'], null],
    [
      'a relative of a configured person',
      ['Bertha Berg sang in Torvik.', 'Berg said the song was new.'],
      null,
    ],
    [
      'a name in apposition after an office',
      ['The Harbour Union disagrees.', 'Its ferry policy chief, Jane Roe, said the accord was near.'],
      'Jane Roe',
    ],
    [
      'a name after an inverted office',
      ['“The accord is near,” said the head of the Norlandish delegation, Jane Roe.'],
      'Jane Roe',
    ],
    [
      'an office in apposition after a name',
      ['Jane Roe, 61, the editor of the harbour’s newspaper, said the accord was near.'],
      'Jane Roe',
    ],
    [
      'an office whose holder was named before',
      [
        'The head of the Office of the Straits, Jane Roe, met Anton Berg.',
        'The head of the Office of the Straits said the accord was near.',
      ],
      'Jane Roe',
    ],
    [
      'an office’s head is not its president',
      [
        'The head of the Office of the President, Jane Roe, met Bo Ek.',
        'The president said the accord was near.',
      ],
      null,
    ],
    [
      'the president, of the one who spoke last',
      [
        'President Anton Berg said the straits were open after a call with Carla Reyes.',
        'The president said the accord was near.',
      ],
      'Anton Berg',
    ],
    [
      'the head of state, by the configuration',
      ['Carla Reyes opened the hall.', 'The head of state said the accord was near.'],
      'Carla Reyes',
    ],
    [
      'the president, when it can be two',
      ['Anton Berg and Carla Reyes left.', 'The president said the accord was near.'],
      null,
    ],
    [
      'no vice president',
      ['Vice President Jane Roe met the crews.', 'The president said the accord was near.'],
      null,
    ],
    [
      'he, not someone in a subordinate clause',
      [
        'President Anton Berg said that he waits for the draft that Erik Dahl had announced in Torvik.',
        '“If there is a draft, we will read it,” he said.',
      ],
      'Anton Berg',
    ],
    [
      'he, of the one subject before',
      [
        'President Anton Berg said the fleet was ready.',
        'The hall was full.',
        'Erik Dahl has not seen the draft.',
        '“I hope to meet President Berg soon,” he wrote on Harbourgram.',
      ],
      'Erik Dahl',
    ],
    [
      'he, not the one spoken to',
      ['Peter Poe asked Paul Moe about the fleet.', '“It is large,” he told Moe.'],
      'Peter Poe',
    ],
    [
      'a name with a number, by its first part',
      ['Pope Clement XX came to Torvik.', 'The world, Clement warned, must wait.'],
      'Clement XX',
    ],
    [
      'letters beyond Latin-1',
      ['The mayor, Çağrı Erdoğan-Şahin, said the accord was near.'],
      'Çağrı Erdoğan-Şahin',
    ],
    ['reports', ['Reports say that the accord is near.'], null],
    [
      'who, after a name',
      ['He spoke of the words of Anton Berg, who called the accord a joke, and left.'],
      'Anton Berg',
    ],
    [
      'a surname that a relative has too',
      [
        'Jane Roe and her husband, Jack Roe, came to Torvik.',
        'He was tired. They went to the fleet in the evening.',
        'Roe said the fleet was large.',
      ],
      'Jane Roe',
    ],
    [
      'a surname that stood alone before somebody else of it came',
      [
        'Jane Roe saw the fleet. Roe liked it.',
        'Jack Roe, a fisherman, saw it in the evening.',
        'They left on Sunday. Roe said the fleet was large.',
      ],
      'Jane Roe',
    ],
    [
      'a surname of a configured person and a relative whom the article names',
      [
        'President Anton Berg came with his wife, Bertha Berg, to Torvik.',
        'They dined. Berg said the accord was near.',
      ],
      'Anton Berg',
    ],
    [
      'a first name before the shared surname',
      ['Jack and Jane Roe saw the fleet.', 'Roe said the fleet was large.'],
      null,
    ],
    [
      'Mrs., as the text has it, where a shared surname has two women',
      ['Jack Roe met Yael Roe and Noa Roe.', 'Mrs. Roe said the fleet was large.'],
      'Mrs. Roe',
    ],
    [
      'a title where two share the surname',
      ['Captain Noa Roe met Jack Roe, a fisherman.', 'Captain Roe said the fleet was large.'],
      'Noa Roe',
    ],
    [
      'a short form of the first name',
      ['Ken Poe spoke. Kenneth Poe is a fisherman.', 'Poe said it was late.'],
      'Kenneth Poe',
    ],
    ['a possessive in curly marks', ['Jane Roe’s ship sank.', 'Roe said the fleet was large.'], 'Jane Roe'],
    [
      'a title that could be a surname, with initials',
      ['Senator Peter T. King said the fleet was large.'],
      'Peter T. King',
    ],
    [
      'words before a name that are no part of it',
      ['Boatman Jane Roe left.', 'Jane Roe came back.', 'Roe said the fleet was large.'],
      'Jane Roe',
    ],
    [
      'a body by a person’s name',
      ['Jane Roe met Anton Berg.', 'The Roe campaign said the fleet was large.'],
      'Roe campaign',
    ],
    [
      'an aide by a person’s name',
      ['Jane Roe met Anton Berg.', 'A Roe spokesman said the fleet was large.'],
      null,
    ],
    [
      'supporters by a person’s name',
      ['Jane Roe met Anton Berg.', 'Roe supporters said the fleet was large.'],
      null,
    ],
    [
      'an agency whose name ends in a common word',
      ['The Associated Press reported that the fleet was large.'],
      'Associated Press',
    ],
    ['a home state after a party', ['Senator Jane Roe, R-Ohio, said the fleet was large.'], 'Jane Roe'],
    [
      'a home town and its state after what someone is',
      ['Jane Roe, a pilot from Torvik, Norland, said the fleet was large.'],
      'Jane Roe',
    ],
    [
      'a body in a relative clause before the cue',
      ['Jane Roe, who sails for the Harbour Union, said the fleet was large.'],
      'Jane Roe',
    ],
    [
      'a place in a participle before the cue',
      ['Jane Roe, speaking at a rally in Marenza, Suderia, said the fleet was large.'],
      'Jane Roe',
    ],
    [
      'an office of another body after the name',
      ['Jane Roe, acting political director of Blue Action, which owns the fleet, said it was large.'],
      'Jane Roe',
    ],
    [
      'a minister after a meeting with someone',
      ['After a meeting with Jane Roe, the minister said the fleet was large.'],
      null,
    ],
    [
      'who, after what someone is',
      ['Police met Jane Roe, a pilot from Torvik, who said the fleet was large.'],
      'Jane Roe',
    ],
    ['who, after a home', ['We met Jane Roe of Torvik, who said the fleet was large.'], 'Jane Roe'],
    ['who, after a dash', ['On Monday, Jane Roe - who said the fleet was large - left.'], 'Jane Roe'],
    ['who, of people near a name', ['Jane Roe met the women who said the fleet was large.'], null],
    ['who, of somebody with a capital', ['Jane Roe met a Democrat who said the fleet was large.'], null],
    [
      'who, after an office',
      ['We met the Norlandish president, who said the accord was near.'],
      'Anton Berg',
    ],
    [
      'three in a list',
      ['Jane Roe, Peter Poe and Paul Moe said the fleet was large.'],
      'Jane Roe + Peter Poe + Paul Moe',
    ],
    [
      'two of whom one has his office beside him',
      ['Jane Roe, the captain of the fleet, and Peter Poe, a pilot, said the fleet was large.'],
      'Jane Roe + Peter Poe',
    ],
    [
      'two with offices that name what they are of',
      ['Former Secretary of State Jane Roe and former Ohio Gov. Peter Poe said the fleet was large.'],
      'Jane Roe + Peter Poe',
    ],
    [
      'no list, but two clauses',
      ['Jane Roe supported it and Peter Poe said the fleet was large.'],
      'Peter Poe',
    ],
    [
      'a name that the source does not end with',
      ['But the United Fishers Project estimated that the fleet was large.'],
      'United Fishers Project',
    ],
    [
      'a kind of body, of the one named before',
      ['The Harbour Ministry closed the port.', 'The ministry said the fleet was large.'],
      'Harbour Ministry',
    ],
    [
      'a kind of body, when two were named',
      ['The Harbour Ministry met the Fish Ministry.', 'The ministry said the fleet was large.'],
      null,
    ],
    [
      'states and bodies in a list',
      ['In a joint statement, Norland, Suderia and the Harbour Union said the accord was near.'],
      'Norland + Suderia + Harbour Union',
    ],
    [
      'no list after a preposition',
      ['In Norland, Suderia and the Harbour Union said the accord was near.'],
      'Suderia + Harbour Union',
    ],
    ['some spokesman of a body that has one', ['A Castle spokesman said the accord was near.'], null],
    ['officials who know', ['Officials familiar with the talks said the accord was near.'], null],
    ['a senior official of a state', ['A senior Norlandish official said the accord was near.'], null],
    ['two people who were briefed', ['Two people briefed on the talks said the accord was near.'], null],
    ['the aide of an office', ['A spokesman for the Norlandish president said the accord was near.'], null],
    [
      'she, of a widow whose first name says the other',
      ['The widow Terry Roe met Anton Berg.', 'She said the fleet was large.'],
      'Terry Roe',
    ],
    [
      'she, not someone named when a mother is the subject',
      ['Ida Holm left the hall.', 'My mother was 86 years old.', 'She said the fleet was large.'],
      null,
    ],
    [
      'he, not the words of a headline in the body',
      ['Jane Roe Slams Harbour Shooting Comments', 'Peter Poe left. He said the fleet was large.'],
      'Peter Poe',
    ],
    [
      'he, of a name whose letters were decoded wrongly',
      ['President PeÃ±a Nieto said the fleet was large.'],
      'PeÃ±a Nieto',
    ],
    ['someone else’s aide', ['President Anton Berg spoke.', 'Berg’s lawyer said the accord was near.'], null],
  ];
  test.each(cases)('%s', (_, paragraphs, speaker) => expect(lastSpeaker(...paragraphs)).toBe(speaker));
});

test('an office is that of the article’s day', () => {
  const text = article('The Norlandish foreign minister said the accord was near.');
  const at = (date: string): string | undefined =>
    read(text, { ...setting, at: Date.parse(date) }).statements[0]?.speakers[0]?.name;
  expect([at('2024-12-31'), at('2025-01-01')]).toEqual(['Per Lund', 'Ida Holm']);
});

test('a speaker comes with party and office', () => {
  const [found] = read(article('Castle spokesman Erik Dahl said the accord was near.'), setting).statements;
  expect(found?.speakers).toEqual([
    { name: 'Erik Dahl', actor: 'dahl', party: 'norland', office: 'Castle spokesman' },
  ]);
});

describe('grades', () => {
  const grade = (sentence: string): string | undefined =>
    read(article('President Anton Berg spoke.', sentence), setting).statements[0]?.grade;
  const cases: [sentence: string, grade: string][] = [
    ['Berg said the accord was near.', 'on-record'],
    ['Officials said the accord was near.', 'anonymous'],
    ['She said the accord was near.', 'anonymous'],
    ['Analysts said the accord was near.', 'analyst'],
    ['The accord is near, according to a Harbour Union survey.', 'analyst'],
  ];
  test.each(cases)('%s', (sentence, expected) => expect(grade(sentence)).toBe(expected));
});

test('an office that changed hands says nothing of the day before', () => {
  const text = article(
    '“The accord is near,” the Norlandish foreign minister said.',
    'Lund said it was late.',
  );
  const { statements } = read(text, { ...setting, at: Date.parse('2024-12-31') });
  expect(statements.map(({ speakers }) => speakers.map(({ name, office }) => [name, office]))).toEqual([
    [['Per Lund', 'Foreign Minister of Norland']],
    [['Per Lund', 'Foreign Minister of Norland']],
  ]);
});

test('those who speak jointly keep their own parties', () => {
  const [found] = read(
    article('Anton Berg and Carla Reyes said in a joint statement that the accord was near.'),
    setting,
  ).statements;
  expect(found?.speakers.map(({ actor, party }) => [actor, party])).toEqual([
    ['berg', 'norland'],
    ['reyes', 'suderia'],
  ]);
});

test('why says how the speaker was found', () => {
  const [found] = read(article('The Norlandish president said the accord was near.'), setting).statements;
  expect(found?.why.slice(0, 2)).toEqual([
    'Cue: "said"; the words follow the cue.',
    '"Norlandish president" was Anton Berg on the article\'s day.',
  ]);
});
