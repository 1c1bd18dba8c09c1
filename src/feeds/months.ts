/**
 * The months in the languages whose feeds do not write English: each the shortest beginnings that tell it from the other
 * months and from the weekdays of its language (Ukrainian "середа" is a Wednesday). Where two languages disagree about
 * a word, Ukrainian, Russian and Polish go first ("listopad" is Croatian for October).
 */
const months: readonly RegExp[] = [
  /^(?:jan|jän|ene|gen|janv|янв|січ|sty|oca|led$|ιαν)/,
  /^(?:feb|fév|fev|фев|лют|lut|şub|φεβ)/,
  /^(?:mar|mär|mrz|märz|мар|бер|μαρ|μάρ)/,
  /^(?:apr|abr|avr|апр|кві|kwi|nis|απρ)/,
  /^(?:may|mai|mag|maj|май|мая|тра|μαι|μάι|μαϊ|μάϊ)/,
  /^(?:jun|juin|giu|июн|чер|cze|haz|ιουν|ιούν)/,
  /^(?:jul|juil|lug|июл|лип|lip|tem|ιουλ|ιούλ)/,
  /^(?:aug|aoû|aou|ago|авг|серп|сер$|sie|ağu|αυγ|αύγ)/,
  /^(?:sep|set|сен|вер|wrz|eyl|σεπ)/,
  /^(?:oct|okt|out|ott|окт|жов|paź|eki|οκτ)/,
  /^(?:nov|ноя|лис|lis|kas|νοε|νοέ)/,
  /^(?:dec|dez|dic|déc|дек|гру|gru|ara|δεκ)/,
];

/** The month from 1 to 12; null for what is none. Names are told by their beginnings, so long words are none. */
export function monthOf(word: string): number | null {
  const name = word.toLowerCase();
  const index = name.length > 14 ? -1 : months.findIndex(month => month.test(name));
  return index < 0 ? null : index + 1;
}
