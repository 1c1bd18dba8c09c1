import { createHash } from 'node:crypto';
import type { Actor } from '../../src/core/actor.ts';
import type { Article } from '../../src/core/article.ts';
import { type Catalog, catalog } from '../../src/core/catalog.ts';
import type { AlertRule, Desk, DigestRule } from '../../src/core/desk.ts';
import type { Speaker, Stance, Statement } from '../../src/core/statement.ts';
import type { Topic } from '../../src/core/topic.ts';

export const at = (text: string): number => Date.parse(text);

const actor = (given: Partial<Actor> & Pick<Actor, 'id' | 'kind' | 'name'>): Actor => ({
  aliases: [],
  speaksFor: null,
  adjectives: [],
  gender: null,
  offices: [],
  ...given,
});

const topic = (given: Partial<Topic> & Pick<Topic, 'id' | 'family' | 'title' | 'proposition'>): Topic => ({
  negotiation: 'lakes',
  descriptive: false,
  terms: [],
  named: [],
  faint: [],
  pro: [],
  contra: [],
  units: [],
  ...given,
});

/** A small invented negotiation over two lakes, so that no test leans on the shipped configuration. */
export function lakes(): Catalog {
  return catalog({
    negotiations: [
      {
        id: 'lakes',
        title: 'Talks on the two lakes',
        parties: ['nordland', 'sudland', 'league'],
        families: { water: 'Water', league: 'The League' },
        topics: [
          topic({
            id: 'dam',
            family: 'water',
            title: 'The dam',
            proposition: 'The dam is built.',
            terms: ['dam'],
          }),
          topic({
            id: 'quota',
            family: 'water',
            title: 'Water quota',
            proposition: 'Each side draws a fixed quota.',
            terms: ['quota'],
          }),
          topic({
            id: 'league-entry',
            family: 'league',
            title: 'Entry to the League',
            proposition: 'Sudland may join the League.',
            terms: ['join the League', 'entry|way into the League'],
            named: ['the bloc'],
            faint: ['one big club'],
          }),
        ],
      },
    ],
    actors: [
      actor({
        id: 'nordland',
        kind: 'state',
        name: 'Nordland',
        aliases: ['Norden'],
        adjectives: ['Nordish'],
      }),
      actor({ id: 'sudland', kind: 'state', name: 'Sudland', adjectives: ['Sudish'] }),
      actor({ id: 'league', kind: 'body', name: 'League', aliases: ['the League'] }),
      actor({ id: 'ministry', kind: 'body', name: 'Nordish Water Ministry', speaksFor: 'nordland' }),
      actor({
        id: 'berg',
        kind: 'person',
        name: 'Anna Berg',
        gender: 'female',
        offices: [
          {
            title: 'Water Minister of Nordland',
            aliases: [],
            of: 'ministry',
            from: at('2025-01-01'),
            until: null,
          },
        ],
      }),
      actor({
        id: 'ost',
        kind: 'person',
        name: 'Karl Ost',
        offices: [
          { title: 'President of Sudland', aliases: [], of: 'sudland', from: null, until: at('2025-06-01') },
          {
            title: 'Secretary of the League',
            aliases: [],
            of: 'league',
            from: at('2025-06-01'),
            until: null,
          },
        ],
      }),
      actor({ id: 'ost-elder', kind: 'person', name: 'Peter Ost' }),
    ],
    outlets: [
      { id: 'lakeside', name: 'Lakeside Post', country: 'NL', ownership: { kind: 'independent' } },
      { id: 'gazette', name: 'Nord Gazette', country: 'NL', ownership: { kind: 'state', of: 'nordland' } },
    ],
    feeds: [
      {
        id: 'lakeside-world',
        outlet: 'lakeside',
        url: 'https://lakeside.example/rss',
        language: 'en',
        every: 600_000,
      },
      {
        id: 'gazette-all',
        outlet: 'gazette',
        url: 'https://gazette.example/rss',
        language: 'en',
        every: 600_000,
      },
    ],
  });
}

export const speakerOf = {
  berg: { name: 'Anna Berg', actor: 'berg', party: 'nordland', office: 'Water Minister of Nordland' },
  ost: { name: 'Karl Ost', actor: 'ost', party: 'sudland', office: 'President of Sudland' },
  league: { name: 'League', actor: 'league', party: 'league', office: null },
} satisfies Record<string, Speaker>;

let made = 0;

/** A statement of Anna Berg on the dam, direct and on the record, unless said otherwise. */
export function statement(given: Partial<Statement> & { stance?: Stance; topic?: string } = {}): Statement {
  const { stance = 'opposes', topic: on = 'dam', ...rest } = given;
  const speakers = rest.speakers ?? [speakerOf.berg];
  const holder = speakers[0]?.party;
  made += 1;
  return {
    id: 's1',
    ref: `r${String(made).padStart(7, '0')}`,
    kind: 'direct',
    layer: 'body',
    content: [{ start: 0, end: 10 }],
    cue: [],
    source: [],
    quotations: [{ start: 1, end: 9 }],
    speakers,
    grade: 'on-record',
    stances: holder ? [{ topic: on, holder, stance, why: [] }] : [],
    topics: holder ? [on] : [],
    terms: [],
    stems: ['dam', 'never', 'built'],
    why: [],
    article: `a${made}`,
    outlet: 'lakeside',
    url: `https://lakeside.example/${made}`,
    at: at('2025-11-27T10:00Z'),
    quiet: false,
    copyOf: null,
    standing: 'current',
    corrections: [],
    ...rest,
  };
}

/** An article whose first words are quoted: “Words one to nine.” */
export function article(given: Partial<Article> = {}): Article {
  const text = 'Minister speaks on dam\n\n“We will not build it,” Anna Berg said on Thursday.\nIt rained.';
  return {
    id: 'a1',
    feed: 'lakeside-world',
    outlet: 'lakeside',
    language: 'en',
    url: 'https://lakeside.example/dam',
    title: 'Minister speaks on dam',
    author: null,
    published: at('2025-11-27T10:00Z'),
    fetched: at('2025-11-27T10:05Z'),
    textFrom: 'page',
    quiet: false,
    copyOf: null,
    edit: null,
    snapshot: { sha256: createHash('sha256').update(text).digest('hex'), text },
    ...given,
  };
}

export function desk(given: Partial<Desk> = {}): Desk {
  return {
    zone: 'Europe/Kyiv',
    channels: [{ id: 'newsroom', platform: 'terminal', to: 'newsroom' }],
    digests: [],
    alerts: [],
    audiences: [{ id: 'water-desk', name: 'Water desk', slack: 'S012345', discord: '400000000000000001' }],
    notices: [],
    managers: { slack: [], discord: [], terminal: [] },
    spaceManagers: {},
    ...given,
  };
}

/** A rule for every statement and shift on the record that pings nobody, unless said otherwise. */
export const alertRule = (given: Partial<AlertRule> = {}): AlertRule => ({
  ...{
    id: 'all',
    channel: 'newsroom',
    audiences: [],
    owner: null,
    kinds: ['statement', 'shift'],
    silentDays: 30,
  },
  ...{ grades: ['on-record'], topics: [], parties: [], people: [], outlets: [], maxAgeHours: 12 },
  ...{ quietHours: null, perHour: null, cooldownHours: 0, paused: false, snoozedUntil: null },
  ...given,
});

/** A digest of everything in the newsroom at half past seven in Kyiv, unless said otherwise. */
export const digestRule = (given: Partial<DigestRule> = {}): DigestRule => ({
  ...{ id: 'morning', channel: 'newsroom', at: ['07:30'], weekdays: [0, 1, 2, 3, 4, 5, 6] },
  ...{ zone: 'Europe/Kyiv', whenQuiet: 'line', paused: false, topics: [], parties: [] },
  ...given,
});
