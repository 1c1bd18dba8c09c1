import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Catalog, catalog } from '../core/catalog.ts';
import type { Desk } from '../core/desk.ts';
import { ConfigError, type Problem } from '../core/errors.ts';
import type { Lexicon } from '../core/lexicon.ts';
import { actorIds, actors, actorsSchema, sharedNames } from './actors.ts';
import { desk, deskSchema } from './desk.ts';
import type { Env } from './env.ts';
import { feeds, feedsSchema, outlets, repeatedFeeds } from './feeds.ts';
import type { Known } from './fields.ts';
import { lexiconSchema, unitNames } from './lexicon.ts';
import { fieldIds, negotiation, negotiationSchema, partyIds, repeatedIds } from './negotiations.ts';
import { checked } from './problems.ts';
import { onDisk, rawKeys, readYaml, type YamlFile } from './yaml.ts';

export interface Config {
  readonly catalog: Catalog;
  readonly desk: Desk;
  readonly lexicon: Lexicon;
}

/**
 * Reads the configuration in `folder`; what it lacks is taken from `base`. Throws a ConfigError with everything that is
 * wrong in any file.
 */
export function loadConfig(folder: string, env: Pick<Env, 'variable'>, base: string | null = null): Config {
  if (onDisk(folder) !== 'folder')
    throw new ConfigError([
      problem(folder, 'there is no such folder: set ATTACHE_CONFIG to the one that has actors.yaml'),
    ]);
  const problems: Problem[] = [];
  const files = readFiles(folder, base, env, problems);
  problems.push(...repetitions(files));
  const config = assembled(files, problems);
  if (config === null || problems.length > 0) throw new ConfigError(inOrder(problems));
  return config;
}

const problem = (file: string, message: string): Problem => ({ file, line: null, column: null, message });

/** Null where a file could not be read; what would refer to it is then not blamed. */
interface Files {
  readonly actors: YamlFile | null;
  readonly negotiations: readonly (YamlFile | null)[];
  readonly feeds: YamlFile | null;
  readonly desk: YamlFile | null;
  readonly lexicon: YamlFile | null;
}

function readFiles(
  folder: string,
  base: string | null,
  env: Pick<Env, 'variable'>,
  problems: Problem[],
): Files {
  const read = (name: string): YamlFile | null => {
    const lacking = onDisk(join(folder, name)) === 'nothing';
    const result = readYaml(lacking && base !== null ? base : folder, name, env.variable);
    if ('file' in result) return result.file;
    problems.push(...result.problems);
    return null;
  };
  const names = negotiationNames(folder, base);
  if (names.length === 0)
    problems.push(
      problem('negotiations', 'no negotiation is described here: put a YAML file in this folder'),
    );
  return {
    actors: read('actors.yaml'),
    negotiations: names.map(read),
    feeds: read('feeds.yaml'),
    desk: read('desk.yaml'),
    lexicon: read('lexicon/en.yaml'),
  };
}

function negotiationNames(folder: string, base: string | null): string[] {
  const names = yamlFiles(folder, 'negotiations');
  return names.length === 0 && base !== null ? yamlFiles(base, 'negotiations') : names;
}

function yamlFiles(folder: string, name: string): string[] {
  if (onDisk(join(folder, name)) !== 'folder') return [];
  const files = readdirSync(join(folder, name)).filter(file => /^[^.].*\.ya?ml$/.test(file));
  return files.sort().map(file => `${name}/${file}`);
}

/** What no schema sees: the same name in two places. */
function repetitions({ actors, negotiations, feeds }: Files): Problem[] {
  return [
    ...(actors ? sharedNames(actors) : []),
    ...repeatedIds(negotiations.filter(file => file !== null)),
    ...(feeds ? repeatedFeeds(feeds) : []),
  ];
}

function assembled(files: Files, problems: Problem[]): Config | null {
  const known = knownIn(files);
  const actorsRead = files.actors && checked(files.actors, actorsSchema(files.actors), problems);
  const negotiations = files.negotiations.map(
    file => file && checked(file, negotiationSchema(file, known.actors, known.units), problems),
  );
  const feedsRead = files.feeds && checked(files.feeds, feedsSchema(known.actors), problems);
  const deskRead = files.desk && checked(files.desk, deskSchema(files.desk, known), problems);
  const lexicon = files.lexicon && checked(files.lexicon, lexiconSchema, problems);
  if (!actorsRead || !feedsRead || !deskRead || !lexicon) return null;

  const parts = {
    negotiations: negotiations.filter(read => read !== null).map(negotiation),
    actors: actors(actorsRead),
    outlets: outlets(feedsRead),
    feeds: feeds(feedsRead),
  };
  const read = catalog(parts);
  return { catalog: read, desk: desk(deskRead, read), lexicon };
}

interface KnownNames {
  readonly actors: Known;
  readonly outlets: Known;
  readonly units: Known;
  readonly fields: Known;
  readonly parties: Known;
}

function knownIn({ actors, negotiations, feeds, lexicon }: Files): KnownNames {
  const readable = negotiations.filter(file => file !== null);
  const complete = readable.length === negotiations.length && readable.length > 0;
  return {
    actors: actors && actorIds(actors),
    units: lexicon && unitNames(lexicon),
    outlets: feeds && rawKeys(feeds, 'outlets'),
    fields: complete ? readable.flatMap(fieldIds) : null,
    parties: complete ? [...new Set(readable.flatMap(partyIds))] : null,
  };
}

const order = ['actors.yaml', 'negotiations', 'feeds.yaml', 'desk.yaml', 'lexicon/en.yaml'];

function inOrder(problems: readonly Problem[]): Problem[] {
  const rank = ({ file }: Problem): number => order.findIndex(name => file.startsWith(name));
  return problems.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      a.file.localeCompare(b.file) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0),
  );
}
