import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type ParsedNode,
  parseDocument,
  type Scalar,
  visit,
  type YAMLError,
} from 'yaml';
import type { Problem } from '../core/errors.ts';

export type Path = readonly PropertyKey[];

/** The value of an environment variable, null where it is not set. */
export type Variable = (name: string) => string | null;

/** A YAML file as read, with the place of everything in it. */
export interface YamlFile {
  /** Relative to the configuration's folder. */
  readonly name: string;
  readonly value: unknown;
  /** The variables without which the value at `path` is null. */
  unset(path: Path): readonly string[];
  /** A problem at the value of `path`, or at the nearest thing above it that stands in the file. */
  problem(path: Path, message: string): Problem;
  /** The same at the key of `path`. */
  keyProblem(path: Path, message: string): Problem;
}

export type ReadYaml = { readonly file: YamlFile } | { readonly problems: readonly Problem[] };

/**
 * Reads `folder/name`. `${NAME}` in a string is replaced; where a variable is not set, the whole string
 * becomes null. `$${NAME}` is `${NAME}` itself.
 */
export function readYaml(folder: string, name: string, variable: Variable): ReadYaml {
  const text = textOf(join(folder, name));
  if ('fault' in text) return { problems: [{ file: name, line: null, column: null, message: text.fault }] };
  return parsedYaml(name, text.text, variable);
}

/** What stands at a path on the disk. */
export function onDisk(path: string): 'file' | 'folder' | 'nothing' {
  try {
    const found = statSync(path);
    return found.isDirectory() ? 'folder' : 'file';
  } catch {
    return 'nothing';
  }
}

const missing = 'the file is missing: create it, or point ATTACHE_CONFIG to the folder that has it';

function textOf(path: string): { text: string } | { fault: string } {
  const found = onDisk(path);
  if (found === 'nothing') return { fault: missing };
  if (found === 'folder') return { fault: 'this is a folder: put a YAML file in its place' };
  try {
    // `ignoreBOM: false` takes a byte order mark off.
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(readFileSync(path)) };
  } catch (error) {
    if (error instanceof TypeError) return { fault: 'the file is not UTF-8: save it as UTF-8' };
    return { fault: `the file cannot be read: ${error instanceof Error ? error.message : error}` };
  }
}

function parsedYaml(name: string, text: string, variable: Variable): ReadYaml {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true });
  const at = ({ offset, message }: Fault): Problem => {
    const { line, col } = lines.linePos(offset);
    return { file: name, line, column: col, message };
  };
  const errors = [...document.errors, ...document.warnings];
  if (errors.length > 0) return { problems: syntaxFaults(errors, text).map(at) };
  if (document.contents === null) return { problems: [at({ offset: 0, message: 'the file is empty' })] };

  const unset = substitute(document, variable);
  const read = plainValue(document);
  if ('message' in read) return { problems: [at(read)] };
  const file: YamlFile = {
    name,
    value: read.value,
    unset: path => unset.get(nodeAt(document, path)) ?? [],
    problem: (path, message) => at({ offset: valueOffset(document, path), message }),
    keyProblem: (path, message) => at({ offset: keyOffset(document, path), message }),
  };
  return { file };
}

interface Fault {
  readonly offset: number;
  readonly message: string;
}

/** Mistakes after which the parser still knows where it is. All others make it stumble over what follows. */
const harmless = ['DUPLICATE_KEY', 'TAG_RESOLVE_FAILED', 'BAD_DQ_ESCAPE'];

function syntaxFaults(errors: readonly YAMLError[], text: string): Fault[] {
  const tabs = [...text.matchAll(/^ *\t/gm)];
  const message = 'a tab indents this line: indent with spaces';
  // The parser says many things of a tab, depending on what follows.
  if (tabs.length > 0) return tabs.map(({ index }) => ({ offset: index, message }));
  const inOrder = errors.toSorted((a, b) => a.pos[0] - b.pos[0]);
  const lost = inOrder.findIndex(({ code }) => !harmless.includes(code));
  const told = lost < 0 ? inOrder : inOrder.slice(0, lost + 1);
  return told.map(error => ({ offset: error.pos[0], message: syntax(error, text) }));
}

function syntax({ code, pos, message }: YAMLError, text: string): string {
  const [start] = pos;
  if (code === 'DUPLICATE_KEY') return `the key ${keyText(text, start)} stands here a second time: keep one`;
  if (code === 'MULTIPLE_DOCS') return 'a second document begins here: take out the line ---';
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const bare = before.endsWith('$') && /[{[]/.test(before);
  if (bare) return `this is no YAML: between { } or [ ] a variable stands in quotes, as '\${NAME}'`;
  return `this is no YAML: ${message}`;
}

const keyText = (text: string, start: number): string => /^[^:\n]+/.exec(text.slice(start))?.[0].trim() ?? '';

/** Replaces `${NAME}` in all string values. Returns the variables that were not set, by the node that needs them. */
function substitute(document: Document.Parsed, variable: Variable): ReadonlyMap<unknown, readonly string[]> {
  const unset = new Map<unknown, readonly string[]>();
  visit(document, {
    Scalar(key, node) {
      if (key === 'key' || typeof node.value !== 'string') return;
      const missing: string[] = [];
      const text = node.value.replace(/\$?\$\{([A-Za-z_]\w*)\}/g, (found, name: string) => {
        if (found.startsWith('$$')) return found.slice(1);
        const value = variable(name);
        if (value === null) missing.push(name);
        return value ?? '';
      });
      node.value = missing.length > 0 ? null : text;
      if (missing.length > 0) unset.set(node, missing);
    },
  });
  return unset;
}

/** An alias may stand for as many nodes as this before the file is taken for an attack. */
const maxAliasCount = 100;

function plainValue(document: Document.Parsed): { value: unknown } | Fault {
  const aliases: Alias[] = [];
  visit(document, { Alias: (_, node) => void aliases.push(node) });
  const offsetOf = (alias: Alias | undefined): number => alias?.range?.[0] ?? 0;
  const loose = aliases.find(alias => !alias.resolve(document));
  if (loose) {
    const name = loose.source;
    return {
      offset: offsetOf(loose),
      message: `*${name} is not set before it is used: write &${name} before its value`,
    };
  }
  try {
    return { value: document.toJS({ maxAliasCount }) };
  } catch {
    const message = 'too many aliases (*name) stand for one another: write the values out';
    return { offset: offsetOf(aliases.at(-1)), message };
  }
}

/** What a file has at a path, whatever its shape; undefined where there is nothing. */
export function rawAt(file: YamlFile, path: Path): unknown {
  let found = file.value;
  for (const step of path) found = (found as Record<PropertyKey, unknown> | null | undefined)?.[step];
  return found;
}

/** The keys of a map in a file that may not have the right shape. */
export function rawKeys(file: YamlFile, ...path: readonly string[]): string[] {
  const found = rawAt(file, path);
  return typeof found === 'object' && found !== null && !Array.isArray(found) ? Object.keys(found) : [];
}

export function rawTexts(file: YamlFile, ...path: readonly string[]): string[] {
  const found = rawAt(file, path);
  return Array.isArray(found) ? found.filter(item => typeof item === 'string') : [];
}

/** The text at a path as it stands, before any check; none where there is no text. */
export function rawText(file: YamlFile, ...path: readonly string[]): string[] {
  const found = rawAt(file, path);
  return typeof found === 'string' ? [found] : [];
}

/** The node of a key's value or a list's item; null where the file has none. */
function nodeAt(document: Document.Parsed, path: Path): Node | null {
  let node: Node | null = document.contents;
  for (const step of path) node = child(resolved(document, node), step)?.value ?? null;
  return resolved(document, node);
}

const resolved = (document: Document.Parsed, node: Node | null): Node | null =>
  isAlias(node) ? (node.resolve(document) ?? null) : node;

function child(node: Node | null, step: PropertyKey): { key: Node | null; value: Node | null } | null {
  if (isSeq<ParsedNode>(node)) {
    const value = node.items[Number(step)] ?? null;
    return value && { key: value, value };
  }
  if (!isMap<ParsedNode, ParsedNode | null>(node)) return null;
  const pair = node.items.find(({ key }) => isScalar(key) && (key as Scalar).value === step);
  return pair ? { key: pair.key, value: pair.value } : null;
}

function valueOffset(document: Document.Parsed, path: Path): number {
  const node = nodeAt(document, path);
  // A value that is not written (`key:`) has no place of its own.
  const written = node?.range && node.range[1] > node.range[0];
  // A map below its key begins on the next line; the key says better what is meant.
  if (!written || isMap(node) || isSeq(node)) return keyOffset(document, path);
  return node.range?.[0] ?? 0;
}

function keyOffset(document: Document.Parsed, path: Path): number {
  let node: Node | null = document.contents;
  let offset = node?.range?.[0] ?? 0;
  for (const step of path) {
    const found = child(resolved(document, node), step);
    if (!found) return offset;
    offset = found.key?.range?.[0] ?? offset;
    node = found.value;
  }
  return offset;
}
