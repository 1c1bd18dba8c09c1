import { MessageFlags } from 'discord.js';
import type { Audience } from '../../core/desk.ts';
import type { Block, Message } from '../../core/message.ts';
import { limits } from './limits.ts';
import { atoms, escaped, fitted, wholeText } from './markdown.ts';
import { type Packed, packed, rows } from './packing.ts';
import { sections } from './sections.ts';

/** One message as Discord takes it. Every one says whom it may notify: by default Discord would notify all it names. */
export interface Post extends Packed {
  readonly content?: string;
  readonly allowed_mentions: { readonly parse: []; readonly roles: string[] };
  readonly flags?: number;
}

/**
 * A message as posts, in order, each within every limit. A few lines of plain text are content; anything with a
 * structure is the summary as content (what notifications and screen readers have) and an embed for each heading.
 */
export function render(message: Message, audiences: readonly Audience[]): Post[] {
  const calls = callsOf(message.ping, audiences);
  const posts = plainPosts(message, calls) ?? embedPosts(message, calls);
  return message.silent ? posts.map(hushed) : posts;
}

const hushed = (post: Post): Post => ({
  ...post,
  flags: (post.flags ?? 0) | MessageFlags.SuppressNotifications,
});

/** An audience as it stands in the content, and the role to notify where it has one. */
interface Call {
  readonly shown: string;
  readonly role: string | null;
}

/** Mentions in embeds notify nobody, so an audience is called in the content; one without a role is only named. */
function callsOf(ids: readonly string[], audiences: readonly Audience[]): Call[] {
  return [...new Set(ids)].map(id => {
    const audience = audiences.find(each => each.id === id);
    const role = audience?.discord ?? '';
    if (/^\d{15,20}$/.test(role)) return { shown: `<@&${role}> `, role };
    return { shown: `${escaped(audience?.name ?? id)} · `, role: null };
  });
}

/** The content and whom it notifies: the roles called for that it shows, whatever else stands in it. */
function opening(
  calls: readonly Call[],
  text: readonly string[],
): Pick<Post, 'content' | 'allowed_mentions'> {
  const content = fitted([...calls.map(({ shown }) => shown), ...text], limits.content);
  const roles = calls.flatMap(({ shown, role }) => (role && content.includes(shown.trim()) ? [role] : []));
  return { content, allowed_mentions: { parse: [], roles: [...new Set(roles)] } };
}

const plainTypes: readonly Block['type'][] = ['text', 'list', 'note', 'actions'];

/** A message of plain lines that fits into content; null for any other. */
function plainPosts({ summary, blocks, zone }: Message, calls: readonly Call[]): Post[] | null {
  if (!blocks.every(({ type }) => plainTypes.includes(type))) return null;
  const all = blocks.flatMap(block => sections(block, zone));
  const runs = all.flatMap(section => (section.type === 'text' ? section.runs : []));
  const text = wholeText(runs).trim() || escaped(summary).trim() || nothing;
  if (calls.reduce((sum, { shown }) => sum + shown.length, text.length) > limits.content) return null;
  const components = rows(all.flatMap(section => (section.type === 'controls' ? section.controls : [])));
  if (components.length > limits.rows) return null;
  // Without this flag Discord would show a preview of every linked page under the text.
  const flags = MessageFlags.SuppressEmbeds;
  return [{ ...opening(calls, [text]), ...(components.length > 0 ? { components } : {}), flags }];
}

/** Discord takes no empty message. */
const nothing = '–';

const silent = { parse: [] as [], roles: [] };

/** Discord shows buttons under everything, so the small print that ends a message stands above them with the rest. */
function buttonsLast(blocks: readonly Block[]): readonly Block[] {
  const [buttons, print] = blocks.slice(-2);
  if (buttons?.type !== 'actions' || print?.type !== 'note') return blocks;
  return [...blocks.slice(0, -2), print, buttons];
}

function embedPosts({ summary, blocks: given, zone }: Message, calls: readonly Call[]): Post[] {
  const blocks = buttonsLast(given);
  const [first, ...others] = blocks;
  // The summary is the title already where the message begins with the same words.
  const repeated = first?.type === 'heading' && summary.startsWith(first.text);
  const all = (repeated ? others : blocks).flatMap(block => sections(block, zone));
  const [head = {}, ...rest] = packed(all);
  const lead = opening(calls, atoms([summary.trim() || nothing]));
  return [{ ...lead, ...head }, ...rest.map(each => ({ ...each, allowed_mentions: silent }))];
}
