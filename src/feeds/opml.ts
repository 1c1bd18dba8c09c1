import { hostAndPort, PrivateAddress, refusePrivateHost, webAddress } from './addresses.ts';
import { plainTitle } from './draft.ts';
import { Ended } from './ended.ts';
import { type Tag, tags } from './tags.ts';

/** A feed in a list of feeds. */
export interface OutlinedFeed {
  /** Where its outline begins; the first line is 1. */
  readonly line: number;
  readonly url: string;
  /** `''` where it has none. */
  readonly title: string;
  readonly language: string | null;
}

export interface Outlines {
  readonly feeds: readonly OutlinedFeed[];
  /** What was meant to be a feed and cannot be one. */
  readonly refused: readonly { readonly line: number; readonly reason: string }[];
}

/**
 * The feeds of an OPML document of any version, however deep they stand in folders; null for what is no OPML. `allowed`
 * are the hosts inside a network that may be polled, as `host:port`.
 */
export function outlinesIn(text: string, allowed: readonly string[]): Outlines | null {
  const feeds: OutlinedFeed[] = [];
  const refused: { line: number; reason: string }[] = [];
  const lineAt = lineCounter(text);
  let isOpml = false;
  for (const tag of tags(text)) {
    isOpml ||= tag.name === 'opml' || tag.name === 'outline';
    const line = lineAt(tag.start);
    const found = outlineIn(tag, text, allowed);
    if (found === null) continue;
    if (typeof found === 'string') refused.push({ line, reason: found });
    else feeds.push({ line, ...found });
  }
  return isOpml ? { feeds, refused } : null;
}

/** Places are asked for in their order, so each line is counted once. */
function lineCounter(text: string): (at: number) => number {
  let [line, from] = [1, 0];
  return at => {
    for (let next = text.indexOf('\n', from); next >= 0 && next < at; next = text.indexOf('\n', from)) {
      line += 1;
      from = next + 1;
    }
    return line;
  };
}

type Found = Omit<OutlinedFeed, 'line'>;

/** A feed, the reason why it is none, or null for a folder, a note and everything else. */
function outlineIn(tag: Tag, text: string, allowed: readonly string[]): Found | string | null {
  if (tag.kind === 'stray')
    return /^<outline\b/i.test(text.slice(tag.start, tag.start + 9)) ? 'this outline never ends' : null;
  if (tag.name !== 'outline' || tag.kind === 'close') return null;
  const values = attributesOf(tag);
  const type = values.get('type')?.toLowerCase() ?? '';
  const isFeed = /^(?:rss|atom|feed|rdf)/.test(type);
  const written = values.get('xmlurl') || (isFeed ? values.get('url') : undefined);
  if (type === 'include') return 'it includes another list: import that list by itself';
  if (!written) return isFeed ? 'it has no xmlUrl' : null;
  const url = addressIn(written, allowed);
  if (!(url instanceof URL)) return url;
  const title = plainTitle(values.get('title') || values.get('text') || '');
  return { url: url.href, title, language: values.get('language')?.trim() || null };
}

function attributesOf({ attributes }: Tag): ReadonlyMap<string, string> {
  const found = attributes.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))/g);
  return new Map(
    [...found].map(([, name = '', double, single, bare]) => [
      name.toLowerCase(),
      unescaped(double ?? single ?? bare ?? ''),
    ]),
  );
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const unescaped = (value: string): string =>
  value.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (whole, decimal, hex, name) => {
    if (name) return entities[name.toLowerCase()] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });

const longest = 2_000;

/** The address as it would be asked for, or why it would not. `feed:` is a scheme that readers of old invented. */
function addressIn(written: string, allowed: readonly string[]): URL | string {
  const plain = written
    .trim()
    .replace(/^feed:(?:\/\/)?(?=https?:)/i, '')
    .replace(/^feed:/i, 'http:');
  if (plain.length > longest) return `its address is longer than ${longest} characters`;
  try {
    const url = webAddress(plain, null);
    if (!allowed.includes(hostAndPort(url))) refusePrivateHost(url);
    return url;
  } catch (error) {
    if (error instanceof Ended || error instanceof PrivateAddress)
      return `${plain.slice(0, 100).toWellFormed()}: ${error.message}`;
    throw error;
  }
}

/** A feed as other programs are to show it. */
export interface Listed {
  readonly title: string;
  readonly url: string;
  readonly language: string;
}

/** OPML 2.0 (https://opml.org/spec2.opml), without folders: some programs refuse them, and none needs them. */
export function opmlOf(feeds: readonly Listed[], { title, made }: { title: string; made: Date }): string {
  const outlines = feeds.map(feed => {
    const { title, url, language } = feed;
    const home = URL.parse('/', url)?.href ?? url;
    const values = { type: 'rss', text: title, title, xmlUrl: url, htmlUrl: home, language };
    const written = Object.entries(values).map(([name, value]) => `${name}="${escaped(value)}"`);
    return `    <outline ${written.join(' ')}/>`;
  });
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    `  <head>\n    <title>${escaped(title)}</title>\n    <dateCreated>${made.toUTCString()}</dateCreated>\n  </head>`,
    '  <body>',
    ...outlines,
    '  </body>',
    '</opml>',
  ].join('\n')}\n`;
}

/** What XML 1.0 cannot hold is left out; line ends are escaped, as parsers would make spaces of them. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')
    .replace(/[&<>"\t\n\r]/g, sign => `&#${sign.charCodeAt(0)};`);
