import { describe, expect, test } from 'vitest';
import { read } from '../../src/reading/read.ts';
import { article, setting, shown, wordsAt } from './setting.ts';

const opening = 'President Anton Berg and Foreign Minister Ida Holm spoke in Torvik.';
const told = (...paragraphs: string[]): string[] =>
  shown(article(opening, ...paragraphs)).map(({ speaker, kind, content }) =>
    [speaker, kind, content].join(' / '),
  );
const quoted = (...paragraphs: string[]): string[] => {
  const text = article(opening, ...paragraphs);
  return read(text, setting).statements.flatMap(({ quotations }) =>
    quotations.map(span => wordsAt(text, [span])),
  );
};

describe('written statements', () => {
  test.each([
    ['said in a statement', 'Berg said in a statement that the accord was near.', 'Anton Berg'],
    ['posted on X', 'Berg posted on X that the accord was near.', 'Anton Berg'],
    ['wrote on Telegram', 'Holm wrote on Telegram that the accord was near.', 'Ida Holm'],
  ])('%s', (_, sentence, speaker) => {
    expect(told(sentence)).toEqual([`${speaker} / indirect / the accord was near`]);
  });

  test('a joint statement has two speakers', () => {
    expect(told('Norland and Suderia said in a joint statement: “We have a draft.”')).toEqual([
      'Norland + Suderia / direct / “We have a draft.”',
    ]);
  });
});

describe('fragments in quotation marks', () => {
  test.each([
    ['called', 'Berg called the vote “illegitimate”.', 'Anton Berg / mixed / the vote “illegitimate”'],
    ['described as', 'Holm described it as “illegitimate.”', 'Ida Holm / mixed / it as “illegitimate.”'],
  ])('%s', (_, sentence, expected) => expect(told(sentence)).toEqual([expected]));
});

describe('nouns that are cues', () => {
  test.each([
    ['a warning that', 'Berg repeated his warning that the straits could close.', 'the straits could close'],
    ['a call for', 'Berg renewed his call for patience.', 'patience'],
  ])('%s', (_, sentence, content) => expect(told(sentence)).toEqual([`Anton Berg / indirect / ${content}`]));
});

test('a coordination gives a statement each', () => {
  expect(told('Berg praised the accord and predicted that it would last.')).toEqual([
    'Anton Berg / indirect / the accord',
    'Anton Berg / indirect / it would last',
  ]);
});

describe('all kinds of marks give the words between them', () => {
  test.each([
    ['two apostrophes', "''It is near,'' Berg said. ''We sign.''", ['It is near,', 'We sign.']],
    ['low and high', '„It is near“, Berg said.', ['It is near']],
    ['guillemets', '«It is near», Berg said.', ['It is near']],
    ['nested singles', '“He told me ‘never’ and left,” Berg said.', ['He told me ‘never’ and left,']],
    [
      'straight marks and apostrophes',
      "\"It's the crews' accord, isn't it?\" Berg said.",
      ["It's the crews' accord, isn't it?"],
    ],
  ])('%s', (_, sentence, words) => expect(quoted(sentence)).toEqual(words));
});

describe('a closing mark that is missing before the reporter’s own sentence', () => {
  test('leaves that sentence out although the next paragraph quotes on', () => {
    const words = quoted('“We have waited for years. He then left the hall.', '“Now we sign it,” Berg said.');
    expect(words).toEqual(['Now we sign it,']);
  });

  test('and after a first quotation too', () => {
    const words = quoted('“It is near,” Berg said. “We worked. The hall fell silent.', '“Now we sign.”');
    expect(words.join(' ')).not.toContain('silent');
    expect(words).toContain('It is near,');
  });

  test('what speaks of the speaker stays', () => {
    expect(quoted('“We waited. The crews left us.', '“Now we sign it,” Berg said.')).toEqual([
      'We waited. The crews left us.',
      'Now we sign it,',
    ]);
  });
});

describe('what holds marks or cues and is no statement', () => {
  const silent: [what: string, ...paragraphs: string[]][] = [
    ['the title of a book', 'Berg wrote “The Straits and the Sea” in 2010.'],
    ['a nickname', 'Lars “Lucky” Strand joined the crew.'],
    ['the words of a question', 'Asked whether the accord was near, Berg smiled.'],
    ['a caption', 'President Anton Berg speaks in Torvik on Monday. (AP Photo/Jane Roe)'],
    ['a cookie notice', 'We use cookies to say that the accord is near.'],
    ['a reaction widget', "What's Your Reaction?"],
    ['teasers', 'Read more: Berg says accord is dead', 'Also read: “No accord,” says Holm'],
  ];
  test.each(silent)('%s', (_, ...paragraphs) => expect(told(...paragraphs)).toEqual([]));

  test('a claim that the speaker denies is only said to be denied', () => {
    expect(told('Berg rejected claims that he said “the accord is dead.”')).toEqual([
      'Anton Berg / mixed / claims that he said “the accord is dead.”',
    ]);
  });

  test('a programme that somebody speaks to is not quoted', () => {
    expect(told('Berg told Radio Torvik’s “Morning Talk” that the accord was near.')).toEqual([
      'Anton Berg / indirect / the accord was near',
    ]);
  });
});
