import {
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  type ModalSubmitInteraction,
  TextInputStyle,
} from 'discord.js';
import type { Field, Form, Request } from '../../app/ports.ts';
import { dropOldest } from '../../core/oldest.ts';
import { limits } from './limits.ts';
import { descriptions, localised, names } from './localisations.ts';
import { visible } from './markdown.ts';
import { askedBy, askedFrom, choices, customId, short } from './translate.ts';

/** A form as Discord opens it, its words in the person's language. What it asks stands in its custom id, as in a button's. */
export function modal(form: Form, locale: string): APIModalInteractionResponseCallbackData {
  const { command, given, asks } = form;
  const id = customId({ command, given, asks });
  if (id === null) throw new Error(`the form of /${command} does not fit into a custom id`);
  const words = command.split(' ').map(word => localised(word, names, locale));
  return {
    custom_id: id,
    title: short(`/${words.join(' ')}`, limits.formTitle),
    components: form.fields.slice(0, limits.formFields).map(field => labelled(field, locale)),
  };
}

function labelled(field: Field, locale: string): APILabelComponent {
  const name = localised(field.name, names, locale);
  const hint = short(visible(localised(field.summary, descriptions, locale)), limits.fieldHint);
  return {
    type: ComponentType.Label,
    label: short(name.charAt(0).toUpperCase() + name.slice(1), limits.fieldLabel),
    ...(hint ? { description: hint } : {}),
    component: selectIn(field) ?? typedIn(field),
  };
}

/** One of the choices; null where they are not what Discord takes. */
function selectIn({ name, required, value, choices: all }: Field): APILabelComponent['component'] | null {
  const offered = choices(all);
  if (offered.length === 0 || offered.length < all.length) return null;
  return {
    type: ComponentType.StringSelect,
    custom_id: name,
    options: offered.map(({ name: label, value: each }) => ({
      ...{ label, value: each },
      ...(each === value ? { default: true } : {}),
    })),
    required,
    ...{ min_values: Number(required), max_values: 1 },
  };
}

/** Longer than anything that is taken, so that what is too long is answered in words and not cut off in the form. */
const longest = 1_000;

const typedIn = ({ name, required, value }: Field): APILabelComponent['component'] => ({
  ...{ type: ComponentType.TextInput, custom_id: name, style: TextInputStyle.Short, required },
  max_length: longest,
  ...(value ? { value: value.slice(0, longest).toWellFormed() } : {}),
});

export type Submitted = Pick<ModalSubmitInteraction, 'customId' | 'channelId' | 'guildId'> & {
  readonly user: { readonly id: string };
  readonly fields: Pick<ModalSubmitInteraction['fields'], 'fields'>;
};

/** What a form asks, with what was filled in; null for a form that is not of this program or of this version of it. */
export function formRequest(form: Submitted, home: string | null): Request | null {
  const asked = askedBy(form.customId);
  if (!asked?.asks) return null;
  const filled = asked.asks.flatMap(name => {
    const word = wordIn(form, name);
    return word === '' ? [] : [[name, word]];
  });
  return { ...asked, given: { ...asked.given, ...Object.fromEntries(filled) }, ...askedFrom(form, home) };
}

function wordIn({ fields }: Submitted, name: string): string {
  const field = fields.fields.get(name);
  if (!field) return '';
  if ('values' in field) return field.values[0] ?? '';
  return 'value' in field && typeof field.value === 'string' ? field.value.trim() : '';
}

/** What people typed last into forms, to be corrected: in memory, because it is worth no more than a minute. */
export class Drafts {
  readonly #given = new Map<string, Request['given']>();

  keep(request: Request): void {
    const key = keyOf(request);
    this.#given.delete(key);
    this.#given.set(key, request.given);
    dropOldest(this.#given, most);
  }

  of(request: Request): Request['given'] {
    return this.#given.get(keyOf(request)) ?? {};
  }
}

const most = 200;

const keyOf = ({ who, command, asks = [] }: Request): string => [who, command, ...asks].join(' ');
