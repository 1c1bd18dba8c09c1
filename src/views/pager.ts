import type { Action, Block } from '../core/message.ts';
import { type Page, type Paged, pageWord } from '../core/page.ts';
import type { Instant } from '../core/time.ts';

/** What was asked, as it was typed. */
export interface Asked {
  readonly command: string;
  readonly given: Readonly<Record<string, string>>;
}

interface Labels {
  readonly back: string;
  readonly on: string;
}

/** What lies on the next page: earlier words, or merely more of the list. */
const labels = { time: { back: 'Newer', on: 'Older' }, list: { back: 'Back', on: 'More' } } as const;

/** Which page this is, and buttons to its neighbours; nothing where there is one page. They keep the moment of the first. */
export function pager(
  { number, pages, total }: Pick<Paged<unknown>, 'number' | 'pages' | 'total'>,
  { command, given }: Asked,
  { until, by = 'time' }: { readonly until: Instant | null; readonly by?: keyof typeof labels },
): Block[] {
  if (pages < 2) return [];
  const to = (page: Page, label: string): Action => ({
    label,
    command,
    given: { ...given, page: pageWord(page) },
  });
  const { back, on }: Labels = labels[by];
  const actions = [
    ...(number > 1 ? [to({ number: number - 1, until }, back)] : []),
    ...(number < pages ? [to({ number: number + 1, until }, on)] : []),
  ];
  return [
    { type: 'note', line: [`Page ${number} of ${pages}, ${total} in all`] },
    { type: 'actions', actions },
  ];
}
