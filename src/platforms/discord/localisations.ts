import * as de from './localisations/de.ts';
import * as es from './localisations/es.ts';
import * as fr from './localisations/fr.ts';
import * as ru from './localisations/ru.ts';
import * as uk from './localisations/uk.ts';

/** The languages, beside English, in which Discord shows the commands. */
export const locales = ['uk', 'ru', 'de', 'fr', 'es-ES'] as const;

export type Localised = Readonly<Record<(typeof locales)[number], string>>;

type Table<English extends string> = Readonly<Record<English, string>>;

/** The tables of all languages have the keys of the Ukrainian one: the compiler says what one of them lacks. */
function gathered<English extends string>(
  tables: Readonly<Record<(typeof locales)[number], Table<English>>>,
): Readonly<Record<string, Localised>> {
  const inAll = (english: English): Localised => ({
    uk: tables.uk[english],
    ru: tables.ru[english],
    de: tables.de[english],
    fr: tables.fr[english],
    'es-ES': tables['es-ES'][english],
  });
  const english = Object.keys(tables.uk) as English[];
  return Object.fromEntries(english.map(each => [each, inAll(each)]));
}

/** Names of commands, subcommands and options. What is not here keeps its English name. */
export const names = gathered({
  uk: uk.names,
  ru: ru.names,
  de: de.names,
  fr: fr.names,
  'es-ES': es.names,
});

/**
 * Descriptions by the English ones, so that a translation never outlives what it translates. Words that have to be typed
 * (`latest`, `daily`, `supports`) stay as they are.
 */
export const descriptions = gathered({
  uk: uk.descriptions,
  ru: ru.descriptions,
  de: de.descriptions,
  fr: fr.descriptions,
  'es-ES': es.descriptions,
});

/** English words in a person's language where they are known in it: `uk`; `en-US` has none. */
export const localised = (
  english: string,
  words: Readonly<Record<string, Localised>>,
  locale: string,
): string => new Map<string, string>(Object.entries(words[english] ?? {})).get(locale) ?? english;
