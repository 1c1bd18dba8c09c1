import type { ActorId } from '../core/actor.ts';
import type { Article, ArticleId } from '../core/article.ts';
import type { Correction } from '../core/correction.ts';
import type { PlatformName } from '../core/desk.ts';
import type { Feed, FeedState, PollFailure, PollRecord } from '../core/feed.ts';
import type { Message } from '../core/message.ts';
import type { Position, Shift } from '../core/position.ts';
import type { Recipe } from '../core/recipe.ts';
import type { Setting } from '../core/setting.ts';
import type { Standpoint } from '../core/space.ts';
import type { Grade, Span, Statement } from '../core/statement.ts';
import type { Instant, Period } from '../core/time.ts';
import type { TopicId } from '../core/topic.ts';
import type { Choice, CommandSpec } from './command.ts';

/** An entry as the feed gives it. `content` and `summary` are HTML or text as published; links are absolute. */
export interface Item {
  /** The entry's own id (guid, atom:id), null where it has none. */
  readonly id: string | null;
  readonly title: string;
  readonly link: string | null;
  readonly published: Instant | null;
  readonly author: string | null;
  readonly summary: string | null;
  readonly content: string | null;
}

/** What a server asks to be told on the next conditional GET. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** Beside what was found. Times are milliseconds, null where neither server nor feed said. */
interface PollAside {
  /** How long the server asked us to stay away (`Retry-After`). */
  readonly wait: number | null;
  /** How long the answer stays fresh (`Cache-Control`, `Expires`, the feed's `ttl`). */
  readonly fresh: number | null;
  /** Where permanent redirects alone have led, null where there were none. */
  readonly movedTo: string | null;
}

export type Poll =
  | (PollAside & {
      readonly outcome: 'ok';
      readonly items: readonly Item[];
      readonly validators: Validators;
    })
  | (PollAside & { readonly outcome: 'not-modified' })
  /** `detail` says what was seen, for a person. */
  | { readonly outcome: PollFailure | 'held'; readonly detail: string; readonly wait: number | null };

/** Fetches and parses one feed. Failures are values; it does not throw for what a server does. */
export interface FeedReader {
  poll(feed: Feed, validators: Validators): Promise<Poll>;
}

/** A feed that was found at an address. */
export interface FoundFeed {
  /** The address to poll: where permanent redirects lead, and of a page the feed that it names. */
  readonly url: string;
  /** `''` where the feed has none. */
  readonly title: string;
  /** Newest first; `text` is how what the item itself holds of its article begins, or `''`. */
  readonly items: readonly (Pick<Item, 'title' | 'link' | 'published'> & { readonly text: string })[];
  /** How many items the feed holds: of a long one only the newest are given. */
  readonly total: number;
  /** Further feeds that the page names. */
  readonly others: readonly string[];
}

export type FeedLook =
  | { readonly outcome: 'found'; readonly feed: FoundFeed }
  /** `detail` says what was seen, for a person. */
  | { readonly outcome: PollFailure | 'held'; readonly detail: string };

/** Looks at an address that a person names: a feed, or a page whose feed is looked for. */
export interface FeedFinder {
  /** Does not throw for what a server does. */
  look(url: string): Promise<FeedLook>;
}

/** What a text mentions of what the desk follows. */
export interface Mentions {
  readonly topics: readonly TopicId[];
  readonly parties: readonly ActorId[];
}

/** Finds what texts are about, without reading who says what. */
export interface MentionFinder {
  /** In the order of the texts. Nothing is found in what could not be read. */
  mentions(texts: readonly string[], at: Instant): Promise<readonly Mentions[]>;
}

/** The text behind an item: one paragraph a line, without the headline. `text` may be empty. */
export interface ArticleText {
  readonly text: string;
  readonly from: Article['textFrom'];
  readonly published: Instant | null;
  readonly author: string | null;
}

/** Finds the article text of an item: the linked page, else the feed's own content. Does not throw for what a server does. */
export interface PageReader {
  article(item: Item, feed: Feed): Promise<ArticleText>;
}

/** What is known of an article by one of its keys. */
export interface Known {
  readonly article: ArticleId;
  /** The feed that its first version came from. */
  readonly feed: string;
  /** The id of its newest version, the article's own where it was never edited. */
  readonly newest: ArticleId;
  readonly versions: number;
  /** When its first version was fetched. */
  readonly kept: Instant;
  /** How its item last looked in the feed (see `lookOf`), and when that was; null where nobody looked. */
  readonly look: string | null;
  readonly lookAt: Instant | null;
}

/** By what an article is found again: see `lookOf` and `sketch`. */
export interface Traits {
  readonly look: string | null;
  readonly sketch: readonly number[];
}

export interface Articles {
  /** The articles that these identity keys (see `app/identity.ts`) belong to, by key. Keys of nobody are left out. */
  known(keys: readonly string[]): Promise<ReadonlyMap<string, Known>>;
  /**
   * Keeps the first version of an article under its keys. Where the id or one of the keys is already held, nothing
   * changes and false is returned.
   */
  add(article: Article, keys: readonly string[], traits?: Traits): Promise<boolean>;
  /**
   * Keeps a later version (`article.edit`) beside the earlier ones, which stay as they are. False where a version of
   * that number is held.
   */
  revise(article: Article, look: string | null): Promise<boolean>;
  /** Remembers how an article's item looks now, and further keys of it; keys that are held stay where they are. */
  recognise(id: ArticleId, keys: readonly string[], look: string | null, at: Instant | null): Promise<void>;
  get(ids: readonly ArticleId[]): Promise<ReadonlyMap<ArticleId, Article>>;
  /** The same, without those whose snapshot is not what its hash says any more: nothing of them may be shown. */
  intact(ids: readonly ArticleId[]): Promise<ReadonlyMap<ArticleId, Article>>;
  /** All versions of an article, the first at the beginning. */
  versions(id: ArticleId): Promise<Article[]>;
  /**
   * First versions whose sketch shares some with this one, those with most in common first. Sketches are kept for a
   * week from an article's date.
   */
  resembling(sketch: readonly number[], period: Period, limit: number): Promise<Article[]>;
  /** Articles whose statements have not been recorded, oldest first, later versions among them; none of these feeds. */
  unread(limit: number, except?: readonly string[]): Promise<Article[]>;
}

/** All conditions hold together; lists are alternatives; absent means any, an empty list finds nothing. */
export interface StatementQuery {
  readonly topics?: readonly TopicId[];
  /** Parties that hold a position in the statement, or that its speaker speaks for. */
  readonly parties?: readonly ActorId[];
  /** Persons or bodies that speak. */
  readonly speakers?: readonly ActorId[];
  readonly grades?: readonly Grade[];
  /**
   * Stems that must all occur in the content (`searchWords` makes them of what a person typed); several joined by spaces
   * follow each other there. With words at most `mostFound` statements are given.
   */
  readonly words?: readonly string[];
  /** Absent: only what stands, not what was withdrawn or superseded. */
  readonly standing?: 'any';
  readonly from?: Instant;
  /** Exclusive. */
  readonly until?: Instant;
  /** Goes on after this one, for the next page. */
  readonly before?: Pick<Statement, 'at' | 'ref'>;
  /** Below 0 is none. */
  readonly limit?: number;
}

/** How many statements a search for words gives at most. */
export const mostFound = 2_000;

/** Lists are alternatives; absent means any, an empty list finds nothing. */
export interface PositionQuery {
  readonly topics?: readonly TopicId[];
  /** Parties, or persons and bodies that speak for them. */
  readonly holders?: readonly ActorId[];
  /** What was held at the end of the UTC day of this instant; absent: now. */
  readonly asOf?: Instant;
  /** Only what was said since then counts; absent: all of the record. */
  readonly from?: Instant;
}

export interface ShiftQuery {
  readonly topics?: readonly TopicId[];
  readonly holders?: readonly ActorId[];
  /** Whether the class changed, or a figure; absent: both. */
  readonly of?: 'stance' | 'figure';
  readonly from?: Instant;
  /** Exclusive. */
  readonly until?: Instant;
  readonly limit?: number;
}

/** What follows from the ledger: the fold of `core/position.ts` over its current statements. */
export interface Positions {
  /** In the order of topics, then of holders. */
  positions(query: PositionQuery): Promise<Position[]>;
  /** Newest first; of one instant, in the order of topics, then of holders, the last of a holder first. */
  shifts(query: ShiftQuery): Promise<Shift[]>;
}

export interface Numbered {
  /** Grows by recording; a cursor over it misses nothing. */
  readonly number: number;
  readonly statement: Statement;
}

export interface Ledger {
  /**
   * Records the statements of one article and marks it read, in one transaction. Recording the same article again
   * changes nothing. `note` says why an article gave no statements ("language ru is not read yet").
   */
  record(article: ArticleId, statements: readonly Statement[], note: string | null): Promise<void>;
  /**
   * What a new reading of an article found: by a newer program, or (with `replaced`) of the version that the outlet put
   * in place of an article held before. What says the same (half of the content in common, or the same words in the other
   * version) keeps its corrections, and in the same place its ref; it is no news to `after`. What is gone is superseded:
   * with no statements, all of it. Doing it again changes nothing.
   */
  reread(
    article: ArticleId,
    statements: readonly Statement[],
    note: string | null,
    replaced?: ArticleId,
  ): Promise<void>;
  /** Newest first by `at`, then by ref. */
  statements(query: StatementQuery): Promise<Statement[]>;
  /** Statements whose ref begins so, whether they stand or not, at most ten. */
  byRef(prefix: string): Promise<Statement[]>;
  /** The statements with exactly these refs, whether they stand or not. */
  withRefs(refs: readonly string[]): Promise<Statement[]>;
  /** The same as they were read, before any correction. */
  asRead(refs: readonly string[]): Promise<Statement[]>;
  /**
   * What stands now for each of these statements: itself, or a later reading of the same words. What stands no more is
   * left out.
   */
  standingFor(refs: readonly string[]): Promise<ReadonlyMap<string, Statement>>;
  /** Refs of statements that were recorded before and are no more as they were, in the order of their changes. */
  changed(after: number, limit: number): Promise<{ readonly number: number; readonly ref: string }[]>;
  /**
   * What stands and is no new reading of an earlier statement, in order of recording, beginning after `number`; with
   * `from`, what was said since then.
   */
  after(number: number, limit: number, from?: Instant): Promise<Numbered[]>;
  /** How many statements stand. */
  count(): Promise<{ readonly statements: number; readonly articles: number }>;
  /** How many of the statements that stand are on each of these topics, since an instant. */
  counts(topics: readonly TopicId[], since: Instant): Promise<ReadonlyMap<TopicId, number>>;
}

/** A correction as it was written down, with the words it was made on. */
export interface CorrectionRow {
  readonly article: ArticleId;
  /** The statement's content at the time, and the hash of the snapshot it counts in. */
  readonly content: readonly Span[];
  readonly sha256: string;
  readonly correction: Correction;
}

/** What editors said of statements: append only. */
export interface Corrections {
  /**
   * Writes it down and brings the statement, what it is found by, and the positions up to date, in one transaction. Gives
   * the statement as it now stands; null where there is none with this ref.
   */
  add(correction: Correction): Promise<Statement | null>;
  /** Of a statement and of its earlier readings, in the order they were made. */
  of(ref: string): Promise<CorrectionRow[]>;
  /** In the order they were made, at most `limit` after the first `skipped`. */
  all(skipped: number, limit: number): Promise<CorrectionRow[]>;
}

export interface FeedStates {
  all(): Promise<FeedState[]>;
  /** Keeps a feed's present state, with the poll that led to it in its history. */
  save(state: FeedState, poll?: PollRecord): Promise<void>;
  /** The last polls of a feed, newest first. At least a hundred are kept. */
  history(feed: string, limit: number): Promise<PollRecord[]>;
}

/** A row that says when something is next due, or how far something has come. */
export interface Mark {
  /** `alerts`, `digest:morning` … */
  readonly key: string;
  /** When it is due; null where it is only a cursor. */
  readonly dueAt: Instant | null;
  readonly value: string;
}

export interface Marks {
  get(key: string): Promise<Mark | null>;
  /** Marks with this prefix that are due, earliest first. */
  due(prefix: string, now: Instant): Promise<Mark[]>;
  put(mark: Mark): Promise<void>;
}

/** A promise to show one message in one place, once. */
export interface Delivery {
  /** Says what is promised: `digest:morning:2025-11-27`. The same key is never promised twice. */
  readonly key: string;
  readonly platform: PlatformName;
  /** The platform's id of the channel; on Slack with its workspace where it is not home: `T0123/C0123`. */
  readonly to: string;
  readonly message: Message;
  /** Key of the delivery in whose thread this one belongs, null for the channel itself. */
  readonly under: string | null;
  /** Not to be shown before. */
  readonly notBefore: Instant;
  /** Not to be shown any more from then on; absent: however late it is. */
  readonly expires?: Instant;
  /** What it was made of, where it can be made again. That of a change is its message's from now on. */
  readonly recipe?: Recipe;
  /** Set where it is no message of its own but changes one that was promised earlier, for the same place. */
  readonly change?: Change;
}

export interface Change {
  /** Key of the delivery whose message is changed. */
  readonly of: string;
  /** `edit`: this message takes its place. `remove`: it is taken away, and this message only says what it was. */
  readonly how: 'edit' | 'remove';
}

/** What a platform gave back: where the message is. Opaque to all but that platform. */
export type Receipt = Readonly<Record<string, string>>;

export interface Claimed extends Delivery {
  /** How often it was claimed before: 0 the first time. Above 0 an earlier call may have arrived. */
  readonly attempts: number;
  /** The receipt of `under`, null where `under` is. */
  readonly parent: Receipt | null;
  /** The receipt of what is changed, null where there is no `change`. */
  readonly target: Receipt | null;
  /** The receipt of what was shown last in the same place: an earlier attempt of this one can only stand after it. */
  readonly after?: Receipt;
}

export type DeliveryState = 'waiting' | 'sent' | 'parked';

/** A message as it is now. */
export interface Posted extends Omit<Delivery, 'change'> {
  /** Whether somebody may have seen it. */
  readonly isShown: boolean;
}

export interface OutboxRow extends Delivery {
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly reason: string | null;
  readonly sentAt: Instant | null;
}

/** A mark as it was read; null where there was none. */
export interface Seen {
  readonly key: string;
  readonly value: string | null;
}

export interface Outbox {
  /**
   * Writes promises and marks in one transaction. Keys already promised are left as they are. Where a mark is not as it
   * was seen any more, another process has taken this step: nothing is written, and false is returned. A change of what
   * nobody has tried to show yet is made in the promise itself, and one of what was given up is left out.
   */
  promise(deliveries: readonly Delivery[], marks: readonly Mark[], seen?: readonly Seen[]): Promise<boolean>;
  /**
   * Takes due deliveries for `lease` milliseconds. A delivery is due when its time has come, nobody holds it, what it
   * is under or changes was sent, and nothing promised earlier for the same place is still waiting: order in a channel is
   * kept, and among the changes of one message. Nothing for the channels in `except` is taken.
   */
  claim(
    platforms: readonly PlatformName[],
    now: Instant,
    lease: number,
    limit: number,
    except?: readonly string[],
  ): Promise<Claimed[]>;
  /** It was shown. Beats a parked row; of two receipts the first counts. That of a change is its message's from now on. */
  sent(key: string, receipt: Receipt, now: Instant): Promise<void>;
  /** Tries again at `at`. Changes only what is waiting. */
  retry(key: string, at: Instant, reason: string): Promise<void>;
  /**
   * Gives up until a person changes something; later messages for the place go on. What is under it, or changes it, is
   * parked too.
   */
  park(key: string, reason: string): Promise<void>;
  /** Keys of what was promised since then of these statements, in the order of promise; what was given up is left out. */
  restingOn(refs: readonly string[], since: Instant): Promise<string[]>;
  /** Messages as they are now, or will be once every change is made, in the order of the keys. */
  posted(keys: readonly string[]): Promise<Posted[]>;
  /**
   * Puts what was given up back to waiting, due at once, with all that was given up under it; what is under a delivery
   * that stays given up stays so too. Changes nothing else. Gives how many deliveries that are.
   */
  revive(keys: readonly string[], now: Instant): Promise<number>;
  /** What waits in the order of promise, the rest newest first. */
  rows(state: DeliveryState, limit: number): Promise<OutboxRow[]>;
}

/** What people set in chat: see `core/setting.ts`. */
export interface Settings {
  /** The last setting of each kind and id, in the order they were first set. */
  current(): Promise<Setting[]>;
  put(setting: Setting): Promise<void>;
  /** Who changed what, newest first. */
  history(limit: number): Promise<Setting[]>;
}

/** That the bot is in a Slack workspace or Discord server by an installation there, or by the tokens of the environment. */
export interface Installation extends Standpoint {
  readonly space: string;
  /** What people call it. */
  readonly name: string;
  /** Who installed it, by the platform's id of the person; null where the environment says it. */
  readonly by: string | null;
  readonly at: Instant;
  /** What was given for it, encrypted; null where there is nothing, or nothing any more. */
  readonly sealed: string | null;
  /** Why nothing can be posted there for now; null where all is well. */
  readonly paused: string | null;
}

export interface Installations {
  /** In the order of platforms, then of spaces. */
  all(): Promise<Installation[]>;
  get(platform: PlatformName, space: string): Promise<Installation | null>;
  /** Takes the place of what is known of the space. */
  put(installation: Installation): Promise<void>;
  /** False where it is paused already, or has been installed anew since it was `seen`: nothing changes then. */
  pause(seen: Pick<Installation, 'platform' | 'space' | 'sealed'>, reason: string): Promise<boolean>;
}

/** Keeps secrets at rest. */
export interface Vault {
  /** `about` says what it is of: only for the same it can be opened. */
  seal(text: string, about: string): string;
  /** Null where it was sealed with another key or about something else, or was changed since. */
  open(sealed: string, about: string): string | null;
}

export interface Store {
  readonly articles: Articles;
  readonly ledger: Ledger;
  readonly corrections: Corrections;
  readonly positions: Positions;
  readonly feedStates: FeedStates;
  readonly marks: Marks;
  readonly outbox: Outbox;
  readonly settings: Settings;
  readonly installations: Installations;
  close(): Promise<void>;
}

/** Someone asks something. */
export interface Request extends Standpoint {
  /** The command's name without slash. */
  readonly command: string;
  /** Options by name as typed. `''` holds words that came without a name, in the order typed. */
  readonly given: Readonly<Record<string, string>>;
  readonly who: string;
  readonly where: string | null;
  /** The answer is for the channel, whatever the command's own reply: somebody pressed “Share”. */
  readonly aloud?: true;
  /** It was filled in in a form that asked these options: where something is wrong, the answer offers the form again. */
  readonly asks?: readonly string[];
}

/** A command with fields that a person fills in. Who submits it asks the command with `given` and the filled fields. */
export interface Form {
  readonly command: string;
  readonly given: Readonly<Record<string, string>>;
  readonly asks: readonly string[];
  readonly fields: readonly Field[];
}

/** A field left empty is not given: what holds stays. */
export interface Field {
  /** The option's name, and what it is. */
  readonly name: string;
  readonly summary: string;
  readonly required: boolean;
  /** What it begins with; empty where there is nothing. One of the choices where there are some. */
  readonly value: string;
  /** All that can be chosen, at most 25; none where it is typed. */
  readonly choices: readonly Choice[];
}

export interface Reply {
  readonly message: Message;
  readonly visibility: 'private' | 'channel';
  /** Set where the message only says why there is no answer. */
  readonly failed?: true;
  /** Then also the option whose word is at fault, where it is one. */
  readonly option?: string;
}

/** Someone has typed a part of an option's value, and is shown how it can go on. */
export interface PartlyTyped extends Standpoint, Pick<Request, 'command' | 'who'> {
  readonly option: string;
  readonly part: string;
}

/** What a platform needs of the bot. */
export interface Bot {
  readonly commands: readonly CommandSpec[];
  /** Never rejects: what goes wrong is answered in words. */
  answer(request: Request): Promise<Reply>;
  /**
   * The form of an action that asks, or why there is none. Changes nothing, never rejects, and calls nothing slower than
   * the store.
   */
  form(request: Request): Promise<{ readonly form: Form } | { readonly reply: Reply }>;
  /** Best first, at most 25, no value twice. Never rejects: where the store fails nothing is offered. */
  complete(typed: PartlyTyped): Promise<Choice[]>;
  /** The bot was let into these channels of a platform, perhaps again. */
  invited(platform: PlatformName, channels: readonly string[]): Promise<void>;
  /** The bot was put out of these channels, or they are gone: what is for them pauses, and the managers are told why. */
  dismissed(platform: PlatformName, channels: readonly string[], reason: string): Promise<void>;
}

/** How much a platform takes; the facts and their sources stand beside each platform's limits. */
export interface Budget {
  /** Deliveries at a time. */
  readonly atOnce: number;
  /** Milliseconds between two deliveries to one channel. */
  readonly rest: number;
}

export interface Platform {
  readonly name: PlatformName;
  /** Absent: ten at a time, without rest. */
  readonly budget?: Budget;
  /** Connects. Rejects with a StartError of one clear sentence within 15 seconds where it cannot. */
  start(bot: Bot): Promise<void>;
  stop(): Promise<void>;
  /**
   * Shows a delivery. Rejects with a DeliveryError. Where `attempts` is above 0 it makes sure, by the platform's own
   * means, that an earlier attempt did not arrive before it posts again. Where the delivery is a `change`, it changes
   * the message at `target` without notifying anybody, and gives its receipt as it is then; a message that somebody
   * deleted is left deleted.
   */
  post(delivery: Claimed): Promise<Receipt>;
}

export interface Clock {
  now(): Instant;
  /** Runs `task` at every tick, never two at once. Returns what stops it. */
  ticking(task: () => Promise<void>): () => Promise<void>;
}

/** Structured log: a constant event name and flat fields. */
export interface Log {
  info(event: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(event: string, fields?: Readonly<Record<string, unknown>>): void;
  error(event: string, fields?: Readonly<Record<string, unknown>>): void;
}
