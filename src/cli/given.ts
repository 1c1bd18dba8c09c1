import { readFileSync, statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { envFrom } from '../config/env.ts';
import { UserError } from '../core/errors.ts';
import { decoded } from '../feeds/decode.ts';
import { fetcher } from '../feeds/fetch.ts';
import type { Limits } from '../feeds/stopwatch.ts';

/** A document that was named on the command line, a file or an address. */
export interface Given {
  readonly doc: string;
  readonly text: string;
  /** Where it came from; null for a file. */
  readonly url: string | null;
  readonly contentType: string | null;
}

/** Reads a file, or fetches an address with the care that feeds get. Throws a UserError that says what was seen. */
export async function given(
  name: string,
  accept: string,
  limits: Limits,
  contentType: string | null,
): Promise<Given> {
  return /^https?:\/\//i.test(name) ? fetched(name, accept, limits) : fromFile(name, contentType);
}

/** The bytes of a file. Throws a UserError where it is none that can be read. */
export function bytesOf(name: string): Buffer {
  const found = statSync(name, { throwIfNoEntry: false });
  if (!found) throw new UserError(`There is no file ${name}.`);
  if (found.isDirectory()) throw new UserError(`${name} is a folder. Name the files in it.`);
  try {
    return readFileSync(name);
  } catch (cause) {
    throw new UserError(`${name} cannot be read (${(cause as NodeJS.ErrnoException).code}).`, { cause });
  }
}

function fromFile(name: string, contentType: string | null): Given {
  const text = decoded(bytesOf(name), contentType);
  return { doc: basename(name, extname(name)), text, url: null, contentType };
}

async function fetched(url: string, accept: string, limits: Limits): Promise<Given> {
  const fetch = fetcher(envFrom('.'));
  try {
    const answer = await fetch.get(url, { accept, limits, validators: { etag: null, lastModified: null } });
    if (answer.outcome === 'ok') {
      const { bytes, contentType } = answer;
      return { doc: url, text: decoded(bytes, contentType), url: answer.url, contentType };
    }
    throw new UserError(`${url}: ${'detail' in answer ? answer.detail : answer.outcome}`);
  } finally {
    await fetch.close();
  }
}
