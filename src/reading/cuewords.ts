import type { Cues } from '../core/cues.ts';

export type Frame = 'clause' | 'recipient' | 'object' | 'naming' | 'infinitive' | 'belief' | 'quoting';

export type Form = 'base' | 's' | 'past' | 'ing';

/** What one word form can be the head of. */
export interface CueWord {
  readonly base: string;
  readonly form: Form;
  readonly frames: ReadonlySet<Frame>;
  /** Words that must follow the head: `out` for "point out". */
  readonly after: readonly string[];
}

/** The cues of a lexicon, ready for look-up by a word in lower case. */
export interface CueWords {
  readonly verbs: ReadonlyMap<string, readonly CueWord[]>;
  readonly nouns: ReadonlySet<string>;
  readonly phrases: readonly (readonly string[])[];
  readonly occasions: ReadonlySet<string>;
  readonly pieces: ReadonlySet<string>;
  readonly days: ReadonlySet<string>;
  readonly periods: ReadonlySet<string>;
  readonly abbreviations: ReadonlySet<string>;
  readonly connectives: ReadonlySet<string>;
  readonly unnamed: ReadonlySet<string>;
  readonly observers: ReadonlySet<string>;
  readonly titles: ReadonlySet<string>;
  /** Of first names, titles and nouns. */
  readonly gender: ReadonlyMap<string, 'female' | 'male'>;
  /** Of titles and nouns alone: "Virginia" is also a state. */
  readonly titleGender: ReadonlyMap<string, 'female' | 'male'>;
}

const frames: readonly Frame[] = [
  'clause',
  'recipient',
  'object',
  'naming',
  'infinitive',
  'belief',
  'quoting',
];

const compiled = new WeakMap<Cues, CueWords>();

/** The cues of a lexicon with all their forms. Worked out once for each lexicon. */
export function cueWords(cues: Cues): CueWords {
  let known = compiled.get(cues);
  if (!known) {
    known = compile(cues);
    compiled.set(cues, known);
  }
  return known;
}

function compile(cues: Cues): CueWords {
  return {
    verbs: verbForms(cues),
    nouns: withPlurals(cues.nouns),
    phrases: cues.phrases.map(phrase => phrase.split(' ')),
    occasions: withPlurals(cues.occasions),
    pieces: withPlurals(cues.pieces),
    days: new Set(cues.days),
    periods: new Set(cues.periods),
    abbreviations: new Set(cues.abbreviations),
    connectives: new Set(cues.connectives),
    unnamed: withPlurals(cues.unnamed),
    observers: withPlurals(cues.observers),
    titles: new Set(cues.titles),
    gender: genders([...cues.maleTitles, ...cues.maleNames], [...cues.femaleTitles, ...cues.femaleNames]),
    titleGender: genders(cues.maleTitles, cues.femaleTitles),
  };
}

function verbForms(cues: Cues): Map<string, CueWord[]> {
  const framesOf = new Map<string, Set<Frame>>();
  for (const frame of frames) {
    for (const verb of cues[frame]) framesOf.set(verb, (framesOf.get(verb) ?? new Set()).add(frame));
  }
  const forms = new Map<string, CueWord[]>();
  for (const [verb, allowed] of framesOf) {
    const [head = '', ...after] = verb.split(' ');
    for (const [word, form] of inflections(head, cues.irregular[head])) {
      const known = forms.get(word) ?? [];
      forms.set(word, [...known, { base: verb, form, frames: allowed, after }]);
    }
  }
  // The longest cue is tried first: "call for" before "call".
  for (const words of forms.values()) words.sort((a, b) => b.after.length - a.after.length);
  return forms;
}

function inflections(verb: string, irregular: readonly string[] | undefined): Map<string, Form> {
  const stem = verb.endsWith('e') ? verb.slice(0, -1) : verb;
  const consonantY = /[^aeiou]y$/.test(verb);
  const doubled = irregular?.find(past => past.endsWith('ed') && past.length === verb.length + 3);
  const ing = doubled
    ? `${doubled.slice(0, -2)}ing`
    : verb === 'put' || verb === 'set' || verb === 'begin'
      ? `${verb}${verb.at(-1)}ing`
      : `${stem}ing`;
  const pasts = irregular ?? [consonantY ? `${verb.slice(0, -1)}ied` : `${stem}ed`];
  const s = consonantY
    ? `${verb.slice(0, -1)}ies`
    : /(?:s|x|z|ch|sh|o)$/.test(verb)
      ? `${verb}es`
      : `${verb}s`;
  const forms = new Map<string, Form>([[verb, 'base']]);
  for (const past of pasts) forms.set(past, 'past');
  // British spelling doubles a final l: "signalled".
  if (/[aeiou]l$/.test(verb)) forms.set(`${verb}led`, 'past').set(`${verb}ling`, 'ing');
  return forms.set(s, 's').set(ing, 'ing');
}

function withPlurals(words: readonly string[]): Set<string> {
  const plural = (word: string): string => {
    if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
    return word.endsWith('man')
      ? `${word.slice(0, -3)}men`
      : /(?:s|x|ch|sh)$/.test(word)
        ? `${word}es`
        : `${word}s`;
  };
  return new Set(words.flatMap(word => [word, plural(word)]));
}

/** What both lists have says nothing. */
function genders(male: readonly string[], female: readonly string[]): Map<string, 'female' | 'male'> {
  const known = new Map<string, 'female' | 'male'>();
  for (const word of male) known.set(word, 'male');
  for (const word of female) {
    if (known.get(word) === 'male') known.delete(word);
    else known.set(word, 'female');
  }
  return known;
}
