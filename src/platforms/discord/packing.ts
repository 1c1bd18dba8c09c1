import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIEmbed,
  type APIEmbedField,
  ComponentType,
} from 'discord.js';
import type { Block } from '../../core/message.ts';
import { limits } from './limits.ts';
import { type Run, texts } from './markdown.ts';
import type { Section } from './sections.ts';

export type Row = APIActionRowComponent<APIButtonComponentWithCustomId>;

export interface Packed {
  readonly embeds?: APIEmbed[];
  readonly components?: Row[];
}

/** An embed and the buttons that belong under it. */
interface Part {
  readonly embed: APIEmbed | null;
  readonly buttons: readonly APIButtonComponentWithCustomId[];
}

/** Sections in posts, each within Discord's limits: an embed for each heading, and another where one is full. */
export function packed(all: readonly Section[]): Packed[] {
  const embeds = new Embeds();
  for (const section of all) embeds.add(section);
  const posts: Part[][] = [];
  for (const part of embeds.parts().flatMap(divided)) {
    const last = posts.at(-1);
    if (last && fits([...last, part])) last.push(part);
    else posts.push([part]);
  }
  return posts.map(packedPost);
}

function packedPost(parts: readonly Part[]): Packed {
  const embeds = parts.flatMap(({ embed }) => (embed ? [{ ...embed, color: colour }] : []));
  const components = rows(parts.flatMap(({ buttons }) => buttons));
  return { ...(embeds.length > 0 ? { embeds } : {}), ...(components.length > 0 ? { components } : {}) };
}

const colour = 0x3d5a80;

/** Embeds as they fill. */
class Embeds {
  readonly #full: Part[] = [];
  #open: APIEmbed = {};
  #last: Block['type'] = 'divider';

  parts(): Part[] {
    this.#close();
    return this.#full;
  }

  add(section: Section): void {
    switch (section.type) {
      case 'title':
        this.#close();
        this.#open.title = section.title;
        break;
      case 'text':
        this.#write(section.runs, section.from);
        break;
      case 'fields':
        for (const field of section.fields) this.#addField(field);
        break;
      case 'buttons':
        this.#close(section.buttons);
        break;
      case 'divider':
        this.#close();
        break;
    }
  }

  #close(buttons: Part['buttons'] = []): void {
    const embed = size(this.#open) > 0 ? this.#open : null;
    if (embed || buttons.length > 0) this.#full.push({ embed, buttons });
    this.#open = {};
  }

  #write(runs: readonly Run[], from: Block['type']): void {
    const gap = closeTypes.includes(this.#last) ? '\n' : '\n\n';
    for (const text of texts(runs, limits.description)) this.#writeText(text, gap);
    this.#last = from;
  }

  /** Discord shows an embed's fields below its text, so text that follows fields begins another embed. */
  #writeText(text: string, gap: string): void {
    const before = this.#open.description ? this.#open.description + gap : '';
    const full = before.length + text.length > limits.description;
    if (full || this.#open.fields) this.#close();
    this.#open.description = full || !this.#open.description ? text : before + text;
  }

  #addField(field: APIEmbedField): void {
    const full = this.#open.fields?.length === limits.fields;
    if (full || size(this.#open) + fieldSize(field) > limits.embedSum) this.#close();
    this.#open.fields = [...(this.#open.fields ?? []), field];
  }
}

/** What follows these stands on the next line; what follows others, after an empty one. */
const closeTypes: readonly Block['type'][] = ['text', 'note', 'actions'];

const size = ({ title = '', description = '', fields = [] }: APIEmbed): number =>
  title.length + description.length + fields.reduce((sum, field) => sum + fieldSize(field), 0);

const fieldSize = ({ name, value }: APIEmbedField): number => name.length + value.length;

const mostButtons = limits.rows * limits.rowButtons;

/** Buttons beyond what one message holds go on below it. */
function divided({ embed, buttons }: Part): Part[] {
  const rest = buttons.slice(mostButtons);
  const head = { embed, buttons: buttons.slice(0, mostButtons) };
  return rest.length > 0 ? [head, ...divided({ embed: null, buttons: rest })] : [head];
}

function fits(parts: readonly Part[]): boolean {
  const embeds = parts.flatMap(({ embed }) => embed ?? []);
  const sum = embeds.reduce((total, embed) => total + size(embed), 0);
  const buttons = parts.flatMap(({ buttons }) => buttons);
  return embeds.length <= limits.embeds && sum <= limits.embedSum && rows(buttons).length <= limits.rows;
}

/** Custom ids must differ within a message; two buttons that ask the same are one too many anyway. */
export function rows(buttons: readonly APIButtonComponentWithCustomId[]): Row[] {
  const unique = [...new Map(buttons.map(button => [button.custom_id, button])).values()];
  const count = Math.ceil(unique.length / limits.rowButtons);
  return Array.from({ length: count }, (_, i) => ({
    type: ComponentType.ActionRow,
    components: unique.slice(i * limits.rowButtons, (i + 1) * limits.rowButtons),
  }));
}
