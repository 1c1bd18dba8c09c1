import { earliestWords, type First, ownWords } from '../core/alert.ts';
import type { Statement } from '../core/statement.ts';
import type { Ledger } from './ports.ts';

type Record = Pick<Ledger, 'statements'>;

/** Where so much is on record of a party and a topic, it has spoken. */
const fewEnough = 600;

/** First statements of parties on topics among the news. */
export async function firstsIn(news: readonly Statement[], ledger: Record): Promise<First[]> {
  const refs = new Set(news.map(({ ref }) => ref));
  const found: First[] = [];
  for (const first of earliestWords(news)) {
    if (!(await hasSpoken(first, refs, ledger))) found.push(first);
  }
  return found;
}

/** Whether something that a party said on a topic before is on record. */
async function hasSpoken(
  { topic, holder, at }: First,
  news: ReadonlySet<string>,
  ledger: Record,
): Promise<boolean> {
  const query = { topics: [topic], parties: [holder], until: at + 1, limit: fewEnough };
  const found = await ledger.statements(query);
  const earlier = found.filter(({ ref }) => !news.has(ref)).flatMap(ownWords);
  return found.length === fewEnough || earlier.some(each => each.topic === topic && each.holder === holder);
}
