import { gzipBomb } from '../support/bomb.ts';

/** A document made to hang, to swell or to reach out, as bytes with the header it comes with. */
export interface Hostile {
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
}

const item = (inside: string): string =>
  `<item><title>Talks</title><link>https://news.example/1</link>${inside}</item>`;
const rss = (inside: string, before = ''): string =>
  `<?xml version="1.0"?>${before}<rss version="2.0"><channel><title>Example Wire</title>${inside}</channel></rss>`;
const described = (description: string): string => rss(item(`<description>${description}</description>`));
const json = (inside: string): string =>
  `{"version":"https://jsonfeed.org/version/1.1","title":"Example Wire","items":[${inside}]}`;
const atom = (inside: string): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>Example Wire</title>${inside}</feed>`;
const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, n) => n);

const laughs = numbers(20).map(n => `<!ENTITY a${n + 1} "${`&a${n};`.repeat(10)}">`);

/** By name; made when asked for, because some are large. */
export const hostile: Readonly<Record<string, () => string | Uint8Array>> = {
  'a billion laughs': () =>
    rss(item('<description>&a20;</description>'), `<!DOCTYPE rss [<!ENTITY a0 "ha">${laughs.join('')}]>`),
  'quadratic blow-up': () =>
    rss(
      item(`<description>${'&a;'.repeat(50_000)}</description>`),
      `<!DOCTYPE rss [<!ENTITY a "${'a'.repeat(50_000)}">]>`,
    ),
  'an entity from a file': () =>
    rss(item('<description>&x;</description>'), '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
  'an entity from the network': () =>
    rss(
      item('<description>&x;</description>'),
      '<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/rss.dtd" [<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]>',
    ),
  'parameter entities': () =>
    rss(
      item('<description>&send;</description>'),
      '<!DOCTYPE rss [<!ENTITY % file SYSTEM "file:///etc/passwd"><!ENTITY % all "<!ENTITY send SYSTEM \'http://127.0.0.1:9/?%file;\'>">%all;]>',
    ),
  'XInclude of a file': () =>
    described(
      '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" parse="text" href="file:///etc/passwd"/>',
    ),
  '100 MB of items': () =>
    Buffer.from(rss(item(`<description>${'x'.repeat(1_000)}</description>`).repeat(92_000))),
  '200,000 small items': () =>
    rss(
      numbers(200_000)
        .map(n => `<item><title>${n}</title></item>`)
        .join(''),
    ).slice(0, 4_900_000),
  '80,000 items without ends': () => rss('<item><title>x</title>'.repeat(80_000)),
  '100,000 entries in entries': () => atom('<entry>'.repeat(100_000)),
  'elements 100,000 deep': () => described('<div>'.repeat(100_000)),
  'elements 100,000 deep with ends': () => described(`${'<b>'.repeat(100_000)}x${'</b>'.repeat(100_000)}`),
  'channels 100,000 deep': () => `<rss>${'<channel>'.repeat(100_000)}`,
  'XML names of prototypes': () =>
    rss(
      `<item><__proto__><polluted>yes</polluted></__proto__><constructor><prototype>x</prototype></constructor><title>a</title></item>`,
    ),
  'JSON keys of prototypes': () =>
    json(
      '{"id":"1","title":"a","__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}}}',
    ),
  '200 kB of "<"': () => described('<'.repeat(200_000)),
  '200 kB of "<" in CDATA': () => described(`<![CDATA[${'<'.repeat(200_000)}]]>`),
  '"x<p" 70,000 times': () => described(`<![CDATA[${'x<p'.repeat(70_000)}]]>`),
  '200 kB of "&"': () => described('&'.repeat(200_000)),
  '"&lt;" a million times': () => described('&lt;'.repeat(1_000_000)),
  'an attribute of 1 MB': () => rss(item(`<enclosure url="${'a'.repeat(1_000_000)}"/>`)),
  'an attribute of "<" without end': () => rss(item(`<enclosure url="${'<a '.repeat(300_000)}`)),
  'quotes and brackets in turn': () => rss(item('<a b="<'.repeat(200_000))),
  '500,000 attributes': () =>
    `<rss ${numbers(500_000)
      .map(n => `a${n}=""`)
      .join(' ')}>${rss(item(''))}`.slice(0, 4_999_999),
  '100,000 namespaces': () =>
    `<rss ${numbers(100_000)
      .map(n => `xmlns:a${n}="u${n}"`)
      .join(' ')}>${rss(item(''))}`,
  'a comment without end': () => `<rss>${'<!--'.repeat(500_000)}`,
  'CDATA without end': () => described('<![CDATA['.repeat(300_000)),
  'CDATA opened and closed in turn': () => described('<![CDATA[]]>'.repeat(300_000)),
  'a DOCTYPE without end': () => `<!DOCTYPE [${'<!'.repeat(500_000)}`,
  'processing instructions without end': () => '<?'.repeat(1_000_000),
  'NUL bytes': () => rss(item(`<description>a\0b${'\0'.repeat(500_000)}c</description>`)),
  'nothing but NULs': () => new Uint8Array(4_000_000),
  'lone surrogates': () =>
    Buffer.from(rss(item(`<description>${'\ud800'.repeat(10_000)}</description>`)), 'utf16le'),
  'huge character references': () => described('&#99999999999999999999;&#x110000;&#xD800;'.repeat(30_000)),
  'a character reference of a million digits': () => described(`&#${'9'.repeat(1_000_000)};`),
  'a base within a base': () => atom(`${'<entry xml:base="x/">'.repeat(140)}<link href="1"/>`),
  'a base of a megabyte': () =>
    atom(`<entry xml:base="${'../a/'.repeat(200_000)}"><title>a</title><link href="1"/></entry>`),
  'links that run': () =>
    rss(
      [
        'javascript:alert(1)',
        'data:text/html,x',
        ' java\nscript:alert(1)',
        'vbscript:x',
        'file:///etc/passwd',
      ]
        .map(link => `<item><title>a</title><link>${link}</link><guid>${link}</guid></item>`)
        .join(''),
    ),
  'a page of scripts': () =>
    `<html><head>${'<script>while(true){}</script>'.repeat(20_000)}</head><body onload="x()"></body></html>`,
  'a page of links to feeds': () =>
    `<html><head>${'<link rel="alternate" type="application/rss+xml" href="/a">'.repeat(60_000)}</head></html>`,
  'a date of a million digits': () => rss(item(`<pubDate>${'1'.repeat(1_000_000)}</pubDate>`)),
  'a date of spaces': () => rss(item(`<pubDate>1 ${' '.repeat(300_000)}x</pubDate>`)),
  'a date of colons': () => rss(item(`<pubDate>${'1:11'.repeat(100_000)}</pubDate>`)),
  'an author of brackets': () => rss(item(`<author>${'('.repeat(200_000)}</author>`)),
  'an author of at signs': () => rss(item(`<author>${'a@'.repeat(100_000)}</author>`)),
  'a title of open tags': () => rss(`<item><title><![CDATA[${'<a '.repeat(200_000)}]]></title></item>`),
  'a title of references': () => rss(`<item><title>${'&amp;amp;'.repeat(200_000)}</title></item>`),
  'a title of spaces': () => rss(`<item><title>x${' '.repeat(1_000_000)}x</title></item>`),
  'spaces alone': () => `${' '.repeat(4_900_000)}x`,
  'overlong UTF-8': () =>
    Buffer.concat([Buffer.from('<rss><channel>'), Buffer.from('c0bc'.repeat(500_000), 'hex')]),
  'UTF-7': () => Buffer.from('<?xml version="1.0" encoding="utf-7"?>+ADw-rss+AD4-+ADw-channel+AD4-'),
  'JSON 1,000,000 deep': () => json(`{"id":"1","x":${'['.repeat(1_000_000)}`),
  'JSON 1,000,000 deep with ends': () =>
    json(`{"id":"1","x":${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}}`),
  'JSON of quotes': () => json('"\\"'.repeat(500_000)),
  'JSON of commas': () => json(', '.repeat(1_000_000)),
  'a number of a million digits in JSON': () => json(`{"id":${'9'.repeat(1_000_000)},"title":"a"}`),
  'Atom content from a file': () =>
    atom('<entry><title>a</title><content type="text/plain" src="file:///etc/passwd"/></entry>'),
  'a gzip bomb that nobody unpacked': () => gzipBomb(300_000_000),
  'random bytes': () => Uint8Array.from(numbers(1_000_000), n => (n * 7919 + (n >> 3) * 104_729) & 255),
};
