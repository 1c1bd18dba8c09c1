import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEnv } from '../../src/config/env.ts';
import { type Config, loadConfig } from '../../src/config/load.ts';
import { deskYaml, feedsYaml } from '../../src/config/written.ts';
import type { AlertRule, DigestRule } from '../../src/core/desk.ts';
import { catalogWith } from '../../src/core/feed-setting.ts';
import { deskWith, type Setting } from '../../src/core/setting.ts';
import { alertRule, at, digestRule } from '../support/made.ts';
import { folderOf, sound } from './folder.ts';

const [deskFile = '', feedsFile = ''] = [sound['desk.yaml'], sound['feeds.yaml']];
const env = readEnv({ SLACK_CHANNEL: 'C0123ABCD' });
const load = (files: Readonly<Record<string, string>>): Config => loadConfig(folderOf(files), env);
let made: Config | undefined;
/** Within a test: its folder is gone afterwards. */
function config(): Config {
  made ??= load(sound);
  return made;
}
const when = at('2025-11-22T05:30Z');

/** What the files that are written say, beside what the files and the settings say together. */
function both(settings: readonly Setting[]): { written: Config; together: Config } {
  const files = {
    'desk.yaml': deskYaml(deskFile, settings),
    'feeds.yaml': feedsYaml(feedsFile, config().catalog, settings),
  };
  const desk = deskWith(config().desk, settings);
  return {
    written: load({ ...sound, ...files }),
    together: { ...config(), desk, catalog: catalogWith(config().catalog, settings) },
  };
}

const set = (change: Pick<Setting, 'kind' | 'id' | 'value'>, by = 'slack UBOSS'): Setting =>
  ({ ...change, by, at: when }) as Setting;

const some = <T>(...all: readonly T[]) => fc.subarray([...all]);
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(parts => parts.map(part => String(part).padStart(2, '0')).join(':'));
const zone = fc.constantFrom('Europe/Kyiv', 'UTC', 'America/New_York');
const scope = { topics: some('accession'), parties: some('russia', 'ukraine') };
const channelId = fc.constantFrom('newsroom', 'alerts', 'slack-c0new', 'person-discord-7');

const digest: fc.Arbitrary<DigestRule> = fc
  .record({
    ...{ channel: channelId, at: fc.uniqueArray(time, { minLength: 1, maxLength: 3 }) },
    ...{ weekdays: fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 1 }), zone },
    ...{ whenQuiet: fc.constantFrom('skip', 'line'), paused: fc.boolean(), ...scope },
    ...{ language: fc.constantFrom(null, 'uk', 'pt-BR'), silent: fc.boolean() },
  })
  .map(({ language, silent, ...given }) =>
    digestRule({
      ...{ ...given, at: given.at.sort() },
      ...(language ? { language } : {}),
      ...(silent ? { silent } : {}),
    }),
  );

const alert: fc.Arbitrary<AlertRule> = fc
  .record({
    ...{ channel: channelId, audiences: some('desk'), owner: fc.constantFrom(null, 'slack U0ANN') },
    kinds: fc.subarray(['statement', 'shift', 'first', 'silence'] as const, { minLength: 1 }),
    grades: fc.subarray(['on-record', 'anonymous', 'reported'] as const, { minLength: 1 }),
    ...{ people: some('putin', 'kremlin'), outlets: some('tass'), ...scope },
    ...{ maxAgeHours: fc.integer({ min: 1, max: 99 }), cooldownHours: fc.integer({ min: 0, max: 720 }) },
    ...{ silentDays: fc.integer({ min: 1, max: 99 }), paused: fc.boolean() },
    perHour: fc.option(fc.integer({ min: 1, max: 1_000 })),
    snoozedUntil: fc.option(fc.integer({ min: when, max: when + 9e9 })),
    quietHours: fc.option(
      fc.record({ from: time, until: time, zone, through: fc.constantFrom('nothing', 'shifts') }),
    ),
  })
  .map(given => alertRule({ ...given, quietHours: apart(given.quietHours) }));

const apart = (hours: AlertRule['quietHours']): AlertRule['quietHours'] =>
  hours && hours.from !== hours.until ? hours : null;

const hostile = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
  fc.constantFrom(
    `\${SLACK_CHANNEL}`,
    `$\${HOME} # no`,
    '[ a ]',
    '- x',
    "'",
    '"\\',
    'null',
    '*a',
    '&a b',
    '!!x',
  ),
);
const name = hostile.map(words => words.trim().toWellFormed()).filter(Boolean);
const feedId = fc.constantFrom('tass-en', 'one', 'two');

const feed = fc
  .record({
    ...{ id: feedId, outlet: fc.constantFrom('tass', 'lakeside'), title: name, query: name },
    state: fc.constantFrom('polled', 'paused', 'removed'),
    every: fc.constantFrom(null, 90 * 60_000, 2 * 3_600_000),
  })
  .map(({ id, outlet, title, query, state, every }): Setting => {
    const url = `https://${id}.example/?q=${encodeURIComponent(query)}#\${A}`;
    const whose = { kind: 'state', of: 'russia' } as const;
    const added = {
      feed: { id, outlet, url, language: 'pt-BR', every },
      outlet: { id: outlet, name: title, country: 'INT', ownership: whose },
      ...{ by: 'slack U1\nx: y', at: when - 1 },
    };
    return set({ kind: 'feed', id, value: { added: id === 'tass-en' ? null : added, state } });
  });

const ruled = <T extends { readonly id: string }>(kind: 'digest' | 'alert', rule: fc.Arbitrary<T>) =>
  fc
    .tuple(fc.constantFrom('morning', 'all', 'evening', 'new-1'), fc.option(rule, { freq: 5 }))
    .map(([id, value]) => set({ kind, id, value: (value && { ...value, id }) as never }));

const channels = [
  set({ kind: 'channel', id: 'slack-c0new', value: { id: 'slack-c0new', platform: 'slack', to: 'U0ANN' } }),
  set({
    ...{ kind: 'channel', id: 'person-discord-7' },
    value: { id: 'person-discord-7', platform: 'discord', to: 'user:123456789012345678' },
  }),
];

const settings = fc
  .array(fc.oneof(ruled('digest', digest), ruled('alert', alert), feed), { maxLength: 6 })
  .map(all => [...new Map(all.map(each => [`${each.kind} ${each.id}`, each])).values()])
  .map(all => [...channels, ...all]);

const polled = ({ catalog: { feeds } }: Config) => [...feeds.values()].filter(({ paused }) => !paused);

describe('the desk as YAML', () => {
  it('is the same desk when it is loaded, whatever was set in chat', () => {
    fc.assert(
      fc.property(settings, all => {
        const { written, together } = both(all);
        expect(written.desk).toEqual(together.desk);
        expect(written.catalog.outlets).toEqual(together.catalog.outlets);
        expect(new Set(polled(written))).toEqual(new Set(polled(together)));
        // With the settings still in the store, nothing changes either.
        expect(deskWith(written.desk, all)).toEqual(together.desk);
        expect(catalogWith(written.catalog, all).feeds).toEqual(together.catalog.feeds);
      }),
      { numRuns: 50 },
    );
  }, 60_000);

  it('leaves what nobody changed as it is written, comments, variables and all', () => {
    for (const [name, write] of [
      ['desk.yaml', (text: string) => deskYaml(text, [])],
      ['feeds.yaml', (text: string) => feedsYaml(text, config().catalog, [])],
    ] as const) {
      const text = readFileSync(`config/${name}`, 'utf8');
      expect(write(text)).toBe(text);
    }
  });

  it('says who set what when, in one line each', () => {
    const rule = alertRule({ id: 'news-1', channel: 'newsroom', snoozedUntil: when, kinds: ['silence'] });
    const value = digestRule({ id: 'morning', channel: 'newsroom', weekdays: [1] });
    const text = deskYaml(deskFile, [
      set({ kind: 'digest', id: 'morning', value }, 'slack UBOSS\n  evil: true'),
      set({ kind: 'alert', id: 'news-1', value: rule }),
    ]);
    expect(text).toContain(`digests:
  # set by slack UBOSS evil: true, 22 Nov 2025, 05:30 UTC
  morning:
    channel: newsroom
    at: 07:30
    days: [ mon ]
`);
    expect(text).toContain('  # set by slack UBOSS, 22 Nov 2025, 05:30 UTC\n  news-1:\n');
    expect(text).toContain('    snoozedUntil: 2025-11-22T05:30:00.000Z\n');
    expect(text).toContain(`newsroom: { platform: slack, to: '\${SLACK_CHANNEL}' }`);
  });

  it('copies what an alias stands for, so that what it names may change', () => {
    const text = deskFile.replace(
      /digests:\n(.*)\n/,
      'digests:\n  first: &one { channel: newsroom, at: "07:30" }\n  second: *one\n',
    );
    const changed = set({
      kind: 'digest',
      id: 'first',
      value: digestRule({ id: 'first', channel: 'alerts' }),
    });
    const written = load({ ...sound, 'desk.yaml': deskYaml(text, [changed]) });
    expect(written.desk.digests.map(({ channel }) => channel)).toEqual(['alerts', 'newsroom']);
  });

  it('names a feed’s pause where it is told', () => {
    const paused = set({ kind: 'feed', id: 'tass-en', value: { added: null, state: 'paused' } });
    const text = feedsYaml(feedsFile, config().catalog, [paused]);
    expect(text).toContain('# paused by slack UBOSS, 22 Nov 2025, 05:30 UTC');
    expect(polled(load({ ...sound, 'feeds.yaml': text }))).toEqual([]);
  });
});

it('a doubled dollar sign before a name in braces is one, and no variable', () => {
  const text = deskFile.replace('name: Desk', () => `name: 'a $\${SLACK_CHANNEL} $$ \${SLACK_CHANNEL}'`);
  expect(load({ ...sound, 'desk.yaml': text }).desk.audiences[0]?.name).toBe(
    `a \${SLACK_CHANNEL} $$ C0123ABCD`,
  );
});
