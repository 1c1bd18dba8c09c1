import { z } from 'zod';
import { lookalikes } from '../core/catalog.ts';
import type { Problem } from '../core/errors.ts';
import { isSecretName } from './secret.ts';
import { type Path, rawAt, type YamlFile } from './yaml.ts';

type Issue = z.core.$ZodIssue;

/** The value of a file as its schema gives it; null where something is wrong, which is then added to `problems`. */
export function checked<T>(file: YamlFile, schema: z.ZodType<T>, problems: Problem[]): T | null {
  const result = schema.safeParse(file.value);
  if (result.success) return result.data;
  problems.push(...result.error.issues.flatMap(issue => problemsOf(issue, file, schema)));
  return null;
}

function problemsOf(issue: Issue, file: YamlFile, schema: z.ZodType): Problem[] {
  const { path } = issue;
  const value = rawAt(file, path);
  if (issue.code === 'unrecognized_keys') return unknownKeys(issue, file, schema);
  if (issue.code === 'invalid_key') return [file.keyProblem(path, issue.issues[0]?.message ?? issue.message)];
  const unset = file.unset(path);
  if (unset.length > 0) return [file.problem(path, unsetVariable(unset))];
  const name = String(path.at(-1) ?? 'the file');
  if (value === undefined) return [file.keyProblem(path, `${name} is missing here: add it`)];
  if (value === null) return [file.problem(path, `${name} has no value: write one, or take the line out`)];
  return [file.problem(path, said(issue, value))];
}

function unsetVariable(names: readonly string[]): string {
  const secret = names.find(isSecretName);
  if (secret) return `${secret} is a secret and is not given to configuration files: take it out`;
  return `the variable ${names.join(', ')} is not set: set it in .env, or write the value here`;
}

function unknownKeys(
  { path, keys }: Issue & { code: 'unrecognized_keys' },
  file: YamlFile,
  schema: z.ZodType,
): Problem[] {
  const known = keysAt(schema, path);
  const message = (key: string): string =>
    `there is no key ${shown(key)} here${suggested(key, known, 'the keys are')}`;
  return keys.map(key => file.keyProblem([...path, key], message(key)));
}

function said(issue: Issue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue.expected, value);
    case 'invalid_value':
      return notOneOf(value, issue.values.map(String));
    case 'too_small':
      return 'this is empty: write at least one';
    case 'invalid_format':
    case 'invalid_union':
    case 'custom':
    case 'too_big':
    case 'not_multiple_of':
    case 'unrecognized_keys':
    case 'invalid_key':
    case 'invalid_element':
      return issue.message;
  }
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  array: 'a list',
  object: 'keys with values',
  record: 'keys with values',
  boolean: 'true or false',
  number: 'a number',
};

function wrongType(expected: string, value: unknown): string {
  const found = Array.isArray(value) ? 'array' : typeof value;
  const quoted = expected === 'string' && (found === 'number' || found === 'boolean' || found === 'bigint');
  const wanted = `expected ${typeNames[expected] ?? expected}, found ${typeNames[found] ?? found}`;
  return quoted ? `${wanted}: put it in quotes` : wanted;
}

export function notOneOf(value: unknown, known: readonly string[]): string {
  const word = typeof value === 'string' ? shown(value) : 'this';
  return `${word} is not known here${suggested(String(value), known, 'write one of')}`;
}

export const shown = (text: string): string => `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`;

/** What was probably meant, else what there is to choose from where that is not too much to read. */
export function suggested(word: string, known: readonly string[], choose: string): string {
  const near = lookalikes(word, known, 2);
  if (near.length > 0) return `; did you mean ${near.map(shown).join(' or ')}?`;
  return known.length > 0 && known.length <= 24 ? `; ${choose} ${known.join(', ')}` : '';
}

/** The keys a schema knows at a path. */
function keysAt(schema: z.core.$ZodType, path: Path): string[] {
  const bare = unwrapped(schema);
  if (bare instanceof z.core.$ZodUnion)
    return [...new Set(bare._zod.def.options.flatMap(one => keysAt(one, path)))];
  if (path.length === 0) return bare instanceof z.core.$ZodObject ? Object.keys(bare._zod.def.shape) : [];
  const next = stepInto(bare, path[0] ?? '');
  return next ? keysAt(next, path.slice(1)) : [];
}

function stepInto(schema: z.core.$ZodType, step: PropertyKey): z.core.$ZodType | null {
  if (schema instanceof z.core.$ZodObject) return schema._zod.def.shape[String(step)] ?? null;
  if (schema instanceof z.core.$ZodRecord) return schema._zod.def.valueType;
  if (schema instanceof z.core.$ZodArray) return schema._zod.def.element;
  return null;
}

function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.core.$ZodDefault) return unwrapped(schema._zod.def.innerType);
  if (schema instanceof z.core.$ZodOptional) return unwrapped(schema._zod.def.innerType);
  if (schema instanceof z.core.$ZodNullable) return unwrapped(schema._zod.def.innerType);
  return schema;
}
