import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIEmbed,
  type APIEmbedField,
  type APISelectMenuOption,
  type APIStringSelectComponent,
  ComponentType,
} from 'discord.js';
import type { Block } from '../../core/message.ts';
import { limits } from './limits.ts';
import { type Run, texts } from './markdown.ts';
import type { Section } from './sections.ts';

export type Row = APIActionRowComponent<APIButtonComponentWithCustomId | APIStringSelectComponent>;

/** A button, or a select of which one is chosen. */
export type Control = APIButtonComponentWithCustomId | { readonly options: APISelectMenuOption[] };

export interface Packed {
  readonly embeds?: APIEmbed[];
  readonly components?: Row[];
}

/** An embed and the buttons and selects that belong under it. */
interface Part {
  readonly embed: APIEmbed | null;
  readonly controls: readonly Control[];
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
  const components = rows(parts.flatMap(({ controls }) => controls));
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
      case 'controls':
        this.#close(section.controls);
        break;
      case 'divider':
        this.#close();
        break;
    }
  }

  #close(controls: Part['controls'] = []): void {
    const embed = size(this.#open) > 0 ? this.#open : null;
    if (embed || controls.length > 0) this.#full.push({ embed, controls });
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

/** Buttons and selects beyond what one message holds go on below it. */
function divided({ embed, controls }: Part): Part[] {
  const room = controls.findIndex((_, i) => rows(controls.slice(0, i + 1)).length > limits.rows);
  if (room === -1) return [{ embed, controls }];
  const head = { embed, controls: controls.slice(0, room) };
  return [head, ...divided({ embed: null, controls: controls.slice(room) })];
}

function fits(parts: readonly Part[]): boolean {
  const embeds = parts.flatMap(({ embed }) => embed ?? []);
  const sum = embeds.reduce((total, embed) => total + size(embed), 0);
  const controls = parts.flatMap(({ controls }) => controls);
  return embeds.length <= limits.embeds && sum <= limits.embedSum && rows(controls).length <= limits.rows;
}

/** Custom ids must differ within a message; two buttons that ask the same are one too many anyway. */
export function rows(controls: readonly Control[]): Row[] {
  const out: Row[] = [];
  const seen = new Set<string>();
  for (const control of controls) {
    if ('options' in control) out.push(row(select(control.options, out.length)));
    else if (!seen.has(control.custom_id)) addButton(control, out);
    if ('custom_id' in control) seen.add(control.custom_id);
  }
  return out;
}

function addButton(button: APIButtonComponentWithCustomId, to: Row[]): void {
  const last = to.at(-1)?.components ?? [];
  const isOpen = last[0]?.type === ComponentType.Button && last.length < limits.rowButtons;
  if (isOpen) last.push(button);
  else to.push(row(button));
}

const row = (first: Row['components'][number]): Row => ({
  type: ComponentType.ActionRow,
  components: [first],
});

/** What is chosen says for itself what it asks. */
const select = (options: APISelectMenuOption[], index: number): APIStringSelectComponent => ({
  ...{ type: ComponentType.StringSelect, custom_id: `choice-${index}`, placeholder: 'Choose one', options },
});
