import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Instant } from '../core/time.ts';

/** How an outlet publishes: see `config/demo/newsroom.yaml`. */
export type Format = 'rss' | 'rss-summary' | 'atom' | 'json' | 'rdf' | 'silent';

const formats: readonly Format[] = ['rss', 'rss-summary', 'atom', 'json', 'rdf', 'silent'];

export interface SampleOutlet {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  readonly format: Format;
  /** A WHATWG label: `utf-8`, or a page of single bytes such as `windows-1251`. */
  readonly charset: string;
  /** What every page says about the outlet besides that it is a sample. */
  readonly note: string | null;
  /** Where the newsroom serves the feed: `/sample-wire/rss.xml`. */
  readonly feedPath: string;
}

export interface Passage {
  readonly kind: 'paragraph' | 'heading';
  readonly text: string;
}

export interface SampleArticle {
  readonly file: string;
  readonly outlet: string;
  readonly published: Instant;
  readonly title: string;
  /** Where the newsroom serves the page: the outlet and the path of the front matter. */
  readonly path: string;
  readonly author: string | null;
  readonly passages: readonly Passage[];
}

export interface Contents {
  readonly outlets: readonly SampleOutlet[];
  /** Newest first. */
  readonly articles: readonly SampleArticle[];
}

/** The sample newsroom's outlets and articles. Throws an Error that names the file and the field for what is missing. */
export function contents(folder: string): Contents {
  const outlets = outletsIn(folder);
  const articles = readdirSync(join(folder, 'articles'))
    .filter(file => file.endsWith('.md'))
    .map(file => articleOf(file, readFileSync(join(folder, 'articles', file), 'utf8'), outlets));
  return { outlets, articles: articles.sort((a, b) => b.published - a.published) };
}

function outletsIn(folder: string): SampleOutlet[] {
  const described = fields(yamlIn(folder, 'feeds.yaml').outlets, 'feeds.yaml: outlets');
  const publishing = fields(yamlIn(folder, 'newsroom.yaml').outlets, 'newsroom.yaml: outlets');
  return Object.entries(described).map(([id, outlet]) => {
    const where = `feeds.yaml: ${id}`;
    const { name, feeds } = fields(outlet, where);
    const { url, language } = fields(Object.values(fields(feeds, where))[0], `${where}: feeds`);
    const { format, charset, note } = fields(publishing[id], `newsroom.yaml: ${id}`);
    return {
      id,
      name: text(name, `${where}: name`),
      language: text(language, `${where}: language`),
      format: formatOf(format, `newsroom.yaml: ${id}: format`),
      charset: charset === undefined ? 'utf-8' : text(charset, `newsroom.yaml: ${id}: charset`),
      note: note === undefined ? null : text(note, `newsroom.yaml: ${id}: note`),
      feedPath: text(url, `${where}: url`).replace(`\${DEMO_URL}`, ''),
    };
  });
}

function yamlIn(folder: string, file: string): Record<string, unknown> {
  return fields(parse(readFileSync(join(folder, file), 'utf8')), file);
}

const frontMatter = /^---\n([\s\S]*?)\n---\n/;

function articleOf(file: string, source: string, outlets: readonly SampleOutlet[]): SampleArticle {
  const head = frontMatter.exec(source);
  if (!head) throw new Error(`${file}: begins without front matter between two lines of ---`);
  const { outlet, published, title, path, author } = fields(parse(head[1] ?? ''), file);
  if (!outlets.some(({ id }) => id === outlet))
    throw new Error(`${file}: outlet: ${outlet} is not in feeds.yaml`);
  return {
    file,
    outlet: text(outlet, `${file}: outlet`),
    published: instant(published, `${file}: published`),
    title: text(title, `${file}: title`),
    path: `/${outlet}${text(path, `${file}: path`)}`,
    author: author === null ? null : text(author, `${file}: author`),
    passages: passages(source.slice(head[0].length)),
  };
}

function passages(body: string): Passage[] {
  return body
    .split(/\n{2,}/)
    .map(part => part.trim())
    .filter(part => part !== '')
    .map(part =>
      part.startsWith('## ')
        ? { kind: 'heading', text: part.slice(3) }
        : { kind: 'paragraph', text: part.replace(/\n/g, ' ') },
    );
}

/** What stands in the feed where the article does not: its first paragraph. */
export const summary = (article: SampleArticle): string =>
  article.passages.find(({ kind }) => kind === 'paragraph')?.text ?? '';

function fields(value: unknown, where: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw new Error(`${where}: fields are missing`);
}

function text(value: unknown, where: string): string {
  if (typeof value === 'string' && value !== '') return value;
  throw new Error(`${where}: text is missing`);
}

function formatOf(value: unknown, where: string): Format {
  const known = formats.find(format => format === value);
  if (known) return known;
  throw new Error(`${where}: must be one of ${formats.join(', ')}`);
}

function instant(value: unknown, where: string): Instant {
  const zoned = typeof value === 'string' && /T[\d:]+(Z|[+-]\d\d:\d\d)$/.test(value);
  const at = zoned ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(at))
    throw new Error(`${where}: must be a time with its zone, such as 2025-11-27T18:05:00+02:00`);
  return at;
}
