import { sql, type Transaction } from 'kysely';
import { StartError } from '../core/errors.ts';
import type { Db, Engine, Tables } from './tables.ts';

/** What the engines call the same thing. "C" compares bytes of UTF-8, as SQLite does. */
interface Dialect {
  readonly text: string;
  readonly integer: string;
  readonly strict: string;
  /** For tables that are their primary key's index. */
  readonly clustered: string;
  /** The index of words: an inverted one that is read from the newest place. */
  readonly search: readonly string[];
}

const dialects: Readonly<Record<Engine, Dialect>> = {
  sqlite: {
    text: 'text',
    integer: 'integer',
    strict: 'strict',
    clustered: 'strict, without rowid',
    search: [
      `create virtual table search using fts5 (words, content = '', contentless_delete = 1, tokenize = 'ascii')`,
    ],
  },
  postgres: {
    text: 'text collate "C"',
    integer: 'bigint',
    strict: '',
    clustered: '',
    search: [
      `create table search (place bigint primary key, words tsvector not null)`,
      // What waits to be merged into the index is read through at each search.
      `create index search_words on search using gin (words) with (fastupdate = off)`,
    ],
  },
};

/** The schema's history: forward only. What was released is never changed; a change is a new entry at the end. */
const migrations: readonly ((dialect: Dialect) => readonly string[])[] = [
  ({ text, integer, strict }) => [
    `create table counters (name ${text} primary key, value ${integer} not null) ${strict}`,
    `insert into counters (name, value) values ('articles', 0), ('statements', 0), ('outbox', 0)`,

    `create table snapshots (sha256 ${text} primary key, text ${text} not null) ${strict}`,
    `create table articles (
      number ${integer} primary key,
      id ${text} not null unique,
      feed ${text} not null,
      outlet ${text} not null,
      language ${text} not null,
      url ${text} not null,
      title ${text} not null,
      author ${text},
      published ${integer},
      fetched ${integer} not null,
      text_from ${text} not null,
      quiet ${integer} not null,
      sha256 ${text} not null references snapshots (sha256),
      is_read ${integer} not null default 0,
      note ${text}
    ) ${strict}`,
    `create index articles_unread on articles (is_read, fetched, number)`,
    `create table article_keys (
      key ${text} primary key,
      article ${text} not null references articles (id)
    ) ${strict}`,

    `create table statements (
      number ${integer} primary key,
      ref ${text} not null,
      article ${text} not null references articles (id),
      outlet ${text} not null,
      at ${integer} not null,
      body ${text} not null
    ) ${strict}`,
    `create index statements_newest on statements (at desc, ref, number)`,
    `create index statements_ref on statements (ref, number)`,

    `create table statement_topics (
      statement ${integer} not null references statements (number),
      topic ${text} not null,
      holder ${text} not null,
      stance ${text} not null,
      at ${integer} not null,
      ref ${text} not null
    ) ${strict}`,
    `create index statement_topics_of on statement_topics (statement, topic)`,
    `create index statement_holders_of on statement_topics (statement, holder)`,
    `create index statement_topics_topic on statement_topics (topic, at desc, ref, statement)`,
    `create index statement_topics_holder on statement_topics (holder, at desc, ref, statement)`,
    `create table statement_speakers (
      statement ${integer} not null references statements (number),
      actor ${text},
      party ${text},
      at ${integer} not null,
      ref ${text} not null
    ) ${strict}`,
    `create index statement_speakers_of on statement_speakers (statement, actor)`,
    `create index statement_parties_of on statement_speakers (statement, party)`,
    `create index statement_speakers_actor on statement_speakers (actor, at desc, ref, statement)`,
    `create index statement_speakers_party on statement_speakers (party, at desc, ref, statement)`,

    `create table feed_states (
      feed ${text} primary key,
      next_at ${integer} not null,
      etag ${text},
      last_modified ${text},
      outcome ${text},
      detail ${text},
      polled_at ${integer},
      last_ok ${integer},
      last_new ${integer},
      failing_since ${integer},
      failures ${integer} not null
    ) ${strict}`,
    `create table marks (key ${text} primary key, due_at ${integer}, value ${text} not null) ${strict}`,

    // A thread may be promised before its parent within one transaction, hence the deferred reference.
    `create table outbox (
      number ${integer} primary key,
      key ${text} not null unique,
      platform ${text} not null,
      "to" ${text} not null,
      under ${text} references outbox (key) deferrable initially deferred,
      place ${text} not null,
      message ${text} not null,
      not_before ${integer} not null,
      due_at ${integer} not null,
      held_until ${integer} not null default 0,
      attempts ${integer} not null default 0,
      state ${text} not null default 'waiting' check (state in ('waiting', 'sent', 'parked')),
      reason ${text},
      receipt ${text},
      sent_at ${integer}
    ) ${strict}`,
    `create index outbox_state on outbox (state, number)`,
    `create index outbox_place on outbox (place, state, number)`,
    `create index outbox_under on outbox (under)`,
  ],
  ({ text, integer, strict }) => [
    `insert into counters (name, value) values ('settings', 0)`,
    `create table settings (
      number ${integer} primary key,
      kind ${text} not null,
      id ${text} not null,
      value ${text},
      "by" ${text} not null,
      at ${integer} not null
    ) ${strict}`,
    `create index settings_last on settings (kind, id, number)`,
  ],

  ({ text, integer, strict }) => [
    `alter table feed_states add column url ${text} not null default ''`,
    `alter table feed_states add column rhythm ${integer}`,
    `alter table feed_states add column moved_to ${text}`,
    `alter table feed_states add column moved_since ${integer}`,
    `alter table feed_states add column moved_times ${integer} not null default 0`,
    `alter table feed_states add column missing_since ${integer}`,
    `alter table feed_states add column paused_since ${integer}`,
    `alter table feed_states add column hold_until ${integer}`,
    `update feed_states set outcome = 'connection-error' where outcome = 'unreachable'`,
    `create table polls (
      feed ${text} not null,
      at ${integer} not null,
      outcome ${text} not null,
      detail ${text},
      added ${integer} not null,
      primary key (feed, at)
    ) ${strict}`,

    `alter table articles add column copy_of ${text}`,
    `alter table articles add column edit_of ${text}`,
    `alter table articles add column version ${integer} not null default 1`,
    `alter table articles add column versions ${integer} not null default 1`,
    `alter table articles add column look ${text}`,
    `alter table articles add column look_at ${integer}`,
    `create index articles_edits on articles (edit_of, version)`,
    `create table article_sketches (
      mark ${integer} not null,
      at ${integer} not null,
      article ${text} not null references articles (id)
    ) ${strict}`,
    `create index article_sketches_mark on article_sketches (mark, at)`,
    `create index article_sketches_at on article_sketches (at)`,
  ],

  // Statements that can be corrected and read anew, and what is derived from them: `rebuild` fills it.
  ({ text, integer, strict, clustered, search }) => [
    `insert into counters (name, value) values ('corrections', 0), ('fallen', 0)`,
    `alter table statements add column current ${text}`,
    `alter table statements add column seal ${integer}`,
    `alter table statements add column standing ${text} not null default 'current'`,
    `alter table statements add column is_gone ${integer} not null default 0`,
    `alter table statements add column origin ${integer}`,
    `alter table statements add column place ${integer}`,
    `drop index statements_newest`,
    `create index statements_newest on statements (at desc, ref, number, standing)`,
    `create index statements_article on statements (article)`,
    `create unique index statements_place on statements (place)`,
    `create index statements_origin on statements (origin)`,

    `drop table statement_topics`,
    `drop table statement_speakers`,
    `create table statement_facets (
      facet ${text} not null,
      statement ${integer} not null references statements (number),
      at ${integer} not null,
      ref ${text} not null,
      grade ${text} not null,
      standing ${text} not null,
      primary key (statement, facet)
    ) ${clustered}`,
    `create index statement_facets_newest on statement_facets (facet, at desc, ref, statement, grade, standing)`,
    ...search,

    `create table evidence (
      topic ${text} not null,
      holder ${text} not null,
      at ${integer} not null,
      statement ${integer} not null references statements (number),
      seq ${integer} not null,
      article ${text} not null,
      start ${integer} not null,
      ref ${text} not null,
      stance ${text} not null,
      kind ${text} not null,
      official ${text},
      figures ${text},
      primary key (topic, holder, at, statement, seq)
    ) ${clustered}`,
    `create index evidence_of on evidence (statement)`,
    `create table cells (topic ${text} not null, holder ${text} not null, primary key (topic, holder)) ${clustered}`,
    `create index cells_holder on cells (holder, topic)`,
    `create table positions (
      topic ${text} not null,
      holder ${text} not null,
      day ${integer} not null,
      body ${text} not null,
      primary key (topic, holder, day)
    ) ${strict}`,
    `create table shifts (
      topic ${text} not null,
      holder ${text} not null,
      day ${integer} not null,
      seq ${integer} not null,
      at ${integer} not null,
      unit ${text},
      body ${text} not null,
      primary key (topic, holder, day, seq)
    ) ${strict}`,
    `create index shifts_newest on shifts (at desc, topic, holder, day desc, seq desc)`,

    `create table corrections (
      number ${integer} primary key,
      origin ${integer} not null references statements (number),
      ref ${text} not null,
      article ${text} not null,
      sha256 ${text} not null,
      at ${integer} not null,
      content ${text} not null,
      correction ${text} not null
    ) ${strict}`,
    `create index corrections_of on corrections (origin, number)`,
    `create table derivation (version ${integer} primary key, through ${integer} not null) ${strict}`,
  ],
  ({ text }) => [
    `alter table outbox add column target ${text} references outbox (key) deferrable initially deferred`,
    `alter table outbox add column how ${text}`,
    `create index outbox_of_target on outbox (target) where target is not null`,
  ],
  ({ text, integer, strict, clustered }) => [
    `alter table outbox add column recipe ${text}`,
    `alter table outbox add column expires ${integer}`,
    `create table outbox_refs (
      ref ${text} not null,
      key ${text} not null references outbox (key) deferrable initially deferred,
      primary key (ref, key)
    ) ${clustered}`,
    `insert into counters (name, value) values ('changes', 0)`,
    `create table changes (number ${integer} primary key, ref ${text} not null) ${strict}`,
  ],

  // The first that waits of each place, in one run.
  () => [`drop index outbox_place`, `create index outbox_firsts on outbox (state, place, number)`],

  ({ text, integer, strict }) => [
    `create table installations (
      platform ${text} not null,
      space ${text} not null,
      is_home ${integer} not null,
      name ${text} not null,
      "by" ${text},
      at ${integer} not null,
      sealed ${text},
      paused ${text},
      primary key (platform, space)
    ) ${strict}`,
  ],
];

export interface Migrating {
  readonly engine: Engine;
  /** For the sentence to the operator: a path or an address without its password. */
  readonly where: string;
  /** Keeps a second process from migrating at the same time, until the transaction ends. */
  lock(trx: Transaction<Tables>): Promise<void>;
}

/** Brings a database up to this program. Rejects with a StartError where the database is ahead of it. */
export async function migrate(db: Db, migrating: Migrating): Promise<void> {
  while (await migrateOnce(db, migrating));
}

/** Applies the next migration, if there is one, in a transaction with the record of it. */
function migrateOnce(db: Db, { engine, where, lock }: Migrating): Promise<boolean> {
  return db.transaction().execute(async trx => {
    await lock(trx);
    const applied = await lastApplied(trx, engine);
    if (applied > migrations.length) throw new StartError(tooNew(where, applied));
    const next = migrations[applied];
    if (!next) return false;
    for (const statement of next(dialects[engine])) await sql.raw(statement).execute(trx);
    await trx
      .insertInto('migrations')
      .values({ number: applied + 1 })
      .execute();
    return true;
  });
}

async function lastApplied(trx: Transaction<Tables>, engine: Engine): Promise<number> {
  await sql
    .raw(`create table if not exists migrations (number ${dialects[engine].integer} primary key)`)
    .execute(trx);
  const row = await trx
    .selectFrom('migrations')
    .select(({ fn }) => fn.max('number').as('number'))
    .executeTakeFirst();
  return row?.number ?? 0;
}

const tooNew = (where: string, applied: number): string =>
  `the store at ${where} was written by a newer Attaché (its schema is ${applied}, this program knows ${migrations.length}): ` +
  'start that newer version, or name another store';
