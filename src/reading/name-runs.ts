import type { Sentence } from './sentences.ts';
import type { Token } from './tokens.ts';

const nothing: Token = { start: -1, end: -1, text: '', lower: '', pos: 'NONE' };

const particle = /^(?:al|bin|de|del|della|der|di|du|la|le|van|von|ben|ibn|el|da|dos)$/;

/** Whether a token belongs to the run of a name that begins at `from`. */
export function isNamePart(sentence: Sentence, at: number, from: number): boolean {
  const token = sentence.tokens[at];
  if (!token || (at === from && !/^\p{Lu}/u.test(token.text))) return false;
  const before = at > from ? (sentence.tokens[at - 1] ?? nothing) : nothing;
  const after = sentence.tokens[at + 1] ?? nothing;
  if (particle.test(token.text)) return at > from && /^\p{Lu}/u.test(after.text);
  if (/^[-‐–’']$/.test(token.text)) return isJoint(before, token, after);
  if (token.text === '.') return isInitial(before, token, after);
  if (before.end === token.start && isInside(before, token)) return /^[\p{S}\p{L}]/u.test(token.text);
  if (!/^\p{Lu}/u.test(token.text)) return false;
  if (at > from && sentence.within[at] !== sentence.within[from]) return false;
  return /^(?:PROPN|NOUN|ADJ)$/.test(token.pos) || isUntagged(token, at, from);
}

const isJoint = (before: Token, mark: Token, after: Token): boolean =>
  mark.text !== '–' &&
  before.end === mark.start &&
  after.start === mark.end &&
  joinsName(before.text, after.text);

const joinsName = (before: string, after: string): boolean =>
  /^\p{Lu}/u.test(after) || (/^\p{Lu}\p{Ll}{0,4}$/u.test(before) && /^\p{Ll}{2,5}$/u.test(after));

const isInitial = (before: Token, stop: Token, after: Token): boolean =>
  before.end === stop.start &&
  before.text.length <= 4 &&
  /^\p{Lu}/u.test(after.text) &&
  after.pos === 'PROPN';

/** "Ki-moon": a small letter right after a hyphen. "PeÃ±a": letters that were decoded wrongly. */
const isInside = (before: Token, token: Token): boolean =>
  /^[-‐]$/.test(before.text) || /^\p{S}/u.test(token.text) || /\p{S}$/u.test(before.text);

/** The tagger takes some names for verbs; the first word of a sentence is none only because of its capital. */
const isUntagged = ({ pos }: Token, at: number, from: number): boolean =>
  (at > from && pos === 'VERB') || (at > 0 && !/^(?:DET|PRON|ADP|SCONJ|CCONJ|ADV|AUX)$/.test(pos));

/** The words of a run; what stands together without a space is one. */
export function joined(run: readonly Token[]): string[] {
  const parts: string[] = [];
  let last = -1;
  for (const { text, start, end } of run) {
    if (start === last && parts.length > 0) parts[parts.length - 1] += text;
    else parts.push(text);
    last = end;
  }
  return parts;
}

/** The tokenizer leaves some possessives on the name: "Roe’s". */
export function withoutPossessive(run: readonly Token[]): readonly Token[] {
  const last = run.at(-1);
  if (!last || !/.['’]s$/.test(last.text)) return run;
  const [text, end] = [last.text.slice(0, -2), last.end - 2];
  return [...run.slice(0, -1), { ...last, text, end, lower: text.toLowerCase() }];
}
