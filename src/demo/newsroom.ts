import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Instant } from '../core/time.ts';
import { type Contents, contents, type SampleArticle } from './articles.ts';
import { type Document, feedDocument } from './feeds.ts';
import { encoded } from './markup.ts';
import { articlePage } from './page.ts';

export interface Newsroom {
  /** Loopback, on a port that was free; without a slash at the end. */
  readonly url: string;
  /** All that is published in the course of the sample's days, newest first. */
  readonly articles: readonly SampleArticle[];
  close(): Promise<void>;
}

/**
 * Serves the feeds and pages of the outlets in `folder` (`config/demo`) over HTTP. What was not published by `now()`
 * does not exist yet. Throws an Error that names file and field where the folder is incomplete.
 */
export async function openNewsroom(folder: string, now: () => Instant): Promise<Newsroom> {
  const all = contents(folder);
  const server = createServer((request, response) => {
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    answer(request, response, resource(pathOf(request), visible(all, now()), base));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    articles: all.articles,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const pathOf = ({ url }: IncomingMessage): string => (url ?? '/').split('?')[0] ?? '/';

const visible = ({ outlets, articles }: Contents, now: Instant): Contents => ({
  outlets,
  articles: articles.filter(({ published }) => published <= now),
});

interface Resource extends Document {
  readonly modified: Instant;
}

function resource(path: string, { outlets, articles }: Contents, base: string): Resource | null {
  const of = (outlet: string) => articles.filter(article => article.outlet === outlet);
  const feed = outlets.find(({ feedPath }) => feedPath === path);
  if (feed) return { ...feedDocument(feed, of(feed.id), base), modified: of(feed.id)[0]?.published ?? 0 };
  const article = articles.find(article => article.path === path);
  const outlet = outlets.find(({ id }) => id === article?.outlet);
  if (!article || !outlet) return null;
  const related = of(outlet.id)
    .filter(other => other !== article)
    .slice(0, 3);
  const body = encoded(articlePage(article, { outlet, related, base }), outlet.charset);
  const modified = Math.max(article.published, ...related.map(({ published }) => published));
  return { body, contentType: 'text/html', modified };
}

function answer(request: IncomingMessage, response: ServerResponse, found: Resource | null): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  if (!found) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('not found\n');
    return;
  }
  const etag = `"${createHash('sha256').update(found.body).digest('base64url').slice(0, 22)}"`;
  const validators = { etag, 'last-modified': new Date(found.modified).toUTCString() };
  if (isCurrent(request, etag, found.modified)) {
    response.writeHead(304, validators).end();
    return;
  }
  response
    .writeHead(200, { ...validators, 'content-type': found.contentType, 'content-length': found.body.length })
    .end(request.method === 'HEAD' ? undefined : found.body);
}

/** RFC 9110, section 13.2.2: with If-None-Match present, If-Modified-Since is ignored. */
function isCurrent({ headers }: IncomingMessage, etag: string, modified: Instant): boolean {
  const known = headers['if-none-match'];
  if (known !== undefined) {
    const tags = known.split(',').map(tag => tag.trim().replace(/^W\//, ''));
    return tags.includes(etag) || tags.includes('*');
  }
  const since = Date.parse(headers['if-modified-since'] ?? '');
  // HTTP dates have whole seconds.
  return Math.floor(modified / 1000) * 1000 <= since;
}
