import { inThisThread } from '../feeds/work.ts';
import { mentionsIn } from '../reading/mentions.ts';
import { read } from '../reading/read.ts';
import type { Setting } from '../reading/said.ts';
import type { Work } from './pool.ts';

/** The same work in the thread at hand, for tests that open many bots one after the other. */
export function workHere(setting: Pick<Setting, 'catalog' | 'lexicon'>): Work {
  return {
    ...inThisThread,
    read: async (text, at) => read(text, { ...setting, at }),
    mentions: async (texts, at) => texts.map(text => mentionsIn(text, { ...setting, at })),
    close: async () => {},
  };
}
