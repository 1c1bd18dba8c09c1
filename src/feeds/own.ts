import type { ArticleText, Item } from '../app/ports.ts';
import { articleLines } from './boilerplate.ts';
import { textOf } from './text.ts';

export type OwnText = Pick<ArticleText, 'text' | 'from'>;

/** What the feed itself gives: its content, or its summary where that says more. */
export function ownText({ content, summary, title }: Item): OwnText {
  const [full, short] = [content, summary].map(html =>
    articleLines(textOf(html ?? '').split('\n'), [title]).join('\n'),
  );
  if (full && full.length >= (short?.length ?? 0)) return { text: full, from: 'feed' };
  return { text: short ?? '', from: isFull(short ?? '') ? 'feed' : 'summary' };
}

/** Shorter texts are teasers; so is one paragraph, and what ends in dots or an invitation to read on. */
const fullLength = 600;

export const isFull = (text: string): boolean =>
  text.length >= fullLength && text.includes('\n') && !cutOff.test(text);

const cutOff =
  /(?:…|\.\.\.|\[[.…]+\]|(?:read|continue reading|read more|читать далее|читати далі)[^.\n]{0,40})\s*[»›→]*$/i;
