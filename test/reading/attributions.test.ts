import { describe, expect, test } from 'vitest';
import { article, shown } from './setting.ts';

type Case = [
  what: string,
  sentence: string,
  expected: [speaker: string | null, kind: string, content: string][],
];

/** Every way in which wire copy attributes words, one sentence or paragraph each. */
const cases: Case[] = [
  [
    'subject, verb, clause',
    'President Anton Berg said that Norland would sign the accord.',
    [['Anton Berg', 'indirect', 'Norland would sign the accord']],
  ],
  [
    'no "that"',
    'Berg said Norland was ready to sign.',
    [['Anton Berg', 'indirect', 'Norland was ready to sign']],
  ],
  [
    'place and day before "that"',
    'Berg said in Torvik on Monday that the accord was near.',
    [['Anton Berg', 'indirect', 'the accord was near']],
  ],
  ['content first', 'The accord is near, Berg said.', [['Anton Berg', 'indirect', 'The accord is near']]],
  [
    'quotation first',
    '“The accord is near,” Berg said.',
    [['Anton Berg', 'direct', '“The accord is near,”']],
  ],
  [
    'inversion',
    '“The accord is near,” said Anton Berg, the president.',
    [['Anton Berg', 'direct', '“The accord is near,”']],
  ],
  [
    'the cue in the middle',
    'Any accord, Berg argued, must protect the straits.',
    [['Anton Berg', 'indirect', 'Any accord | must protect the straits']],
  ],
  [
    'an interrupted quotation',
    '“The accord,” Berg said, “is near.”',
    [['Anton Berg', 'direct', '“The accord,” | “is near.”']],
  ],
  [
    'two quoted sentences',
    '“The accord is near,” Berg said. “We will sign it.”',
    [['Anton Berg', 'direct', '“The accord is near,” | “We will sign it.”']],
  ],
  [
    'a quoted fragment',
    'Berg called the accord “a gift to the pirates.”',
    [['Anton Berg', 'mixed', 'the accord “a gift to the pirates.”']],
  ],
  [
    'according to, first',
    'According to Berg, the accord is near.',
    [['Anton Berg', 'indirect', 'the accord is near']],
  ],
  [
    'according to, last',
    'The accord is near, according to Berg.',
    [['Anton Berg', 'indirect', 'The accord is near']],
  ],
  [
    ', adding',
    '“The accord is near,” Berg said, adding that the straits would stay open.',
    [
      ['Anton Berg', 'direct', '“The accord is near,”'],
      ['Anton Berg', 'indirect', 'the straits would stay open'],
    ],
  ],
  [
    'a second cue',
    'Berg said the accord was near but warned that the straits could close.',
    [
      ['Anton Berg', 'indirect', 'the accord was near'],
      ['Anton Berg', 'indirect', 'the straits could close'],
    ],
  ],
  [
    'a second cue with its own subject',
    'Berg said the accord was near, though he added that the straits could close.',
    [
      ['Anton Berg', 'indirect', 'the accord was near'],
      ['Anton Berg', 'indirect', 'the straits could close'],
    ],
  ],
  [
    'told someone',
    'Berg told reporters that the accord was near.',
    [['Anton Berg', 'indirect', 'the accord was near']],
  ],
  [
    'a written statement',
    'Berg wrote on Telegram: “The accord is near.”',
    [['Anton Berg', 'direct', '“The accord is near.”']],
  ],
  [
    'an occasion at the end',
    'Berg praised the “great patience” of the crews during a joint press conference.',
    [['Anton Berg', 'mixed', 'the “great patience” of the crews']],
  ],
  [
    'a spokesperson',
    'Castle spokesman Erik Dahl said the accord was near.',
    [['Erik Dahl', 'indirect', 'the accord was near']],
  ],
  [
    'a joint statement',
    'Norland and Suderia announced that they had a draft.',
    [['Norland + Suderia', 'indirect', 'they had a draft']],
  ],
  [
    'who said',
    'The hall fell silent for Anton Berg, who said that the accord was near.',
    [['Anton Berg', 'indirect', 'the accord was near']],
  ],
  [
    'which a party claims',
    'The fleet, which Norland claims is only training, left port.',
    [['Norland', 'indirect', 'which | is only training, left port']],
  ],
  [
    'a condition before the cue',
    'If Suderia wanted a promise, Berg said Norland was ready to give it.',
    [['Anton Berg', 'indirect', 'If Suderia wanted a promise | Norland was ready to give it']],
  ],
  [
    'an object',
    'Berg rejected any talks with the pirates.',
    [['Anton Berg', 'indirect', 'any talks with the pirates']],
  ],
  [
    'an infinitive',
    'Berg vowed to keep the straits open.',
    [['Anton Berg', 'indirect', 'to keep the straits open']],
  ],
  [
    'an aside after the subject',
    'Anton Berg, the president of Norland, said the accord was near.',
    [['Anton Berg', 'indirect', 'the accord was near']],
  ],
  [
    'a day between subject and verb',
    'Berg on Tuesday said the accord was near.',
    [['Anton Berg', 'indirect', 'the accord was near']],
  ],
  [
    'as someone said',
    'As Berg noted, the accord is near.',
    [['Anton Berg', 'indirect', 'the accord is near']],
  ],
  [
    'a noun cue',
    'The fleet stayed after Berg’s warning that the straits could close.',
    [['Anton Berg', 'indirect', 'the straits could close']],
  ],
  [
    'an inverted opening',
    'Said Berg: “The accord is near.”',
    [['Anton Berg', 'direct', '“The accord is near.”']],
  ],
  [
    'a cue inside an aside',
    'Anton Berg, who called the fleet a joke, told reporters that the accord was near.',
    [
      ['Anton Berg', 'indirect', 'the fleet a joke'],
      ['Anton Berg', 'indirect', 'the accord was near'],
    ],
  ],
  [
    'a tagger’s plural that is a verb',
    'The fleet left port, the Castle reports.',
    [['Castle', 'indirect', 'The fleet left port']],
  ],
  [
    'a cue in a subordinate clause',
    'While Berg welcomed the accord, the fleet and the pirates remain far apart.',
    [['Anton Berg', 'indirect', 'the accord']],
  ],
  [
    'a participle after the main clause',
    'Berg stays careful about the accord, asserting that the straits cannot wait.',
    [['Anton Berg', 'indirect', 'the straits cannot wait']],
  ],
  [
    "the reporter's own addition",
    'Berg said the accord was near — though many questions remain.',
    [['Anton Berg', 'indirect', 'the accord was near']],
  ],
  [
    "the reporter's insert",
    'The Harbour Union — where fees rose last year — is “very keen” to host, Berg added.',
    [['Anton Berg', 'mixed', 'The Harbour Union | is “very keen” to host']],
  ],
];

describe('who said what', () => {
  test.each(cases)('%s', (_, sentence, expected) => {
    const text = article('President Anton Berg spoke in Torvik.', sentence);
    expect(shown(text).map(({ speaker, kind, content }) => [speaker, kind, content])).toEqual(expected);
  });
});

describe('what is no statement', () => {
  const silent: [what: string, sentence: string][] = [
    ["the reporter's own sentence", 'The accord has twelve articles and covers the straits.'],
    ['a scare quote', 'The so-called “peace fleet” left port.'],
    ['the title of a work', 'The film “Straits of Fire” opened in Torvik.'],
    ['a passive', 'Berg was told to leave the straits.'],
    ['what someone did not say', 'Berg did not say whether Norland would sign.'],
    ['an intention', 'Berg would say that only to friends.'],
    ['the words of a question', 'Berg was asked whether the accord was near.'],
    [
      'a participle that modifies',
      'The so called accord reported losses of paper.'.replace(
        'reported losses of paper',
        'had a disputed annex',
      ),
    ],
  ];
  test.each(silent)('%s', (_, sentence) =>
    expect(shown(article('President Anton Berg spoke in Torvik.', sentence))).toEqual([]),
  );
});

test('the words of a question stay out of the answer', () => {
  const text = article(
    'President Anton Berg spoke.',
    'When asked how the line could be “open but closed,” Berg replied that it was “a matter of days.”',
  );
  expect(shown(text).map(({ content }) => content)).toEqual(['it was “a matter of days.”']);
});

test('claims that a speaker dismisses are no statements of their own', () => {
  const text = article(
    'President Anton Berg spoke.',
    'Berg dismissed claims that Norland had sunk the ferry as absurd.',
  );
  expect(shown(text).map(({ content }) => content)).toEqual([
    'claims that Norland had sunk the ferry as absurd',
  ]);
});

test('what speakers report of others is not split again', () => {
  const text = article(
    'President Anton Berg spoke.',
    'Berg said that Suderia had promised that it would wait.',
  );
  expect(shown(text)).toHaveLength(1);
});

describe('quotations over several paragraphs', () => {
  test('a paragraph that reopens without a close belongs to the first', () => {
    const text = article(
      'President Anton Berg spoke.',
      '“The accord is near,” Berg said. “We worked for it.',
      '“Now we sign it.”',
    );
    expect(shown(text).map(({ content }) => content)).toEqual([
      '“The accord is near,” | “We worked for it. | “Now we sign it.”',
    ]);
  });

  test('a quotation that plainly goes on is a statement of its own by the same speaker', () => {
    const text = article(
      'President Anton Berg spoke.',
      '“The accord is near,” Berg said.',
      '“Now we sign it.”',
    );
    expect(shown(text).map(({ speaker, content }) => [speaker, content])).toEqual([
      ['Anton Berg', '“The accord is near,”'],
      ['Anton Berg', '“Now we sign it.”'],
    ]);
  });
});

test('headings give statements of their own layer', () => {
  const text = [
    'Berg says accord is near',
    '',
    'President Anton Berg spoke in Torvik on Monday.',
    'BERG: THE CHOICE IS ‘OURS’',
    'The hall fell silent.',
  ].join('\n');
  expect(shown(text).map(({ speaker, content }) => [speaker, content])).toEqual([
    ['Anton Berg', 'accord is near'],
    ['Anton Berg', 'THE CHOICE IS ‘OURS’'],
  ]);
});

test('an editor teaches a cue without code', async () => {
  const { read } = await import('../../src/reading/read.ts');
  const { setting } = await import('./setting.ts');
  const text = article('President Anton Berg spoke.', 'Berg trumpeted that the accord was near.');
  const cues = { ...setting.lexicon.cues, clause: [...setting.lexicon.cues.clause, 'trumpet'] };
  const taught = { ...setting, lexicon: { ...setting.lexicon, cues } };
  expect(read(text, setting).statements).toHaveLength(0);
  expect(shown(text, read(text, taught)).map(({ content }) => content)).toEqual(['the accord was near']);
});
