import fc from 'fast-check';

/** Wire copy about the invented states: sentences in every form of attribution, in paragraphs with all kinds of marks. */
const names = ['President Anton Berg', 'Ida Holm', 'The Castle', 'Reyes', 'A senior official', 'He', 'She'];
const cues = ['said', 'told reporters', 'wrote on X', 'warned', 'added', 'argued', 'announced'];
const clauses = [
  'the accord was near',
  'Norland would not leave the straits, which are narrow',
  'the crews — where fees rose — had waited',
  'nobody could say whether Suderia’s fleet was “ready to sail”',
  'it was late, but he would stay',
];
const quotes = [
  'We will sign it.',
  'It’s the crews’ accord, isn’t it?',
  'Nobody said ‘never’. We wait',
  'Now 😀 we go,',
];
const pairs = [
  ['“', '”'],
  ['"', '"'],
  ["''", "''"],
  ['„', '“'],
  ['«', '»'],
  ['“', ''],
  ['', '”'],
] as const;

const marked = fc
  .tuple(fc.constantFrom(...pairs), fc.constantFrom(...quotes))
  .map(([[open, close], words]) => `${open}${words}${close}`);

const sentence = fc
  .record({
    name: fc.constantFrom(...names),
    cue: fc.constantFrom(...cues),
    clause: fc.constantFrom(...clauses),
    first: marked,
    second: marked,
    form: fc.integer({ min: 0, max: 9 }),
  })
  .map(({ name, cue, clause, first, second, form }) => {
    const forms = [
      `${name} ${cue} that ${clause}.`,
      `${first} ${name} ${cue}.`,
      `${first} ${cue} ${name}. ${second}`,
      `${name} ${cue}: ${first}`,
      `${name} ${cue} in a statement. ${first}`,
      `${clause}, ${name} ${cue}, adding that ${clause}.`,
      `According to ${name}, ${clause}.`,
      `${name}, who ${cue} that ${clause}, left the hall.`,
      `${name} ${cue}:`,
      first,
    ];
    return forms[form] ?? first;
  });

const paragraph = fc.array(sentence, { minLength: 1, maxLength: 3 }).map(all => all.join(' '));

export const wireCopy: fc.Arbitrary<string> = fc
  .array(paragraph, { minLength: 1, maxLength: 6 })
  .map(all => ['Straits talks go on', '', 'President Anton Berg spoke in Torvik.', ...all].join('\n'));

const inserts = [
  '"',
  '”',
  '“',
  "'",
  '\n',
  ', ',
  '. ',
  ' — ',
  ' said ',
  '\ud83d',
  '😀',
  '(',
  ' that ',
  '«',
  "''",
];

/** A text with characters lost, doubled or put in between. */
export const mutated = (texts: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(
      texts,
      fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom('', ...inserts)), {
        maxLength: 6,
      }),
    )
    .map(([text, changes]) =>
      changes.reduce((changed, [where, insert]) => {
        const at = Math.floor(where * changed.length);
        return changed.slice(0, at) + insert + changed.slice(insert === '' ? at + 1 : at);
      }, text),
    );
