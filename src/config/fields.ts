import { z } from 'zod';
import { notOneOf, shown, suggested } from './problems.ts';

/** Names that are known from the files, null where they cannot be known because a file is not readable. */
export type Known = readonly string[] | null;

export const text = z.string().trim().min(1);

/** Short names by which files refer to each other and people type. */
export const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
  error: ({ input }) =>
    `${shown(String(input))} is no short name: use small letters, digits and single hyphens`,
});

export const texts = z.array(text).default([]);

/** The short name of something that stands elsewhere: `what` says what it has to be, as "an actor". */
export const reference = (known: Known, what: string): z.ZodType<string> =>
  z.string().refine(name => known === null || known.includes(name), {
    error: ({ input }) => `${what} is expected; ${notOneOf(input, known ?? [])}`,
  });

/** References without repetition. */
export const references = (known: Known, what: string): z.ZodType<string[]> =>
  z.array(reference(known, what)).superRefine((names, context) => {
    for (const [index, name] of names.entries()) {
      if (names.indexOf(name) === index) continue;
      context.addIssue({
        code: 'custom',
        path: [index],
        message: `${shown(name)} stands twice in this list: keep one`,
      });
    }
  });

export const zone = z.string().refine(isZone, {
  error: ({ input }) => {
    const meant = suggested(String(input), Intl.supportedValuesOf('timeZone'), '');
    return `${shown(String(input))} is no time zone${meant || ': write one such as Europe/Kyiv'}`;
  },
});

function isZone(name: string): boolean {
  try {
    // Offsets such as +02:00 are refused: they do not follow the changes of the clocks.
    return /^[A-Za-z]/.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }) !== null;
  } catch {
    return false;
  }
}
