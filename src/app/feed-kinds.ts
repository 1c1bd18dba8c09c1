import { UserError } from '../core/errors.ts';
import type { Ownership } from '../core/feed.ts';
import type { Kind } from './command.ts';
import { cut, matching, plainChoice } from './completion.ts';
import { party } from './kinds.ts';

/** An address on the web, as a person pastes it: Slack puts it between `<` and `>`. */
export const address: Kind<string> = {
  name: 'web address',
  parse(word) {
    const typed = /^<([^<>|]*)(?:\|[^<>]*)?>$/.exec(word.trim())?.[1] ?? word.trim();
    const url = URL.parse(typed);
    if (!url) throw noAddress(typed);
    if (url.protocol !== 'https:' && url.protocol !== 'http:') {
      throw new UserError(`“${cut(typed)}” is not on the web. An address begins with https:// or http://.`);
    }
    if (url.username || url.password)
      throw new UserError(
        'Take the user name and password out of the address: they would be kept and shown.',
      );
    url.hash = '';
    return url.href;
  },
  complete: () => [],
};

/** `kyivindependent.com/feed` is what people read aloud. */
function noAddress(typed: string): UserError {
  const whole = /^[\w-]+(?:\.[\w-]+)+(?:[/:?]\S*)?$/.test(typed) ? [`https://${typed}`] : [];
  const hint = 'Write it whole, as https://news.example/feed.xml.';
  return new UserError(`“${cut(typed)}” is no web address. ${hint}`, { suggestions: whole });
}

const languages = ['en', 'uk', 'ru', 'de', 'fr', 'pl', 'es', 'it', 'pt', 'tr', 'ar', 'zh', 'he'];

/** A BCP 47 tag: `en`, `uk`, `pt-BR`. */
export const language: Kind<string> = {
  name: 'language',
  parse(word) {
    const found = tagOf(word.trim());
    if (found) return found;
    throw new UserError(`“${cut(word)}” is no language tag. Write one such as en, uk or pt-BR.`, {
      suggestions: ['en', 'uk', 'ru'],
    });
  },
  complete: part => matching(part, languages.map(plainChoice)),
};

function tagOf(word: string): string | null {
  try {
    return /^[a-z]{2,3}\b/i.test(word) ? (Intl.getCanonicalLocales(word)[0] ?? null) : null;
  } catch {
    return null;
  }
}

/** Whose voice an outlet is: `independent`, `public`, or the party that owns it. */
export const ownership: Kind<Ownership> = {
  name: 'ownership',
  parse(word, about) {
    const kind = (['independent', 'public'] as const).find(each => each === word.trim().toLowerCase());
    return kind ? { kind } : { kind: 'state', of: party.parse(word, about).id };
  },
  complete: (part, about) => [
    ...matching(part, ['independent', 'public'].map(plainChoice)),
    ...party.complete(part, about),
  ],
};

const longestName = 60;

/** What an outlet is called. */
export const outletName: Kind<string> = {
  name: 'outlet',
  parse(word) {
    const typed = word.replace(/\s+/g, ' ').trim().toWellFormed();
    if (/[\p{L}\p{N}]/u.test(typed) && typed.length <= longestName) return typed;
    throw new UserError(
      `“${cut(word)}” is no name of an outlet: give one of at most ${longestName} letters.`,
    );
  },
  complete: (part, { catalog }) => {
    const known = [...catalog.outlets.values()].map(({ id, name }) => ({ name, value: id, names: [id] }));
    return matching(part, known);
  },
};
