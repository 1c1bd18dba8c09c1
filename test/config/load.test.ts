import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readEnv } from '../../src/config/env.ts';
import { loadConfig } from '../../src/config/load.ts';
import { ConfigError, type Problem } from '../../src/core/errors.ts';
import { folderOf, sound } from './folder.ts';

const at = (date: string): number => Date.parse(date);

function problems(files: Readonly<Record<string, string | Uint8Array>>, variables = {}): readonly Problem[] {
  try {
    loadConfig(folderOf(files), readEnv(variables));
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

/** `file:line:column: message`, as people see it. */
const lines = (files: Readonly<Record<string, string | Uint8Array>>, variables = {}): string[] =>
  new ConfigError(problems(files, variables)).message.split('\n');

const edited = (file: string, from: string, to: string): Record<string, string> => {
  const text = sound[file] ?? '';
  expect(text).toContain(from);
  return { ...sound, [file]: text.replace(from, () => to) };
};

describe('a sound configuration', () => {
  const config = (variables = {}) => loadConfig(folderOf(sound), readEnv(variables));

  it('gives actors with offices whose last day counts', () => {
    const { actors } = config().catalog;
    expect(actors.get('putin')).toEqual({
      id: 'putin',
      kind: 'person',
      name: 'Vladimir Putin',
      aliases: ['Putin', 'Путін'],
      speaksFor: null,
      adjectives: [],
      gender: 'male',
      offices: [
        {
          title: 'President of Russia',
          aliases: [],
          of: 'russia',
          from: at('2000-05-07'),
          until: at('2008-05-08'),
        },
        { title: 'President of Russia', aliases: [], of: 'russia', from: at('2012-05-07'), until: null },
      ],
    });
    expect(actors.get('kremlin')).toMatchObject({ kind: 'body', speaksFor: 'russia', offices: [] });
    expect(actors.get('russia')).toMatchObject({ kind: 'state', adjectives: ['Russian'], speaksFor: null });
  });

  it('gives topics, outlets and feeds', () => {
    const { topics, outlets, feeds } = config().catalog;
    expect(topics.get('accession')).toMatchObject({
      negotiation: 'talks',
      family: 'nato',
      descriptive: false,
      pro: [],
    });
    expect(outlets.get('tass')).toMatchObject({ country: 'RU', ownership: { kind: 'state', of: 'russia' } });
    expect(feeds.get('tass-en')).toEqual({
      id: 'tass-en',
      outlet: 'tass',
      url: 'https://tass.example/rss.xml',
      language: 'en',
      every: null,
    });
  });

  it('takes ids from the environment; what is not set is off', () => {
    const { desk } = config({ SLACK_CHANNEL: 'C0123ABCD' });
    expect(desk.channels).toEqual([
      { id: 'newsroom', platform: 'slack', to: 'C0123ABCD' },
      { id: 'alerts', platform: 'discord', to: '123456789012345678' },
    ]);
    expect(desk.audiences).toEqual([{ id: 'desk', name: 'Desk', slack: 'S0123ABCD', discord: null }]);
    expect(desk.managers).toEqual({ slack: ['U0123ABCD'], discord: [], terminal: [] });
    expect(config().desk.channels[0]?.to).toBeNull();
  });

  it('says of which workspace or server a channel is, and who manages there', () => {
    const files = {
      ...sound,
      'desk.yaml': (sound['desk.yaml'] ?? '')
        .replace("'123456789012345678' }", "'123456789012345678', space: '223456789012345678' }")
        .replace('managers: {', `managers: { spaces: { T0123FAR: [U0FAR, '\${FAR_MANAGER}'] },`),
    };
    const { desk } = loadConfig(folderOf(files), readEnv({}));
    expect(desk.channels.map(({ space }) => space)).toEqual([undefined, '223456789012345678']);
    expect(desk.spaceManagers).toEqual({ T0123FAR: ['U0FAR'] });
  });

  it('gives digests and alerts', () => {
    const { desk } = config();
    expect(desk.digests).toEqual([
      {
        id: 'morning',
        channel: 'newsroom',
        at: ['07:30'],
        paused: false,
        weekdays: [1, 4],
        zone: 'Europe/London',
        whenQuiet: 'skip',
        topics: ['accession'],
        parties: [],
      },
    ]);
    expect(desk.alerts).toEqual([
      {
        id: 'all',
        channel: 'alerts',
        audiences: ['desk'],
        kinds: ['statement', 'shift'],
        grades: ['on-record'],
        ...{ maxAgeHours: 48, silentDays: 30, cooldownHours: 0, perHour: null, quietHours: null },
        ...{ people: [], outlets: [], owner: null, paused: false, snoozedUntil: null },
        topics: [],
        parties: ['russia'],
      },
    ]);
  });

  it.each([
    ['a family', 'nato', ['accession']],
    ['a negotiation', 'talks', ['accession']],
    ['a topic and its family', 'accession, nato', ['accession']],
  ])('narrows a rule to the topics of %s', (_, names, topics) => {
    const { desk } = loadConfig(
      folderOf(edited('desk.yaml', 'topics: [accession]', `topics: [${names}]`)),
      readEnv({}),
    );
    expect(desk.digests[0]?.topics).toEqual(topics);
  });

  it.each([
    ['daily', [0, 1, 2, 3, 4, 5, 6]],
    ['weekdays', [1, 2, 3, 4, 5]],
    ['[sun]', [0]],
  ])('reads the days %s', (days, weekdays) => {
    const { desk } = loadConfig(folderOf(edited('desk.yaml', '[mon, thu]', days)), readEnv({}));
    expect(desk.digests[0]?.weekdays).toEqual(weekdays);
  });

  it('is the same with a byte order mark and Windows line ends', () => {
    const windows = Object.entries(sound).map(([name, text]) => [
      name,
      `\uFEFF${text.replaceAll('\n', '\r\n')}`,
    ]);
    expect(loadConfig(folderOf(Object.fromEntries(windows)), readEnv({}))).toEqual(config());
  });

  it('may use anchors', () => {
    const anchored = edited(
      'desk.yaml',
      'topics: [accession] }',
      'topics: &t [accession] }\n  late: { channel: newsroom, at: "18:00", topics: *t }',
    );
    expect(loadConfig(folderOf(anchored), readEnv({})).desk.digests[1]?.topics).toEqual(['accession']);
  });

  it('takes from the base what its folder lacks', () => {
    const { 'desk.yaml': desk = '', 'feeds.yaml': feeds = '', ...rest } = sound;
    const base = folderOf({ ...rest, 'desk.yaml': 'wrong: true' });
    const config = loadConfig(folderOf({ 'desk.yaml': desk, 'feeds.yaml': feeds }), readEnv({}), base);
    expect(config.catalog.topics.size).toBe(1);
    expect(config.desk.digests).toHaveLength(1);
  });
});

/** One mistake each: the file, what is replaced and by what, the text that is pointed at, what is said of it. */
const mistakes: readonly (readonly [
  name: string,
  file: string,
  from: string,
  to: string,
  where: string,
  said: string,
])[] = [
  // The file as YAML
  [
    'a tab',
    'desk.yaml',
    '  newsroom:',
    '\tnewsroom:',
    '\tnewsroom',
    'a tab indents this line: indent with spaces',
  ],
  ['a tab after spaces', 'desk.yaml', '  alerts:', ' \talerts:', ' \talerts', 'a tab indents this line'],
  [
    'a key twice',
    'desk.yaml',
    'channels:',
    'zone: UTC\nchannels:',
    'zone: UTC',
    'the key zone stands here a second time: keep one',
  ],
  [
    'no closing bracket',
    'desk.yaml',
    '[mon, thu]',
    '[mon, thu',
    '}\nalerts:\n  all',
    'this is no YAML: Flow ',
  ],
  [
    'no closing quote',
    'feeds.yaml',
    'name: TASS',
    'name: "TASS',
    '',
    'this is no YAML: Missing closing "quote',
  ],
  [
    'a variable without quotes in braces',
    'desk.yaml',
    `'\${SLACK_CHANNEL}'`,
    `\${SLACK_CHANNEL}`,
    '{SLACK_CH',
    `this is no YAML: between { } or [ ] a variable stands in quotes, as '\${NAME}'`,
  ],
  [
    'a second document',
    'desk.yaml',
    'channels:',
    '---\nchannels:',
    '---',
    'a second document begins here: take out the line ---',
  ],
  [
    'an alias of nothing',
    'desk.yaml',
    '[accession]',
    '*list',
    '*list',
    '*list is not set before it is used: write &list before its value',
  ],
  [
    'a tag of another program',
    'desk.yaml',
    'Europe/Kyiv',
    '!env ZONE',
    '!env',
    'this is no YAML: Unresolved tag: !env',
  ],
  ['a key that is no text', 'feeds.yaml', 'tass:', '[tass]:', '[tass]', 'this is no YAML: With stringKeys'],

  // Shapes
  [
    'an unknown key',
    'actors.yaml',
    'gender:',
    'gendre:',
    'gendre',
    'there is no key “gendre” here; did you mean “gender”?',
  ],
  [
    'an unknown key that resembles none',
    'feeds.yaml',
    'country: RU',
    'country: RU\n    colour: red',
    'colour',
    'there is no key “colour” here; the keys are name, country, ownership, feeds',
  ],
  [
    'an unknown key in a list',
    'actors.yaml',
    'until: 2008-05-07 }',
    'until: 2008-05-07, untill: x }',
    'untill',
    'there is no key “untill” here; did you mean “until”?',
  ],
  [
    'an unknown key of a channel',
    'desk.yaml',
    "345678' }",
    "345678', name: x }",
    'name: x',
    'there is no key “name” here; the keys are platform, to',
  ],
  [
    'an unknown key of the lexicon',
    'lexicon/en.yaml',
    'language: en',
    'langauges: x\nlanguage: en',
    'langauges',
    'there is no key “langauges” here; did you mean “language”?',
  ],
  ['a missing key', 'feeds.yaml', 'name: TASS', '# nothing', 'tass:\n', 'name is missing here: add it'],
  [
    'a key without a value',
    'actors.yaml',
    'gender: male',
    'gender:',
    'gender',
    'gender has no value: write one, or take the line out',
  ],
  [
    'text in place of a list',
    'actors.yaml',
    '[Putin, Путін]',
    'Putin\n',
    'Putin\n',
    'expected a list, found text',
  ],
  [
    'a list in place of text',
    'actors.yaml',
    'name: Vladimir Putin',
    'name: [Vladimir, Putin]',
    'name: [',
    'expected text, found a list',
  ],
  [
    'a number in place of text',
    'desk.yaml',
    "'123456789012345678'",
    '123456789012345678',
    '123456789012345678 }',
    'expected text, found a number: put it in quotes',
  ],
  [
    'an empty list',
    'negotiations/talks.yaml',
    '[accession]',
    '[]',
    'terms',
    'this is empty: write at least one',
  ],
  ['an empty text', 'feeds.yaml', 'name: TASS', "name: ' '", "' '", 'this is empty'],
  [
    'an id with capitals',
    'feeds.yaml',
    'tass:',
    'TASS_1:',
    'TASS_1',
    '“TASS_1” is no short name: use small letters, digits and single hyphens',
  ],

  // Values
  [
    'a day that does not exist',
    'actors.yaml',
    '2012-05-07',
    '2012-02-30',
    '2012',
    '“2012-02-30” is no date: write it as 2025-11-27',
  ],
  [
    'an office that ends before it begins',
    'actors.yaml',
    '2008-05-07',
    '1999-05-07',
    '1999',
    'this office ends before it begins: correct from or until',
  ],
  [
    'an office held twice at once',
    'actors.yaml',
    '2008-05-07',
    '2018-05-07',
    '{ title: President of Russia, of: russia, from: 2012',
    'this person holds the same office at the same time',
  ],
  [
    'offices out of order',
    'actors.yaml',
    'from: 2012-05-07',
    'from: 1991-05-07, until: 1992-01-01',
    '{ title: President of Russia, of: russia, from: 1991',
    'offices stand in order of time: move this one up',
  ],
  [
    'another gender',
    'actors.yaml',
    'gender: male',
    'gender: mael',
    'mael',
    '“mael” is not known here; did you mean “male”?',
  ],
  [
    'an address that is none',
    'feeds.yaml',
    'https://tass',
    'tass',
    'tass.example',
    '“tass.example/rss.xml” is no web address: write it whole, as https://example.org/feed.xml',
  ],
  [
    'a file address',
    'feeds.yaml',
    'https://tass',
    'file:///tass',
    'file:',
    'a feed is fetched by http or https alone',
  ],
  [
    'a password in an address',
    'feeds.yaml',
    'https://tass',
    'https://me:pw@tass',
    'https',
    'take the user name and password out of the address',
  ],
  ['no country', 'feeds.yaml', 'RU', 'Russia', 'Russia', '“Russia” is no country: write two capital letters'],
  ['a country that does not exist', 'feeds.yaml', 'RU', 'QQ', 'QQ', '“QQ” is no country'],
  [
    'no language',
    'feeds.yaml',
    ': en',
    ': English!',
    'English!',
    '“English!” is no language tag: write one such as en, uk or pt-BR',
  ],
  ['a language in capitals', 'feeds.yaml', ': en', ': EN', 'EN', '“EN” is no language tag'],
  [
    'too short a time',
    'feeds.yaml',
    ': en',
    ': en, every: 10s',
    '10s',
    '“10s” is no time between polls: write 1m to 6h',
  ],
  [
    'too long a time',
    'feeds.yaml',
    ': en',
    ': en, every: 7h',
    '7h',
    '“7h” is no time between polls: write 1m to 6h',
  ],
  [
    'an unknown ownership',
    'feeds.yaml',
    '{ state: russia }',
    'private',
    'private',
    'write independent, public, or { state: … }',
  ],
  [
    'a time zone',
    'desk.yaml',
    'Europe/Kyiv',
    'Europe/Kyjiv',
    'Europe/Kyjiv',
    '“Europe/Kyjiv” is no time zone; did you mean “Europe/',
  ],
  [
    'an offset as time zone',
    'desk.yaml',
    'Europe/London',
    "'+02:00'",
    "'+02",
    '“+02:00” is no time zone: write one such as Europe/Kyiv',
  ],
  ['a time of day', 'desk.yaml', "'07:30'", '7:30', '7:30', "“7:30” is no time of day: write it as '07:30'"],
  ['an hour that does not exist', 'desk.yaml', '07:30', '24:00', "'24:00'", '“24:00” is no time of day'],
  [
    'days',
    'desk.yaml',
    '[mon, thu]',
    'sometimes',
    'sometimes',
    'write daily, weekdays, or a list such as [mon, thu]',
  ],
  [
    'a day of the week',
    'desk.yaml',
    '[mon, thu]',
    '[mon, thursday]',
    'days: [',
    'write daily, weekdays, or a list such as [mon, thu]',
  ],
  [
    'a quiet day',
    'desk.yaml',
    'quiet: skip',
    'quiet: silence',
    'silence',
    '“silence” is not known here; write one of skip, line',
  ],
  ['an age', 'desk.yaml', '2d', '2 days', '2 days', '“2 days” is no age: write hours or days, as 12h or 2d'],
  [
    'a platform',
    'desk.yaml',
    'platform: slack',
    'platform: slak',
    'slak',
    'platform is one of slack, discord, terminal, not “slak”',
  ],
  ['no platform', 'desk.yaml', 'platform: slack, ', '', 'newsroom: {', 'platform is missing here: add it'],
  [
    'a Slack channel',
    'desk.yaml',
    `\${SLACK_CHANNEL}`,
    '#newsroom',
    "'#newsroom",
    '“#newsroom” is no Slack channel: copy its id',
  ],
  [
    'a Discord channel',
    'desk.yaml',
    '123456789012345678',
    'newsroom',
    "'newsroom'",
    '“newsroom” is no Discord channel: copy its id',
  ],
  [
    'a Slack group',
    'desk.yaml',
    'S0123ABCD',
    '"@desk"',
    '"@desk"',
    '“@desk” is no Slack user group or user: copy its id',
  ],
  [
    'a Discord role',
    'desk.yaml',
    `\${DISCORD_ROLE}`,
    'desk',
    "'desk'",
    '“desk” is no Discord role: copy its id',
  ],
  [
    'a workspace that the environment does not name',
    'desk.yaml',
    `to: '\${SLACK_CHANNEL}'`,
    `to: '\${SLACK_CHANNEL}', space: '\${FAR}'`,
    `'\${FAR}'`,
    'the variable FAR is not set',
  ],
  [
    'a server',
    'desk.yaml',
    `'123456789012345678'`,
    `'123456789012345678', space: T0123`,
    'T0123',
    '“T0123” is no Discord server: copy its id',
  ],
  ['a manager', 'desk.yaml', '[U0123ABCD', '[bob', 'bob', '“bob” is no Slack user: copy the member id'],

  // References
  [
    'a body that speaks for nobody',
    'actors.yaml',
    'speaksFor: russia',
    'speaksFor: rusia',
    'rusia',
    'a state or body of this file is expected; “rusia” is not known here; did you mean “russia”?',
  ],
  [
    'an office of a person',
    'actors.yaml',
    'of: russia, from: 2012',
    'of: putin, from: 2012',
    'putin, from',
    'a state or body of this file is expected; “putin” is not known here',
  ],
  [
    'a party that is no actor',
    'negotiations/talks.yaml',
    'ukraine]',
    'ukrain]',
    'ukrain]',
    'an actor of actors.yaml is expected; “ukrain” is not known here; did you mean “ukraine”?',
  ],
  [
    'a party twice',
    'negotiations/talks.yaml',
    'ukraine]',
    'russia]',
    'russia]',
    '“russia” stands twice in this list: keep one',
  ],
  [
    'a family without title',
    'negotiations/talks.yaml',
    'family: nato',
    'family: otan',
    'otan',
    'a family of this file is expected; “otan” is not known here',
  ],
  [
    'a unit the lexicon does not have',
    'negotiations/talks.yaml',
    '    terms: [accession]',
    '    terms: [accession]\n    units: [elephants]',
    'elephants',
    'a unit of lexicon/en.yaml is expected; “elephants” is not known here',
  ],
  [
    'an outlet of nobody',
    'feeds.yaml',
    'state: russia',
    'state: nobody',
    'nobody',
    'an actor of actors.yaml is expected; “nobody” is not known here',
  ],
  [
    'a channel',
    'desk.yaml',
    'channel: newsroom',
    'channel: newsrom',
    'newsrom,',
    'a channel of this file is expected; “newsrom” is not known here; did you mean “newsroom”?',
  ],
  [
    'an audience',
    'desk.yaml',
    '[desk]',
    '[desks]',
    'desks]',
    'an audience of this file is expected; “desks” is not known here; did you mean “desk”?',
  ],
  [
    'a topic',
    'desk.yaml',
    '[accession]',
    '[acession]',
    'acession',
    'a topic, a family or a negotiation of negotiations/ is expected; “acession” is not known here; did you mean “accession”?',
  ],
  [
    'an actor that is no party',
    'desk.yaml',
    '[russia]',
    '[kremlin]',
    'kremlin',
    'a party of negotiations/ is expected; “kremlin” is not known here; write one of russia, ukraine',
  ],

  // Names used twice
  [
    'an id twice',
    'actors.yaml',
    'bodies:\n',
    'bodies:\n  russia: { name: The Bear }\n',
    'russia: { name: The',
    'the short name “russia” is used twice: give one of them another',
  ],
  [
    'a name twice',
    'actors.yaml',
    '[Moscow]',
    '[ukraine]',
    'ukraine: {',
    '“ukraine” is a name of russia too: leave it to one of them',
  ],
  [
    'a full name of two people',
    'actors.yaml',
    'people:\n',
    'people:\n  other: { name: Anna Putina, aliases: [VLADIMIR PUTIN] }\n',
    'Vladimir Putin\n',
    '“Vladimir Putin” is a name of other too: leave it to one of them',
  ],
  [
    'a feed twice',
    'feeds.yaml',
    'outlets:\n',
    'outlets:\n  other: { name: O, country: INT, ownership: public, feeds: { tass-en: { url: "https://o.example/", language: en } } }\n',
    'tass-en: { url: https://tass',
    'other has a feed “tass-en” too: give one of them another name',
  ],
  [
    'an address twice',
    'feeds.yaml',
    'outlets:\n',
    'outlets:\n  other: { name: O, country: INT, ownership: public, feeds: { o: { url: "https://tass.example/rss.xml", language: en } } }\n',
    'https://tass.example/rss.xml, ',
    'the feed o has this address too: keep one',
  ],

  // Variables
  [
    'a variable that is needed',
    'feeds.yaml',
    'https://tass.example/rss.xml',
    `'\${HOST}/rss.xml'`,
    `'\${HOST}`,
    'the variable HOST is not set: set it in .env, or write the value here',
  ],
  [
    'a secret',
    'feeds.yaml',
    'https://tass.example/rss.xml',
    `'https://x.example/\${DISCORD_TOKEN}'`,
    "'https://x",
    'DISCORD_TOKEN is a secret and is not given to configuration files: take it out',
  ],
];

/** `line:column` of the last place where `words` stand. */
function placeOf(words: string, text: string): string {
  const before = words === '' ? text : text.slice(0, text.lastIndexOf(words));
  const lines = before.split('\n');
  return `${lines.length}:${(lines.at(-1) ?? '').length + 1}`;
}

describe('a mistake is reported at its place, with what to do', () => {
  it.each(mistakes)('%s', (_, file, from, to, where, said) => {
    const files = edited(file, from, to);
    const [found = '', ...more] = lines(files, { DISCORD_TOKEN: 'not-to-be-seen' });
    expect(more).toEqual([]);
    expect(found).toMatch(/^[^:]+:\d+:\d+: /);
    expect(found.split(': ', 1)[0]).toBe(`${file}:${placeOf(where, files[file] ?? '')}`);
    expect(found.slice(found.indexOf(': ') + 2)).toContain(said);
    expect(found).not.toContain('not-to-be-seen');
  });

  it('a file that is missing', () => {
    const { 'feeds.yaml': _, ...rest } = sound;
    expect(lines(rest)).toEqual([
      'feeds.yaml: the file is missing: create it, or point ATTACHE_CONFIG to the folder that has it',
    ]);
  });

  it.each(['', '\uFEFF', '# nothing but a comment\n'])('a file that is empty: %j', text => {
    expect(lines({ ...sound, 'feeds.yaml': text })).toEqual(['feeds.yaml:1:1: the file is empty']);
  });

  it('a file that is a list', () => {
    expect(lines({ ...sound, 'feeds.yaml': '- a\n' })).toEqual([
      'feeds.yaml:1:1: expected keys with values, found a list',
    ]);
  });

  it('a file in another encoding', () => {
    expect(lines({ ...sound, 'feeds.yaml': Uint8Array.from([0x61, 0xe4, 0x3a, 0x20, 0x31]) })).toEqual([
      'feeds.yaml: the file is not UTF-8: save it as UTF-8',
    ]);
  });

  it('a folder in place of a file', () => {
    const { 'desk.yaml': _, ...rest } = sound;
    const folder = folderOf(rest);
    mkdirSync(join(folder, 'desk.yaml'));
    expect(() => loadConfig(folder, readEnv({}))).toThrow(
      'desk.yaml: this is a folder: put a YAML file in its place',
    );
  });

  it('a file in place of a folder', () => {
    const { 'lexicon/en.yaml': _, ...rest } = sound;
    expect(lines({ ...rest, lexicon: 'x' })).toEqual([
      expect.stringMatching(/^lexicon\/en\.yaml: the file is missing/),
    ]);
  });

  it('a configuration that is nowhere', () => {
    const folder = join(folderOf({ file: 'x' }), 'file');
    const said = 'there is no such folder: set ATTACHE_CONFIG to the one that has actors.yaml';
    expect(() => loadConfig(folder, readEnv({}))).toThrow(`${folder}: ${said}`);
  });

  it('an alias of what it stands in', () => {
    expect(lines(edited('desk.yaml', '[mon, thu]', '&days [*days]'))).toEqual([
      'desk.yaml:8:46: write daily, weekdays, or a list such as [mon, thu]',
    ]);
  });

  it('no negotiation', () => {
    const { 'negotiations/talks.yaml': _, ...rest } = sound;
    expect(lines(rest)).toEqual([
      'negotiations: no negotiation is described here: put a YAML file in this folder',
    ]);
  });

  it('a negotiation and a topic in two files', () => {
    const twice = { ...sound, 'negotiations/z.yaml': sound['negotiations/talks.yaml'] ?? '' };
    expect(lines(twice)).toEqual([
      'negotiations/z.yaml:1:5: negotiations/talks.yaml has the short name “talks” too: give one of them another',
      'negotiations/z.yaml:6:3: negotiations/talks.yaml has the short name “accession” too: give one of them another',
    ]);
  });

  it('aliases that stand for one another without end', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (const [name, of] of ['ba', 'cb', 'dc', 'ed', 'fe', 'gf'].map(pair => pair.split(''))) {
      bomb.push(`${name}: &${name} [${Array(9).fill(`*${of}`).join(', ')}]`);
    }
    expect(lines({ ...sound, 'desk.yaml': bomb.join('\n') })[0]).toMatch(
      /^desk\.yaml:\d+:\d+: too many aliases \(\*name\) stand for one another: write the values out$/,
    );
  });

  it('brackets without end', () => {
    expect(lines({ ...sound, 'desk.yaml': `zone: ${'['.repeat(20_000)}` })[0]).toMatch(
      /^desk\.yaml:1:\d+: this is no YAML/,
    );
  });
});

describe('several mistakes', () => {
  it('are reported together, across files and kinds', () => {
    const files = {
      ...edited('desk.yaml', 'channel: newsroom', 'channel: nowhere'),
      'actors.yaml': `${sound['actors.yaml']}    nickname: V\n  lavrov: { name: Sergey Lavrov, offices: [{ title: FM, of: rusia }] }\n`,
      'feeds.yaml': 'outlets:\n\ttass: {}\n',
    };
    expect(lines(files)).toEqual([
      expect.stringMatching(/^actors\.yaml:14:5: there is no key “nickname” here/),
      expect.stringMatching(
        /^actors\.yaml:15:61: a state or body of this file is expected; “rusia” is not known/,
      ),
      'feeds.yaml:2:1: a tab indents this line: indent with spaces',
      expect.stringMatching(/^desk\.yaml:8:23: a channel of this file is expected; “nowhere”/),
    ]);
  });

  it('do not blame what refers to a file that cannot be read', () => {
    expect(problems({ ...sound, 'actors.yaml': 'states: [' })).toHaveLength(1);
    expect(problems({ ...sound, 'negotiations/talks.yaml': 'id: [' })).toHaveLength(1);
  });

  it('do not hide a name of two people behind a shape', () => {
    const files = edited('actors.yaml', 'aliases: [Putin, Путін]', 'aliases: [Putin, Kremlin]\n    age: old');
    expect(lines(files)).toEqual([
      expect.stringContaining('actors.yaml:9:22: “Kremlin” is a name of kremlin too'),
      expect.stringContaining('actors.yaml:10:5: there is no key “age” here'),
    ]);
  });
});

it('two people may share a surname', () => {
  const files = edited(
    'actors.yaml',
    'people:\n',
    'people:\n  other: { name: Anna Putin, aliases: [Putin] }\n',
  );
  expect(loadConfig(folderOf(files), readEnv({})).catalog.actors.get('other')?.name).toBe('Anna Putin');
});
