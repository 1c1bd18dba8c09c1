import type { Excerpt } from './excerpt.ts';
import type { Kind } from './statement.ts';
import type { Instant, Zone } from './time.ts';

/**
 * A piece of a line. A string is plain text whatever it contains: each platform escapes it in one place. Bold, links
 * and dates are nodes. A date is shown in the reader's own zone where the platform can, else in the message's zone.
 */
export type Inline =
  | string
  | { readonly bold: string }
  | { readonly code: string }
  | { readonly link: string; readonly href: string }
  | { readonly date: Instant; readonly as: 'day' | 'moment' };

export type Line = readonly Inline[];

/** A button is a command. The terminal prints what to type instead. */
export interface Action {
  readonly label: string;
  readonly command: string;
  readonly given: Readonly<Record<string, string>>;
  /**
   * Names of options of the command: before it is asked, a form opens with a field for each of them, and what is filled in
   * is asked together with what is given. At most five, which is what a form of Discord's holds.
   */
  readonly asks?: readonly string[];
  /** Pressed where there is no channel, the form also asks which one it is for; else it is for the channel around it. */
  readonly asksChannel?: true;
  /** Answered for everybody in the channel. The terminal, where nobody else listens, leaves such a button out. */
  readonly aloud?: true;
}

export type Block =
  | { readonly type: 'heading'; readonly text: string }
  | { readonly type: 'text'; readonly line: Line }
  /**
   * Someone's words and who said them where and when. `direct`: the parts are the words between the marks, and the
   * renderer puts marks around them; `mixed` and `indirect`: the parts are the outlet's words, and the renderer labels
   * them so; `surroundings`: a passage of the article as it stands.
   */
  | {
      readonly type: 'quote';
      readonly kind: Kind | 'surroundings';
      readonly parts: readonly Excerpt[];
      readonly by: Line;
    }
  | { readonly type: 'fields'; readonly fields: readonly { readonly label: string; readonly value: Line }[] }
  | { readonly type: 'list'; readonly items: readonly Line[] }
  | {
      readonly type: 'table';
      readonly columns: readonly string[];
      readonly rows: readonly (readonly Line[])[];
    }
  /** Small print: as-of time, feeds, how something was found. */
  | { readonly type: 'note'; readonly line: Line }
  | { readonly type: 'divider' }
  | { readonly type: 'actions'; readonly actions: readonly Action[] };

/** What is said to people, on whatever platform. */
export interface Message {
  /** One plain sentence that stands for the whole: notifications, screen readers, logs. */
  readonly summary: string;
  readonly blocks: readonly Block[];
  /** Ids of the desk's audiences to mention. Nothing else in a message can notify anybody. */
  readonly ping: readonly string[];
  /** For dates where the platform does not know the reader's zone. */
  readonly zone: Zone;
  /** It comes without a sound or a notification, where the platform can do that: Discord. */
  readonly silent?: true;
}

/** Whether two messages say and show the same. */
export const isSameMessage = (a: Message, b: Message): boolean => shownOf(a) === shownOf(b);

const shownOf = ({ silent: _, ...message }: Message): string => JSON.stringify(message);

/** The excerpts a message shows, for the check before sending. */
export function excerptsIn(message: Message): Excerpt[] {
  return message.blocks.flatMap(block => (block.type === 'quote' ? block.parts : []));
}

/** A line as plain text. `shown` writes a date. */
export function plain(line: Line, shown: (at: Instant, as: 'day' | 'moment') => string): string {
  return line.map(piece => plainPiece(piece, shown)).join('');
}

function plainPiece(piece: Inline, shown: (at: Instant, as: 'day' | 'moment') => string): string {
  if (typeof piece === 'string') return piece;
  if ('bold' in piece) return piece.bold;
  if ('code' in piece) return piece.code;
  if ('link' in piece) return piece.link;
  return shown(piece.date, piece.as);
}
