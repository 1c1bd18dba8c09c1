import { createHash } from 'node:crypto';
import type { Delivery } from '../../src/app/ports.ts';
import type { Article } from '../../src/core/article.ts';
import type { Message } from '../../src/core/message.ts';
import type { Speaker, Stance, StanceOn, Statement } from '../../src/core/statement.ts';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export function anArticle({
  text = 'A headline\n\nA body.',
  ...given
}: Partial<Article> & { text?: string } = {}): Article {
  return {
    id: 'a1',
    feed: 'wire-world',
    outlet: 'wire',
    language: 'en',
    url: 'https://wire.example/1',
    title: 'A headline',
    author: null,
    published: 1_000,
    fetched: 2_000,
    textFrom: 'page',
    quiet: false,
    copyOf: null,
    edit: null,
    snapshot: { sha256: sha256(text), text },
    ...given,
  };
}

export const aSpeaker = (actor: string | null, party: string | null): Speaker => ({
  name: actor ?? 'a spokesman',
  actor,
  party,
  office: null,
});

export const aStance = (topic: string, holder: string, stance: Stance = 'opposes'): StanceOn => ({
  topic,
  holder,
  stance,
  why: ['the phrase speaks against the proposition'],
});

export function aStatement(given: Partial<Statement> = {}): Statement {
  return {
    id: 's1',
    kind: 'direct',
    layer: 'body',
    content: [{ start: 12, end: 19 }],
    cue: [],
    source: [],
    quotations: [{ start: 13, end: 18 }],
    speakers: [aSpeaker('putin', 'russia')],
    grade: 'on-record',
    stances: [aStance('nato-accession', 'russia')],
    topics: ['nato-accession'],
    terms: [],
    stems: ['bodi'],
    why: ['the cue follows the words'],
    ref: '7f3a9k2c',
    article: 'a1',
    outlet: 'wire',
    url: 'https://wire.example/1',
    at: 1_000,
    quiet: false,
    copyOf: null,
    standing: 'current',
    corrections: [],
    ...given,
  };
}

export const aMessage = (summary: string): Message => ({
  summary,
  blocks: [{ type: 'text', line: [summary, { bold: '@everyone' }, { date: 5, as: 'day' }] }],
  ping: ['desk'],
  zone: 'Europe/Kyiv',
});

export const aDelivery = (key: string, given: Partial<Delivery> = {}): Delivery => ({
  key,
  platform: 'slack',
  to: 'C1',
  message: aMessage(`message ${key}`),
  under: null,
  notBefore: 0,
  ...given,
});
