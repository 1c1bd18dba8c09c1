import { describe, expect, test } from 'vitest';
import { read } from '../../src/reading/read.ts';
import { article, setting, shown, wordsAt } from './setting.ts';

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
    'the cue that closes the sentence takes what others say on the way',
    'Suderia knows the accord and expects Norland to sign it, Berg told a news conference on Monday.',
    [['Anton Berg', 'indirect', 'Suderia knows the accord and expects Norland to sign it']],
  ],
  [
    'and says when that was',
    'Norland will never leave the straits, Berg has said, hours after Suderia demanded the islands.',
    [['Anton Berg', 'indirect', 'Norland will never leave the straits']],
  ],
  [
    'a paper that passes it on',
    'Norland is ready for the accord, Berg announced on Facebook, the Torvik Herald reports.',
    [['Anton Berg', 'indirect', 'Norland is ready for the accord']],
  ],
  [
    'an agency’s cue within the words',
    'Berg described the call as useful, the Herald reported, adding that it lasted two hours.',
    [
      ['Anton Berg', 'indirect', 'the call as useful'],
      ['Anton Berg', 'indirect', 'it lasted two hours'],
    ],
  ],
  [
    'not to be named says nothing',
    'One diplomat, who asked not to be named, said the accord was near.',
    [[null, 'indirect', 'the accord was near']],
  ],
  [
    'a name that looks like a verb',
    'The United States “has heeded our wishes”, and Berg said the accord was near.',
    [['Anton Berg', 'indirect', 'the accord was near']],
  ],
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
    'a second quotation after "on X."',
    '“The accord is near,” Berg wrote on X. “We will sign it soon.”',
    [['Anton Berg', 'direct', '“The accord is near,” | “We will sign it soon.”']],
  ],
  [
    'a post, then a quotation with a cue of its own',
    'Berg defended the accord on X. “There is nothing better in sight,” he wrote.',
    [
      ['Anton Berg', 'indirect', 'the accord'],
      ['Anton Berg', 'direct', '“There is nothing better in sight,”'],
    ],
  ],
  [
    'as someone put it',
    'As Berg put it, “fees cannot be raised over the heads of the crews”.',
    [['Anton Berg', 'direct', '“fees cannot be raised over the heads of the crews”']],
  ],
  [
    'a conjunction before the marks',
    'While “much remains to be done”, Berg added, “the course is right”.',
    [['Anton Berg', 'mixed', 'While “much remains to be done” | “the course is right”']],
  ],
  [
    "a clause about the day is the reporter's",
    'Norland sends a fleet to the straits, Berg said Thursday, the day that the crews had once set for an answer.',
    [['Anton Berg', 'indirect', 'Norland sends a fleet to the straits']],
  ],
  [
    'a reason after the day',
    'Berg commended Ida Holm on Thursday for reviving the talks.',
    [['Anton Berg', 'indirect', 'Ida Holm | for reviving the talks']],
  ],
  [
    'a verb that goes on another one’s',
    'Officials say that the draft would have Norland give up the straits, limit its fleet to six ships and renounce the accord.',
    [
      [
        null,
        'indirect',
        'the draft would have Norland give up the straits, limit its fleet to six ships and renounce the accord',
      ],
    ],
  ],
  [
    'a limit on praise',
    'Berg welcomed the effort, but not a treaty between two fleets.',
    [['Anton Berg', 'indirect', 'the effort, but not a treaty between two fleets']],
  ],
  [
    'a relative clause before the main verb',
    'Berg, who on Thursday called the accord impossible at present, left the hall.',
    [['Anton Berg', 'indirect', 'the accord impossible at present']],
  ],
  [
    'several asides between name and cue',
    '“The accord is near for us all,” Jane Roe, a ferry captain in Torvik, now retired and a mother of two, said.',
    [['Jane Roe', 'direct', '“The accord is near for us all,”']],
  ],
  [
    'a quotation after a colon',
    'Berg has since apologised to the crews: “It was my mistake and I regret it.”',
    [['Anton Berg', 'direct', '“It was my mistake and I regret it.”']],
  ],
  [
    'a quotation after an infinitive',
    'Berg went so far as to say: “The straits as we know them are gone.”',
    [['Anton Berg', 'direct', '“The straits as we know them are gone.”']],
  ],
  [
    'a signed quotation',
    '“It was a cold night and nobody slept.” — Jane Roe',
    [['Jane Roe', 'direct', '“It was a cold night and nobody slept.”']],
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
    'an infinitive after a verb that also takes "to"',
    'Berg agreed to sign the accord.',
    [['Anton Berg', 'indirect', 'to sign the accord']],
  ],
  [
    'a quoted infinitive',
    'Berg vowed to “keep the straits open” on Monday.',
    [['Anton Berg', 'mixed', 'to “keep the straits open” on Monday']],
  ],
  [
    'an object with a demonstrative',
    'Berg dismissed that offer as a trick.',
    [['Anton Berg', 'indirect', 'that offer as a trick']],
  ],
  [
    'an adverb between commas',
    'Berg, though, said the accord was near.',
    [['Anton Berg', 'indirect', 'the accord was near']],
  ],
  [
    'a party in brackets',
    'Sen. Jane Roe (L-Torvik) said the accord was near.',
    [['Jane Roe', 'indirect', 'the accord was near']],
  ],
  [
    'typewritten dashes',
    'Anton Berg -- the president of Norland -- said the accord was near.',
    [['Anton Berg', 'indirect', 'the accord was near']],
  ],
  [
    'a surname that is a verb',
    'Captain Erik Cook was there. Cook said the accord was near.',
    [['Erik Cook', 'indirect', 'the accord was near']],
  ],
  [
    'a participle after the subject',
    'Two captains interviewed on Monday said the accord was near.',
    [[null, 'indirect', 'the accord was near']],
  ],
  [
    'a relative clause after the subject',
    'Two captains who have sailed with Ida Holm say the accord is near.',
    [[null, 'indirect', 'the accord is near']],
  ],
  [
    'a verb that looks like a noun',
    'The paper slams Berg for closing the straits.',
    [[null, 'indirect', 'Berg for closing the straits']],
  ],
  [
    'a plural before such a verb',
    'Nearly nine in ten say they want the accord.',
    [[null, 'indirect', 'they want the accord']],
  ],
  [
    'an opening participle',
    'After saying that the straits could close, Berg left the hall.',
    [['Anton Berg', 'indirect', 'the straits could close']],
  ],
  [
    'a release that says',
    'Berg sent out a press release saying the accord was near.',
    [['Anton Berg', 'indirect', 'the accord was near']],
  ],
  [
    'a quotation behind a second cue',
    'Berg said the accord was near and added: “We will sign it soon.”',
    [
      ['Anton Berg', 'indirect', 'the accord was near'],
      ['Anton Berg', 'direct', '“We will sign it soon.”'],
    ],
  ],
  [
    'a quotation before a second cue',
    'Berg called the accord “a gift,” and denounced the pirates.',
    [
      ['Anton Berg', 'mixed', 'the accord “a gift,”'],
      ['Anton Berg', 'indirect', 'the pirates'],
    ],
  ],
  [
    'the title of a programme before the subject',
    'On Radio Torvik’s “Morning Talk,” Berg said the accord was near.',
    [['Anton Berg', 'indirect', 'the accord was near']],
  ],
  [
    'a day and its adverb between subject and verb',
    'Berg earlier Tuesday said the accord was near.',
    [['Anton Berg', 'indirect', 'the accord was near']],
  ],
  [
    'as reported by',
    'As reported by the Torvik Post, the fleet left port.',
    [['Torvik Post', 'indirect', 'the fleet left port']],
  ],
  [
    'however, after the words',
    'Berg denied that the accord was dead, however, and left the hall.',
    [['Anton Berg', 'indirect', 'the accord was dead']],
  ],
  [
    "a relative clause that closes the sentence is the reporter's",
    'Berg said he would sign the accord, which runs to twelve articles.',
    [['Anton Berg', 'indirect', 'he would sign the accord']],
  ],
  [
    "an apposition that closes the sentence is the reporter's",
    'Berg said the straits would stay open, a promise that surprised the crews.',
    [['Anton Berg', 'indirect', 'the straits would stay open']],
  ],
  [
    'a relative clause inside the words stays',
    'Berg said the accord, which runs to twelve articles, must be signed.',
    [['Anton Berg', 'indirect', 'the accord, which runs to twelve articles, must be signed']],
  ],
  [
    'what the speaker does next is the reporter’s',
    'Berg said the accord was near, but he left the hall without signing.',
    [['Anton Berg', 'indirect', 'the accord was near']],
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
    ['a name that is given', 'The crews founded a union called Open Straits.'],
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

describe('transcripts', () => {
  const turns = [
    'BERG: We came early. We knew the way.',
    'HOLM: Did you sleep?',
    'BERG: It was cold.',
    'HOLM: I see.',
  ];

  test('give each turn to its speaker', () => {
    const text = article('President Anton Berg was the guest of Ida Holm.', ...turns, 'The show ended.');
    expect(shown(text).map(({ speaker, content }) => [speaker, content])).toEqual([
      ['Anton Berg', 'We came early. We knew the way.'],
      ['Ida Holm', 'Did you sleep?'],
      ['Anton Berg', 'It was cold.'],
      ['Ida Holm', 'I see.'],
    ]);
  });

  test('are not seen in datelines', () => {
    const text = article(
      'TORVIK: The fleet left port.',
      'MARENZA: The crews waited.',
      'LUND: The fees fell.',
    );
    expect(shown(text)).toEqual([]);
  });
});

test('the source of a relative clause holds the name', () => {
  const text = article('The hall fell silent for Anton Berg, who said that the accord was near.');
  const [found] = read(text, setting).statements;
  expect(wordsAt(text, found?.source ?? [])).toBe('Anton Berg, who');
});

describe('a missing closing mark', () => {
  const quoted = (...paragraphs: string[]): [kind: string, quotations: string, told: boolean][] => {
    const text = article('President Anton Berg spoke in Torvik.', ...paragraphs);
    return read(text, setting).statements.map(({ kind, quotations, why }) => [
      kind,
      wordsAt(text, quotations),
      why.some(step => step.startsWith('A closing quotation mark is missing')),
    ]);
  };

  test('before an attribution ends where the attribution begins', () => {
    expect(quoted('“The accord is near, Berg said. He left the hall soon after.')).toEqual([
      ['direct', 'The accord is near,', true],
    ]);
    expect(quoted('"The accord is near, said Berg. "We will sign it."')).toEqual([
      ['direct', 'The accord is near, | We will sign it.', true],
    ]);
  });

  test('after a colon leaves nothing quoted', () => {
    expect(quoted('Berg said: “We will sign it soon. The president then left.')).toEqual([
      ['indirect', '', true],
    ]);
  });

  test('of a fragment leaves nothing quoted', () => {
    expect(quoted('Berg told reporters that the accord was “a gift to the people. He left at noon.')).toEqual(
      [['indirect', '', true]],
    );
  });

  test('of a second quotation keeps the first', () => {
    expect(quoted('“The accord is near,” Berg said. “We will sign it. The hall fell silent.')).toEqual([
      ['direct', 'The accord is near,', false],
    ]);
  });

  test('is no fault where the next paragraph takes the quotation up', () => {
    expect(quoted('“The accord is near,” Berg said. “We worked. We waited.', '“Now we sign it.”')).toEqual([
      ['direct', 'The accord is near, | We worked. We waited. | Now we sign it.', false],
    ]);
  });

  test('is one where the next paragraph begins a quotation of its own', () => {
    expect(
      quoted(
        '“The accord is near,” Berg said. “We will sign it. The hall fell silent.',
        '“The fees fell,” Ida Holm said.',
      ).map(([, words]) => words),
    ).toEqual(['The accord is near,', 'The fees fell,']);
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

test('an editor teaches a cue without code', () => {
  const text = article('President Anton Berg spoke.', 'Berg trumpeted that the accord was near.');
  const cues = { ...setting.lexicon.cues, clause: [...setting.lexicon.cues.clause, 'trumpet'] };
  const taught = { ...setting, lexicon: { ...setting.lexicon, cues } };
  expect(read(text, setting).statements).toHaveLength(0);
  expect(shown(text, read(text, taught)).map(({ content }) => content)).toEqual(['the accord was near']);
});
