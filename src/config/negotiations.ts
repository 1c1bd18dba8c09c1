import { z } from 'zod';
import type { Problem } from '../core/errors.ts';
import type { Negotiation, Topic } from '../core/topic.ts';
import { id, type Known, reference, references, text, texts } from './fields.ts';
import { shown } from './problems.ts';
import { rawAt, rawKeys, rawText, rawTexts, type YamlFile } from './yaml.ts';

export const topicIds = (file: YamlFile): string[] => rawKeys(file, 'topics');

/** What rules may narrow themselves by: a topic, a family of topics, or the negotiation. */
export const fieldIds = (file: YamlFile): string[] => [
  ...topicIds(file),
  ...rawKeys(file, 'families'),
  ...rawText(file, 'id'),
];

export const partyIds = (file: YamlFile): string[] => rawTexts(file, 'parties');

/** The schema of one file in `negotiations/`; its topics refer to its own families. */
export function negotiationSchema(file: YamlFile, actors: Known, units: Known) {
  const topic = z.strictObject({
    family: reference(rawKeys(file, 'families'), 'a family of this file'),
    title: text,
    proposition: text,
    descriptive: z.boolean().default(false),
    terms: z.array(text).min(1),
    named: texts,
    faint: texts,
    pro: texts,
    contra: texts,
    units: references(units, 'a unit of lexicon/en.yaml').default([]),
  });
  return z.strictObject({
    id,
    title: text,
    parties: references(actors, 'an actor of actors.yaml'),
    families: z.record(id, text),
    topics: z.record(id, topic),
  });
}

type NegotiationFile = z.infer<ReturnType<typeof negotiationSchema>>;

export function negotiation({ topics, ...of }: NegotiationFile): Negotiation {
  return {
    ...of,
    topics: Object.entries(topics).map(([id, topic]): Topic => ({ id, negotiation: of.id, ...topic })),
  };
}

/** Negotiations and topics whose id another file has already used. */
export function repeatedIds(files: readonly YamlFile[]): Problem[] {
  const negotiations = new Map<string, YamlFile>();
  const topics = new Map<string, YamlFile>();
  return files.flatMap(file => {
    const own = rawAt(file, ['id']);
    const repeated = typeof own === 'string' ? [repetition(negotiations, own, file, ['id'])] : [];
    return [...repeated, ...topicIds(file).map(id => repetition(topics, id, file, ['topics', id]))].filter(
      problem => problem !== null,
    );
  });
}

function repetition(
  seen: Map<string, YamlFile>,
  id: string,
  file: YamlFile,
  path: readonly string[],
): Problem | null {
  const other = seen.get(id);
  seen.set(id, other ?? file);
  return other
    ? file.problem(path, `${other.name} has the short name ${shown(id)} too: give one of them another`)
    : null;
}
