import { isDay, isOutside, tokenAt } from './clauses.ts';
import type { Sentence } from './sentences.ts';
import { withoutAsides } from './subject-ends.ts';

/** What stands between a subject and its verb. */
export interface Lead {
  /** Place after the subject. */
  readonly subjectEnd: number;
  /** Where the verb group begins: its auxiliaries and adverbs belong to the cue. */
  readonly groupStart: number;
  readonly negated: boolean;
  readonly passive: boolean;
  readonly infinitive: boolean;
  readonly modal: boolean;
}

export const be = new Set("is are was were be been being am get gets got 's ’s 're ’re".split(' '));
const modals = new Set('would could may might must should can will shall ca wo'.split(' '));
export const have = new Set("has have had having 've ’ve 'd ’d do does did is are was were 's ’s".split(' '));

/** Reads leftwards from a verb over adverbs, auxiliaries and asides between commas to where its subject ends. */
export function leadOf(sentence: Sentence, verb: number, isPast: boolean): Lead {
  let at = verb - 1;
  let [negated, passive, infinitive, modal] = [false, false, false, false];
  for (; at >= 0 && isOutside(sentence, at); at--) {
    const token = tokenAt(sentence, at);
    if (/^(?:not|n't|n’t|never|hardly|neither|nor)$/.test(token.lower)) negated = true;
    else if (token.lower === 'to' && token.pos !== 'ADP') infinitive = true;
    else if (token.lower === 'to' && at === verb - 1) infinitive = true;
    else if (be.has(token.lower) && token.pos !== 'PART') passive ||= isPast && at >= verb - 3;
    else if (modals.has(token.lower)) modal = true;
    else if (
      !(have.has(token.lower) && token.pos !== 'PART') &&
      token.pos !== 'ADV' &&
      !/^(?:also|then|later|now|both|all|once|repeatedly|publicly|further|again|simply|just|only|even|still|first|previously|since)$/.test(
        token.lower,
      )
    )
      break;
  }
  const groupStart = at + 1;
  return {
    subjectEnd: withoutAsides(sentence, withoutDate(sentence, groupStart)),
    groupStart,
    negated,
    passive,
    infinitive,
    modal,
  };
}

/** Steps back over "on Tuesday", "earlier Thursday", "in 2010", "late last week" between subject and verb. */
function withoutDate(sentence: Sentence, end: number): number {
  const before = tokenAt(sentence, end - 2).lower;
  const start = dateStart(sentence, end);
  if (start === end) return end;
  return /^(?:on|late|early|earlier)$/.test(tokenAt(sentence, start - 1).lower) && before !== 'in'
    ? start - 1
    : start;
}

function dateStart(sentence: Sentence, end: number): number {
  const last = tokenAt(sentence, end - 1);
  const before = tokenAt(sentence, end - 2).lower;
  if (isDay(sentence, end - 1)) return end - 1;
  if (/^(?:in|since)$/.test(before) && /^(?:19|20)\d\d$/.test(last.text)) return end - 2;
  return /^(?:this|last)$/.test(before) && sentence.words.periods.has(last.lower) ? end - 2 : end;
}
