import { z } from 'zod';
import type { Actor, Office } from '../core/actor.ts';
import { folded } from '../core/catalog.ts';
import type { Problem } from '../core/errors.ts';
import { day, type Instant } from '../core/time.ts';
import { id, type Known, reference, text, texts } from './fields.ts';
import { shown } from './problems.ts';
import { rawAt, rawKeys, rawTexts, type YamlFile } from './yaml.ts';

const sections = ['states', 'bodies', 'people'] as const;

export const actorIds = (file: YamlFile): string[] => sections.flatMap(section => rawKeys(file, section));

const date = z.iso.date({
  error: ({ input }) => `${shown(String(input))} is no date: write it as 2025-11-27`,
});

const officeSchema = (states: Known) =>
  z
    .strictObject({
      title: text,
      aliases: texts,
      of: reference(states, 'a state or body of this file'),
      from: date.optional(),
      until: date.optional(),
    })
    .refine(({ from, until }) => from === undefined || until === undefined || from <= until, {
      error: 'this office ends before it begins: correct from or until',
      path: ['until'],
    });

type OfficeEntry = z.infer<ReturnType<typeof officeSchema>>;

const officesSchema = (states: Known) =>
  z
    .array(officeSchema(states))
    .default([])
    .superRefine((offices, context) => {
      for (const [index, office] of offices.entries()) {
        const message = index > 0 ? orderFault(offices.slice(0, index), office) : null;
        if (message) context.addIssue({ code: 'custom', path: [index], message });
      }
    });

function orderFault(earlier: readonly OfficeEntry[], office: OfficeEntry): string | null {
  const twice = earlier.some(other => isSame(other, office) && overlap(other, office));
  if (twice) return 'this person holds the same office at the same time: correct the dates';
  const before = earlier.at(-1)?.from;
  const unordered = before !== undefined && office.from !== undefined && office.from < before;
  return unordered ? 'offices stand in order of time: move this one up' : null;
}

const isSame = (one: OfficeEntry, other: OfficeEntry): boolean =>
  one.title === other.title && one.of === other.of;

const [beginning, end] = ['0000-01-01', '9999-12-31'];

/** Leaving and entering on the same day is no overlap. */
const overlap = (one: OfficeEntry, other: OfficeEntry): boolean =>
  (one.from ?? beginning) < (other.until ?? end) && (other.from ?? beginning) < (one.until ?? end);

/** The schema of `actors.yaml`, which refers to its own states and bodies. */
export function actorsSchema(file: YamlFile) {
  const states = [...rawKeys(file, 'states'), ...rawKeys(file, 'bodies')];
  const speaksFor = reference(states, 'a state or body of this file').optional();
  const gender = z.enum(['female', 'male']).optional();
  const named = { name: text, aliases: texts };
  const state = z.strictObject({ ...named, adjectives: texts });
  const body = z.strictObject({ ...named, adjectives: texts, speaksFor });
  const person = z.strictObject({ ...named, gender, offices: officesSchema(states) });
  return z.strictObject({
    states: z.record(id, state).default({}),
    bodies: z.record(id, body).default({}),
    people: z.record(id, person).default({}),
  });
}

type ActorsFile = z.infer<ReturnType<typeof actorsSchema>>;

export function actors({ states, bodies, people }: ActorsFile): Actor[] {
  return [
    ...Object.entries(states).map(([id, state]): Actor => ({ ...none, ...state, id, kind: 'state' })),
    ...Object.entries(bodies).map(
      ([id, { speaksFor = null, ...body }]): Actor => ({ ...none, ...body, speaksFor, id, kind: 'body' }),
    ),
    ...Object.entries(people).map(([id, entry]) => person(id, entry)),
  ];
}

const none = { speaksFor: null, adjectives: [], gender: null, offices: [] };

function person(id: string, { gender, offices, ...named }: ActorsFile['people'][string]): Actor {
  return { ...none, ...named, id, kind: 'person', gender: gender ?? null, offices: offices.map(office) };
}

function office({ from, until, ...held }: OfficeEntry): Office {
  return {
    ...held,
    from: from === undefined ? null : midnight(from),
    until: until === undefined ? null : midnight(until) + day,
  };
}

/** Days in office begin and end at midnight UTC: no text is exact to the hour about it. */
const midnight = (date: string): Instant => Date.parse(`${date}T00:00Z`);

interface Named {
  readonly id: string;
  readonly section: (typeof sections)[number];
  readonly name: string;
  readonly path: readonly PropertyKey[];
}

/** Ids used twice, and names by which two actors could be meant. Works on a file with other problems too. */
export function sharedNames(file: YamlFile): Problem[] {
  const owners = new Map<string, Named[]>();
  return names(file).flatMap(named => {
    const key = folded(named.name);
    const known = owners.get(key) ?? [];
    if (known.some(other => isSameActor(named, other))) return [];
    owners.set(key, [...known, named]);
    const message = known[0] ? sharing(named, known[0]) : null;
    return message ? [file.problem(named.path, message)] : [];
  });
}

const isSameActor = (one: Named, other: Named): boolean =>
  one.id === other.id && one.section === other.section;

function sharing(named: Named, other: Named): string | null {
  if (named.id === other.id)
    return `the short name ${shown(named.id)} is used twice: give one of them another`;
  // People may share a surname; the reading then asks for more than the surname.
  const people = named.section === 'people' && other.section === 'people';
  if (people && !/\s/.test(named.name.trim())) return null;
  return `${shown(named.name)} is a name of ${other.id} too: leave it to one of them`;
}

function names(file: YamlFile): Named[] {
  return sections.flatMap(section => rawKeys(file, section).flatMap(id => namesAt(file, section, id)));
}

function namesAt(file: YamlFile, section: Named['section'], id: string): Named[] {
  const path = [section, id];
  const name = rawAt(file, [...path, 'name']);
  const own = typeof name === 'string' ? [{ name, path: [...path, 'name'] }] : [];
  const aliases = rawTexts(file, ...path, 'aliases').map((alias, index) => ({
    name: alias,
    path: [...path, 'aliases', index],
  }));
  return [{ name: id, path }, ...own, ...aliases].map(named => ({ ...named, id, section }));
}
