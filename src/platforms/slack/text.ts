const words = new Intl.Segmenter('und', { granularity: 'word' });
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Text for a place where Slack reads no markup (rich text, plain_text). Takes out what no reader sees: control
 * characters, lone surrogates (they cannot be sent: querystring throws on them) and the marks that turn the direction of
 * everything after them. A word joiner breaks what would be a mention or a link in mrkdwn, should a client ever read it so.
 */
export function literal(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\P{Cc}\n\t]|[\u202A-\u202E\u2066-\u2069]/gu, '')
    .replace(/<(?=[!@#]|[a-z]+:)/gi, '<\u2060');
}

/** The only place where Slack's control characters are escaped. */
export const entities = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Text for the fallback and for mrkdwn. A word joiner breaks `:smile:`: no switch turns such codes off there. */
export const escaped = (text: string): string =>
  entities(literal(text)).replace(/:(?=[\p{L}\p{N}_+'-]+:)/gu, ':\u2060');

/**
 * Text inside mrkdwn. Its formatting characters have no escape, and zero-width spaces beside them can make formatting
 * as well as prevent it, so look-alikes stand in. Small print only: quotations are rich text and keep every character.
 */
export function inert(text: string): string {
  const plain = literal(text).replace(/^(\s*)>/gm, '$1›');
  return escaped(plain.replace(/[*_~`]/g, mark => lookalikes[mark] ?? mark));
}

const lookalikes: Readonly<Record<string, string>> = { '*': '∗', _: 'ˍ', '~': '∼', '`': 'ˋ' };

/** An address that a link may open, as Slack takes it; null for anything but http and https. */
export function address(href: string, longest: number): string | null {
  if (!URL.canParse(href)) return null;
  const { protocol, href: url } = new URL(href);
  const sent = url.replaceAll('|', '%7C');
  return /^https?:$/.test(protocol) && sent.length <= longest ? sent : null;
}

/** Text in pieces of at most `room` units, with a mark at every cut. */
export function marked(text: string, room: number): string[] {
  if (text.length <= room) return text === '' ? [] : [text];
  const cut = pieces(text, room - endMark.length - startMark.length)
    .map(piece => piece.trim())
    .filter(piece => piece !== '');
  const last = cut.length - 1;
  return cut.map((piece, n) => `${n > 0 ? startMark : ''}${piece}${n < last ? endMark : ''}`);
}

const endMark = ' […]';
const startMark = '[…] ';

/** The beginning of a text, with a mark where it was cut. */
export const clipped = (text: string, room: number): string =>
  text.length <= room ? text : text.slice(0, placeToCut(text, room - endMark.length)).trim() + endMark;

/** Divides a text into pieces of at most `room` units: between words where a word fits, else between characters. */
export function pieces(text: string, room: number): string[] {
  const cut: string[] = [];
  let rest = text;
  while (rest.length > room) {
    const at = placeToCut(rest, room);
    cut.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return rest === '' ? cut : [...cut, rest];
}

/** From 1 to `room`, for a text that is longer than `room`. */
function placeToCut(text: string, room: number): number {
  const head = text.slice(0, room + 1);
  const space = head.search(/\s\S*$/);
  if (space > 0) return space;
  return startAt(words, head, room) || startAt(graphemes, head, room) || betweenCodePoints(head, room);
}

/** Where the word or character that stands at `room` begins. */
const startAt = (segmenter: Intl.Segmenter, head: string, room: number): number =>
  segmenter.segment(head).containing(room)?.index ?? 0;

const betweenCodePoints = (head: string, room: number): number =>
  /[\uDC00-\uDFFF]/.test(head[room] ?? '') && room > 1 ? room - 1 : room;
