-- What version 1 of the schema wrote, as it was released. Never changed: the tests carry it to the present.
CREATE TABLE migrations (number integer primary key);
insert into migrations values (1);
CREATE TABLE counters (name text primary key, value integer not null) strict;
insert into counters values ('articles', 1);
insert into counters values ('statements', 1);
insert into counters values ('outbox', 1);
CREATE TABLE snapshots (sha256 text primary key, text text not null) strict;
insert into snapshots values ('95a70ef18c416baf55c4e6542d53395017f9dc113da496ccf5fb77d119b86964', 'A headline

A body.');
CREATE TABLE articles (
  number integer primary key,
  id text not null unique,
  feed text not null,
  outlet text not null,
  language text not null,
  url text not null,
  title text not null,
  author text,
  published integer,
  fetched integer not null,
  text_from text not null,
  quiet integer not null,
  sha256 text not null references snapshots (sha256),
  is_read integer not null default 0,
  note text
) strict;
insert into articles values (1, 'a1', 'wire-world', 'wire', 'en', 'https://wire.example/1', 'A headline', null, 1000, 2000, 'page', 0, '95a70ef18c416baf55c4e6542d53395017f9dc113da496ccf5fb77d119b86964', 1, null);
CREATE INDEX articles_unread on articles (is_read, fetched, number);
CREATE TABLE article_keys (
  key text primary key,
  article text not null references articles (id)
) strict;
insert into article_keys values ('klFFcEG7TYrw2NkqfTJX2f0K38q2RJ3eIC2s0qVA1oc', 'a1');
CREATE TABLE statements (
  number integer primary key,
  ref text not null,
  article text not null references articles (id),
  outlet text not null,
  at integer not null,
  body text not null
) strict;
insert into statements values (1, '7f3a9k2c', 'a1', 'wire', 1000, '{"id":"s1","kind":"direct","layer":"body","content":[{"start":12,"end":19}],"cue":[],"source":[],"quotations":[{"start":13,"end":18}],"speakers":[{"name":"putin","actor":"putin","party":"russia","office":null}],"grade":"on-record","stances":[{"topic":"nato-accession","holder":"russia","stance":"opposes","why":["the phrase speaks against the proposition"]}],"stems":["bodi"],"why":["the cue follows the words"],"ref":"7f3a9k2c","article":"a1","outlet":"wire","url":"https://wire.example/1","at":1000,"quiet":false}');
CREATE INDEX statements_newest on statements (at desc, ref, number);
CREATE INDEX statements_ref on statements (ref, number);
CREATE TABLE statement_topics (
  statement integer not null references statements (number),
  topic text not null,
  holder text not null,
  stance text not null,
  at integer not null,
  ref text not null
) strict;
insert into statement_topics values (1, 'nato-accession', 'russia', 'opposes', 1000, '7f3a9k2c');
CREATE INDEX statement_topics_of on statement_topics (statement, topic);
CREATE INDEX statement_holders_of on statement_topics (statement, holder);
CREATE INDEX statement_topics_topic on statement_topics (topic, at desc, ref, statement);
CREATE INDEX statement_topics_holder on statement_topics (holder, at desc, ref, statement);
CREATE TABLE statement_speakers (
  statement integer not null references statements (number),
  actor text,
  party text,
  at integer not null,
  ref text not null
) strict;
insert into statement_speakers values (1, 'putin', 'russia', 1000, '7f3a9k2c');
CREATE INDEX statement_speakers_of on statement_speakers (statement, actor);
CREATE INDEX statement_parties_of on statement_speakers (statement, party);
CREATE INDEX statement_speakers_actor on statement_speakers (actor, at desc, ref, statement);
CREATE INDEX statement_speakers_party on statement_speakers (party, at desc, ref, statement);
CREATE TABLE feed_states (
  feed text primary key,
  next_at integer not null,
  etag text,
  last_modified text,
  outcome text,
  detail text,
  polled_at integer,
  last_ok integer,
  last_new integer,
  failing_since integer,
  failures integer not null
) strict;
insert into feed_states values ('wire-world', 60000, 'W/"1"', null, 'ok', null, 1, 1, 1, null, 0);
CREATE TABLE marks (key text primary key, due_at integer, value text not null) strict;
insert into marks values ('digest:morning', 5, '{"number":1,"until":4}');
CREATE TABLE outbox (
  number integer primary key,
  key text not null unique,
  platform text not null,
  "to" text not null,
  under text references outbox (key) deferrable initially deferred,
  place text not null,
  message text not null,
  not_before integer not null,
  due_at integer not null,
  held_until integer not null default 0,
  attempts integer not null default 0,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'parked')),
  reason text,
  receipt text,
  sent_at integer
) strict;
insert into outbox values (1, 'digest:morning:2025-11-27', 'slack', 'C1', null, '["slack","C1",null]', '{"summary":"message digest:morning:2025-11-27","blocks":[{"type":"text","line":["message digest:morning:2025-11-27",{"bold":"@everyone"},{"date":5,"as":"day"}]}],"ping":["desk"],"zone":"Europe/Kyiv"}', 0, 0, 10, 1, 'waiting', null, null, null);
CREATE INDEX outbox_state on outbox (state, number);
CREATE INDEX outbox_place on outbox (place, state, number);
CREATE INDEX outbox_under on outbox (under);
