import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** The annotated articles beside the project where it is developed, else articles in wire style. */
export function articlesHere(): string[] {
  const folder = new URL('../../shared/attribution/dev/text', import.meta.url).pathname;
  if (!existsSync(folder)) return Array.from({ length: 80 }, (_, seed) => madeUp(seed));
  return readdirSync(folder).map(name => readFileSync(`${folder}/${name}`, 'utf8'));
}

/** An article of about 900 words in wire style; the seed varies its order. */
function madeUp(seed: number): string {
  const paragraphs = [
    '“We have a draft on the table and it will be read line by line,” President Anton Berg said. “Nobody leaves before that.”',
    'Berg told reporters in Torvik on Monday that the straits would stay open, adding that fees would not rise this year.',
    'The accord, Foreign Minister Ida Holm argued, must protect the crews who work in the straits through the winter.',
    'The talks resume on Thursday in the old customs house, where delegations have met since the spring.',
    'Officials said the annex on fishing was unfinished, according to two people who had seen the latest text.',
    'Suderia rejected any change to the border but said it was ready to discuss a joint patrol of the northern channel.',
  ];
  const body = Array.from({ length: 42 }, (_, i) => paragraphs[(i * 5 + seed) % paragraphs.length]);
  return ['Straits talks go on as Norland and Suderia trade drafts', '', ...body].join('\n');
}

/** A text of about so many characters. */
export type Sized = (size: number) => string;

// What is looked at to tell whether a text is English prose: what follows is read whatever it is.
const prose = `Straits talks go on\n\n${Array.from({ length: 300 }, (_, i) => `The talks of the ${i}th day were held in the old house by the sea and it was cold.`).join('\n')}\n`;

const run =
  (part: string): Sized =>
  size =>
    prose + part.repeat(Math.ceil(size / part.length)).slice(0, size);

const lines =
  (line: (number: number) => string): Sized =>
  size => {
    const made = [prose];
    for (let [length, i] = [0, 0]; length < size; i++) length += made[made.push(line(i)) - 1]?.length ?? 1;
    return made.join('\n');
  };

/** Characters of all planes but the halves of pairs, or `below` a code point; the same at every run. */
function noise(length: number, below: number, seed: number): string {
  let state = seed + 1;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return 32 + Math.floor((state / 2 ** 32) * (below - 32));
  };
  return Array.from({ length }, () => String.fromCodePoint(next()).toWellFormed()).join('');
}

/** Texts that nobody wrote to be read. A line longer than any paragraph is left out, so most come in both shapes. */
export const hostile: Readonly<Record<string, Sized>> = {
  'nothing but "': size => '"'.repeat(size),
  'prose and then "': run('"'),
  'nested quotations': run('“the ‘a '),
  'nested quotations, 90 kB a line': lines(i => `${i} ${'“of the ‘a, said he that '.repeat(3700)}`),
  'one sentence': run('and the minister of the state said that '),
  'one sentence, 90 kB a line': lines(i => `${i} ${'the said that he '.repeat(5300)}`),
  'quotations and cues, 90 kB a line': lines(i => `${i} ${'He, who said that “it is the” '.repeat(3000)}`),
  'commas, 90 kB a line': lines(i => `${i} ${'Berg, a, '.repeat(10_000)}`),
  'a run of spaces, 90 kB a line': lines(i => `${i} He said it.${' '.repeat(90_000)}x`),
  'random Unicode': size => prose + noise(size, 0x10ffff, 7),
  'random Unicode, in short lines': lines(
    i => `He said the ${noise(40, 0x2fff, i)} of ${noise(40, 0x2fff, i)}`,
  ),
  'right to left': run('ش ا ر '),
  'right to left, in short lines': lines(
    i => `The minister said that \u202eقال الوزير إن السلام ${i} of it.`,
  ),
  'lone surrogates': run('\ud800 the of '),
  'lone surrogates, in short lines': lines(i => `He said \ud800 the ${i} of \udc00 it was.`),
  'short statements': lines(i => `President Anton Berg said that it was day ${i}.`),
  'short quotations': lines(i => `“It is day ${i}, and no truce,” he said.`),
  'short statements of pronouns': lines(i => `He said that it was day ${i}. She denied it.`),
};
