import type { CommandSpec } from '../../../src/app/command.ts';
import type { Bot, Claimed, Log, Reply, Request } from '../../../src/app/ports.ts';
import type { Article } from '../../../src/core/article.ts';
import type { Audience } from '../../../src/core/desk.ts';
import { excerpt } from '../../../src/core/excerpt.ts';
import type { Block, Message } from '../../../src/core/message.ts';

export const said = (summary: string, ...blocks: Block[]): Message => ({
  summary,
  blocks,
  ping: [],
  zone: 'Europe/Kyiv',
});

export const audiences: readonly Audience[] = [
  { id: 'desk', name: 'Foreign desk', slack: 'S0DESK', discord: null },
  { id: 'editor', name: 'The editor', slack: 'U0EDITOR', discord: null },
  { id: 'night', name: 'Night <!channel> *shift*', slack: null, discord: null },
];

const spec = (name: string): CommandSpec => ({
  ...{ name, summary: `About ${name}`, example: `/${name} NATO`, reply: 'private', access: 'everyone' },
  options: [],
});

export interface TestBot extends Bot {
  readonly asked: Request[];
}

/** A bot that says back what it was asked, or what `reply` says. */
export function testBot(reply: (request: Request) => Reply | Promise<Reply> = echo): TestBot {
  const asked: Request[] = [];
  return {
    asked,
    commands: ['stance', 'brief', 'status', 'help'].map(spec),
    answer: async request => {
      asked.push(request);
      return reply(request);
    },
    complete: async () => [],
    form: async request => ({ reply: await reply(request) }),
    invited: async () => {},
    dismissed: async () => {},
  };
}

const echo = ({ command, given }: Request): Reply => ({
  message: said(`${command} ${JSON.stringify(given)}`),
  visibility: 'private',
});

export function delivery(message: Message, more: Partial<Claimed> = {}): Claimed {
  return {
    ...{
      key: 'digest:morning:2025-11-27',
      platform: 'slack',
      to: 'C0DESK',
      message,
      under: null,
      notBefore: 0,
    },
    ...{ attempts: 0, parent: null, target: null },
    ...more,
  };
}

export interface TestLog extends Log {
  readonly lines: { readonly event: string; readonly fields: Readonly<Record<string, unknown>> }[];
}

export function testLog(): TestLog {
  const lines: TestLog['lines'] = [];
  const write = (event: string, fields = {}): number => lines.push({ event, fields });
  return { lines, info: write, warn: write, error: write };
}

/** A quotation of the whole of `text`. */
export function quotation(
  text: string,
  kind: 'direct' | 'mixed' | 'indirect' = 'direct',
  by: Block = noBy,
): Block {
  const article: Article = {
    ...{
      id: 'a1',
      feed: 'sample',
      outlet: 'sample',
      language: 'en',
      url: 'https://example.org/a1',
      title: 'T',
    },
    ...{ author: null, published: 0, fetched: 0, textFrom: 'page', quiet: false, copyOf: null, edit: null },
    snapshot: { sha256: 'not checked here', text },
  };
  const line = by.type === 'text' ? by.line : [];
  return { type: 'quote', kind, parts: [excerpt(article, { start: 0, end: text.length })], by: line };
}

const noBy: Block = { type: 'text', line: [] };
