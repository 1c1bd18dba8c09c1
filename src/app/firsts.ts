import type { AlertRule } from '../core/desk.ts';
import { asksFirsts, type First, leastSilence, type OwnWords, opening, ownWords } from '../core/firsts.ts';
import type { Statement } from '../core/statement.ts';
import type { Ledger } from './ports.ts';

type Record = Pick<Ledger, 'statements'>;

/** The last word of a party is mostly among the newest few; where so much is on record without one, it has spoken. */
const looks = [20, 600];

/**
 * What parties say among the news for the first time on record, or after a silence that one of the rules asks for. One
 * look at the record for each party and topic that may be it, two at most.
 */
export async function firstsIn(
  news: readonly Statement[],
  rules: readonly AlertRule[],
  ledger: Record,
): Promise<First[]> {
  const asked = rules.filter(asksFirsts);
  if (asked.length === 0) return [];
  const refs = new Set(news.map(({ ref }) => ref));
  const found: First[] = [];
  for (const words of opening(news, leastSilence(asked))) {
    const silentSince = await lastBefore(words, refs, ledger);
    if (silentSince !== 'unknown') found.push({ ...words, silentSince });
  }
  return found;
}

/** When a party had last spoken on a topic, as far as is on record; null: never. */
async function lastBefore(
  { topic, holder, at }: OwnWords,
  news: ReadonlySet<string>,
  ledger: Record,
): Promise<First['silentSince'] | 'unknown'> {
  const own = { topics: [topic], parties: [holder], grades: ['on-record'] } as const;
  for (const limit of looks) {
    const rows = await ledger.statements({ ...own, until: at + 1, limit });
    const words = rows.flatMap(ownWords).filter(each => each.topic === topic && each.holder === holder);
    const last = words.find(each => each.at < at || !news.has(each.ref));
    if (last) return last.at;
    if (rows.length < limit) return null;
  }
  return 'unknown';
}
