import type { Catalog } from '../core/catalog.ts';
import type { Desk, PlatformName } from '../core/desk.ts';
import type { ListedFeed } from '../core/feed-setting.ts';
import type { Message } from '../core/message.ts';
import type { Standpoint } from '../core/space.ts';
import type { Instant, Zone } from '../core/time.ts';
import type {
  Articles,
  Corrections,
  FeedFinder,
  FeedStates,
  Installations,
  Ledger,
  Log,
  Marks,
  MentionFinder,
  Outbox,
  Positions,
  Settings,
} from './ports.ts';

/** A completion: what is shown, and what is filled in. */
export interface Choice {
  readonly name: string;
  readonly value: string;
}

/** What a word can mean: turns it into a domain value, offers completions, says "did you mean". */
export interface Kind<T> {
  /** What `/help` shows in the option's place: `topic`, `days`. */
  readonly name: string;
  /** Set where quotation marks are part of what is meant. */
  readonly verbatim?: true;
  /** Set where only what is offered exists: names of feeds and rules, which differ from desk to desk. */
  readonly ofTheDesk?: boolean;
  /** Throws a UserError that says what is expected, with suggestions. */
  parse(word: string, about: About): T;
  /** Set where nothing can be meant but what is offered: a form may let one of it be chosen. */
  readonly isClosed?: true;
  /** Completions for a partly typed word, best first. */
  complete(part: string, typing: Typing): Choice[];
}

/** What a kind may know. */
export interface About {
  readonly catalog: Catalog;
  readonly now: Instant;
  readonly zone: Zone;
  readonly commands: readonly CommandSpec[];
}

/** What completions may know beside: who is typing, and what was set in chat. */
export interface Typing extends About {
  readonly desk: Desk;
  /** Every feed, paused and removed ones included. */
  readonly feeds: readonly ListedFeed[];
  readonly platform: PlatformName;
  readonly who: string;
  /** Whether who is typing may use the commands of managers. */
  readonly isManager: boolean;
}

export interface OptionSpec {
  readonly name: string;
  readonly summary: string;
  readonly required: boolean;
  readonly kind: Kind<unknown>;
}

/** What platforms, help and completion need to know of a command. Words typed without a name fill the first option. */
export interface CommandSpec {
  readonly name: string;
  readonly summary: string;
  /** A line that works as typed; a test runs it. */
  readonly example: string;
  /** Who sees the answer: `private` ones may be shared with the channel by a button, `personal` ones never. */
  readonly reply: 'private' | 'personal' | 'channel';
  /** `home`: managers of the installation itself, because what it changes is for all spaces. */
  readonly access: 'everyone' | 'manager' | 'home';
  readonly options: readonly OptionSpec[];
}

/** All a command sees: no client, no channel, no interaction. */
export interface Context extends About, Standpoint {
  /** The catalog as its files say; `catalog` has what was set in chat too. */
  readonly configured: Catalog;
  /** As the space sees it where it is asked. */
  readonly desk: Desk;
  readonly articles: Pick<Articles, 'get'>;
  readonly ledger: Pick<
    Ledger,
    'statements' | 'byRef' | 'withRefs' | 'asRead' | 'after' | 'count' | 'counts'
  >;
  readonly corrections: Corrections;
  readonly positions: Positions;
  readonly feedStates: Pick<FeedStates, 'all'>;
  readonly marks: Pick<Marks, 'get' | 'due'>;
  readonly outbox: Pick<Outbox, 'rows' | 'promise' | 'revive'>;
  readonly settings: Settings;
  readonly installations: Pick<Installations, 'all'>;
  readonly feedFinder: FeedFinder;
  readonly mentionFinder: MentionFinder;
  /** Who changed what, for the operator. */
  readonly log: Pick<Log, 'info'>;
  readonly who: string;
  /** The channel it was asked in, as the platform calls it; null where there is none. */
  readonly where: string | null;
  /** Whether who asks may use the commands of managers in this space. */
  readonly isManager: boolean;
  /** Whether who asks may change what is for all spaces. */
  readonly isHomeManager: boolean;
  /** The words as they were typed, for buttons that ask the same in another way. */
  readonly given: Readonly<Record<string, string>>;
}

export interface Command extends CommandSpec {
  run(given: Readonly<Record<string, unknown>>, context: Context): Promise<Message>;
  /** What a form of it begins with, by option: words that would set what holds now. */
  filled?(given: Readonly<Record<string, unknown>>, context: Context): Promise<Record<string, string>>;
}

interface Option<T> {
  readonly kind: Kind<T>;
  readonly summary: string;
  readonly required?: boolean;
}

type Options = Readonly<Record<string, Option<unknown>>>;

type Values<O extends Options> = {
  readonly [Name in keyof O]: O[Name] extends { kind: Kind<infer T> }
    ? O[Name] extends { required: true }
      ? T
      : T | undefined
    : never;
};

/** Declares a command; `given` in `run` has the types of the options' kinds. */
export function command<const O extends Options>(
  spec: Omit<CommandSpec, 'options'> & {
    readonly options: O;
    run(given: Values<O>, context: Context): Promise<Message>;
    filled?(given: Values<O>, context: Context): Promise<Record<string, string>>;
  },
): Command {
  const options = Object.entries<Option<unknown>>(spec.options).map(([name, option]) => ({
    name,
    summary: option.summary,
    required: option.required ?? false,
    kind: option.kind,
  }));
  const { filled } = spec;
  return {
    ...{ ...spec, options, run: (given, context) => spec.run(given as Values<O>, context) },
    ...(filled ? { filled: (given, context) => filled(given as Values<O>, context) } : {}),
  };
}
