import type { Action, Block, Inline } from '../core/message.ts';
import type { Asked } from './pager.ts';

/** How the words were read: by their stems, all of them; what stood in quotation marks side by side. */
export function howRead(words: string, stems: readonly string[]): Block[] {
  const shown = stems.flatMap((stem, i): Inline[] => [i === 0 ? '' : ', ', { code: stem }]);
  const phrase = stems.some(stem => stem.includes(' ')) ? '; those in one frame side by side' : '';
  const stars = /[*?%]/.test(words)
    ? ' Stars and signs stand for nothing: every ending is found without them.'
    : '';
  const lead = `Looked for, ${stems.length === 1 ? '' : 'all of them and '}in any ending: `;
  return [{ type: 'note', line: [lead, ...shown, `${phrase}.${stars}`] }];
}

const offered = 4;

/** Where nothing was found: each word alone, and the same without filters. */
export function otherWays(words: string, { command, given }: Asked): Block[] {
  const name = given[''] === undefined ? 'words' : '';
  const { page: _, ...kept } = given;
  const single = words.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]{2,}/gu) ?? [];
  const filters = Object.keys(kept).filter(each => each !== name);
  const again: Action[] = [
    ...(filters.length > 0 ? [{ label: `“${words}” everywhere`, command, given: { [name]: words } }] : []),
    ...(single.length > 1
      ? [...new Set(single)].map(word => ({
          label: `Only ${word}`,
          command,
          given: { ...kept, [name]: word },
        }))
      : []),
    ...(single.length === 1 && single[0]
      ? [{ label: `Stance on ${single[0]}`, command: 'stance', given: { '': single[0] } }]
      : []),
  ];
  return again.length > 0 ? [{ type: 'actions', actions: again.slice(0, offered) }] : [];
}
