import { actionLine, commandLine } from '../../app/line.ts';
import type { Claimed, Reply, Request } from '../../app/ports.ts';
import type { ArticleId } from '../../core/article.ts';
import type { Block, Message } from '../../core/message.ts';
import { rendered } from './render.ts';

/** What people would see of a message, for programs. Fields are only ever added to this form. */
export interface ShownMessage {
  /** One sentence that stands for the whole; where it failed, what is wrong. */
  readonly summary: string;
  /** What stands in the terminal, without colours, rules, lines to type and breaks within a line. */
  readonly text: string;
  readonly quotations: readonly ShownQuotation[];
  readonly tables: readonly {
    readonly columns: readonly string[];
    readonly rows: readonly (readonly string[])[];
  }[];
  readonly actions: readonly { readonly label: string; readonly line: string }[];
  /** Ids of the audiences that are mentioned. */
  readonly mentions: readonly string[];
}

export interface ShownQuotation {
  /** `direct`, `mixed` (partly quoted), `indirect` (a paraphrase), or `surroundings`. */
  readonly kind: string;
  readonly by: string;
  readonly link: string | null;
  /** UTF-16 offsets into the text of the article, whose SHA-256 is given. */
  readonly parts: readonly {
    readonly text: string;
    readonly article: ArticleId;
    readonly start: number;
    readonly end: number;
    readonly sha256: string;
  }[];
}

/** The answer to a line. */
export const answerDocument = (
  { command, given }: Pick<Request, 'command' | 'given'>,
  { message, failed }: Reply,
) => ({ asked: commandLine(command, given), failed: failed === true, ...shownMessage(message) });

/** What a person has to put right before anything can be asked. */
export const mistakeDocument = (asked: string | null, problem: string) => ({
  ...{ asked, failed: true, summary: problem, text: problem },
  ...{ quotations: [], tables: [], actions: [], mentions: [] },
});

/** A message that was delivered, or was not, with the reason. */
export const deliveryDocument = (
  { platform, to, key, under, message }: Claimed,
  reason: string | null = null,
) => ({ platform, to, key, under, failed: reason !== null, reason, ...shownMessage(message) });

/** A document on one line, without what a terminal that shows it would obey. */
export const jsonLine = (document: unknown): string =>
  JSON.stringify(document).replace(
    /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const unbroken = { colour: false, width: Number.POSITIVE_INFINITY };

function shownMessage(message: Message): ShownMessage {
  const { blocks, zone } = message;
  const text = (shown: readonly Block[]): string =>
    rendered({ summary: '', blocks: shown, ping: [], zone }, unbroken).trim();
  return {
    summary: message.summary,
    text: text(blocks.filter(({ type }) => type !== 'actions' && type !== 'divider')),
    quotations: blocks.flatMap(block => (block.type === 'quote' ? [shownQuotation(block, text)] : [])),
    tables: blocks.flatMap(block => (block.type === 'table' ? [shownTable(block, text)] : [])),
    actions: blocks.flatMap(block => (block.type === 'actions' ? block.actions : [])).flatMap(shownAction),
    mentions: message.ping,
  };
}

type Of<T extends Block['type']> = Extract<Block, { type: T }>;
type Text = (blocks: readonly Block[]) => string;

function shownQuotation({ kind, parts, by }: Of<'quote'>, text: Text): ShownQuotation {
  const [link = null] = by.flatMap(piece =>
    typeof piece === 'object' && 'link' in piece ? [piece.href] : [],
  );
  const words = by.map(piece => (typeof piece === 'object' && 'link' in piece ? piece.link : piece));
  return {
    ...{ kind, by: text([{ type: 'text', line: words }]), link },
    parts: parts.map(({ text: said, article, start, end, sha256 }) => ({
      ...{ text: said, article, start, end, sha256 },
    })),
  };
}

const shownTable = ({ columns, rows }: Of<'table'>, text: Text): ShownMessage['tables'][number] => ({
  columns,
  rows: rows.map(row => row.map(line => text([{ type: 'text', line }]))),
});

/** Where nobody else listens, nothing is said aloud. */
const shownAction = (action: Of<'actions'>['actions'][number]) =>
  action.aloud ? [] : [{ label: action.label, line: actionLine(action) }];
