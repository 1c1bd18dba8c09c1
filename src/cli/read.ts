import { existsSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { documentLine } from '../app/document.ts';
import { envFrom } from '../config/env.ts';
import { loadConfig } from '../config/load.ts';
import { UserError } from '../core/errors.ts';
import type { Reading, Statement } from '../core/statement.ts';
import type { Instant } from '../core/time.ts';
import { utterances } from '../core/utterance.ts';
import { articleIn } from '../feeds/article.ts';
import { decoded } from '../feeds/decode.ts';
import { read as readText } from '../reading/read.ts';
import { bytesOf } from './given.ts';
import { printLine, type Subcommand } from './subcommand.ts';

/** A text to read, and what is known about it. */
interface Given {
  readonly file: string;
  readonly at: Instant;
  readonly outlet: string;
}

interface Document {
  readonly doc: string;
  readonly given: Given;
  readonly reading: Reading;
}

export const read: Subcommand = {
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { articles: { type: 'string' } },
      allowPositionals: true,
    });
    const listed = values.articles ? articleList(values.articles) : [];
    const given = [...listed, ...positionals.map(file => ({ file, at: Date.now(), outlet: '' }))];
    if (given.length === 0)
      throw new UserError('read needs files. For example: npm run -s attache -- read article.txt');
    const documents = given.map(readDocument(envFrom('.')));
    if (values.articles) printLine({ utterances: utteranceRefs(documents) });
    return 0;
  },
};

function readDocument(env: ReturnType<typeof envFrom>): (given: Given) => Document {
  const { catalog, lexicon } = loadConfig(env.config, env);
  return given => {
    const { text, extracted } = textOf(given.file);
    const doc = basename(given.file, extname(given.file));
    const reading = readText(text, { catalog, lexicon, at: given.at });
    const line = documentLine(doc, reading, text);
    printLine(extracted ? { ...line, text } : line);
    return { doc, given, reading };
  };
}

/** The text of a file: as it is, or the article that is found in a page. */
function textOf(file: string): { text: string; extracted: boolean } {
  const bytes = bytesOf(file);
  if (!/^\.html?$/i.test(extname(file))) return { text: bytes.toString('utf8'), extracted: false };
  const { title, text } = articleIn(decoded(bytes, null), `file:///${basename(file)}`);
  return { text: [title, text].filter(Boolean).join('\n\n'), extracted: true };
}

function articleList(file: string): Given[] {
  const lines = bytesOf(file).toString('utf8').split('\n');
  return lines.flatMap((line, i) =>
    line.trim() === '' ? [] : [listEntry(line, `${file}:${i + 1}`, dirname(file))],
  );
}

function listEntry(line: string, place: string, folder: string): Given {
  const entry = jsonObject(line, place);
  const { file, published, outlet } = entry;
  if (typeof file !== 'string')
    throw new UserError(
      `${place}: "file" is missing. Each line is {"file", "published", "outlet", "title", "url"}.`,
    );
  const at = published === undefined || published === null ? Date.now() : Date.parse(String(published));
  if (Number.isNaN(at))
    throw new UserError(
      `${place}: "published" is no date: ${String(published).slice(0, 40)}. Write 2025-11-27T12:00:00Z.`,
    );
  return {
    file: existsSync(file) ? file : join(folder, file),
    at,
    outlet: typeof outlet === 'string' ? outlet : '',
  };
}

function jsonObject(line: string, place: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch (cause) {
    throw new UserError(`${place}: this line is no JSON.`, { cause });
  }
  throw new UserError(`${place}: this line is no JSON object.`);
}

/** Groups of statements that report the same utterance, as `document#statement`. */
function utteranceRefs(documents: readonly Document[]): string[][] {
  const statements = documents.flatMap(({ doc, given, reading }) =>
    reading.statements.map((found): Statement => {
      const place = { article: doc, outlet: given.outlet, url: '', copyOf: null, at: given.at, quiet: true };
      const ref = `${doc}#${found.id}`;
      return { ...found, ...place, ref, standing: 'current', corrections: [] };
    }),
  );
  return utterances(statements).map(({ renderings }) => renderings.map(({ ref }) => ref));
}
