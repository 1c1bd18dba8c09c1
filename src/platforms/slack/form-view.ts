import type { types, ViewOutput } from '@slack/bolt';
import type { Choice, CommandSpec } from '../../app/command.ts';
import type { Field, Form, Request } from '../../app/ports.ts';
import { viewLimits } from './limits.ts';
import { clipped, literal } from './text.ts';
import { isGiven } from './translate.ts';
import { plainText } from './view.ts';

/** By which windows with a form, and the fields that find their choices, are known when they come back. */
export const formId = 'form';
export const finderId = 'find';

/** Where the answer goes: Slack's address for it with its thread, the window underneath, or the home tab alone. */
export type Back =
  | { readonly url: string; readonly thread: string | undefined }
  | { readonly window: string }
  | 'home';

/** What a form has to know when it is sent off. */
export interface Kept extends Pick<Request, 'command' | 'given' | 'where'> {
  readonly asks: readonly string[];
  readonly back: Back;
}

/** A field with the words by which what it begins with is known. */
export type ShownField = Field & { readonly shown: string };

/** A form as a window. */
export function formView(
  { command, fields }: Omit<Form, 'fields'> & { readonly fields: readonly ShownField[] },
  kept: Kept,
  { options }: Pick<CommandSpec, 'options'>,
  asksChannel: boolean,
): types.ModalView {
  const inputs = fields.map(field =>
    input(
      field,
      options.find(({ name }) => name === field.name),
    ),
  );
  return {
    ...{ type: 'modal', callback_id: formId, title: plainText(clipped(capital(command), viewLimits.title)) },
    ...{ submit: plainText('Save'), close: plainText('Cancel') },
    private_metadata: metadata(kept),
    blocks: asksChannel ? [channelInput, ...inputs] : inputs,
  };
}

const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);

/** Without the address of the answer where that is too long: it goes another way then. */
function metadata(kept: Kept): string {
  const whole = JSON.stringify(kept);
  return whole.length <= viewLimits.metadata
    ? whole
    : JSON.stringify({ ...kept, back: 'home' } satisfies Kept);
}

/** What `metadata` made; null where it is none of ours. */
export function keptIn(metadata: string): Kept | null {
  try {
    const kept = JSON.parse(metadata) as Kept;
    return typeof kept.command === 'string' && isGiven(kept.given) ? kept : null;
  } catch {
    return null;
  }
}

const channelBlock = 'channel';

const channelInput: types.InputBlock = {
  ...{ type: 'input', block_id: channelBlock, label: plainText('Channel') },
  hint: plainText('The bot has to be in it: /invite @attache'),
  element: {
    ...{ type: 'conversations_select', action_id: 'value' },
    filter: { include: ['public', 'private'], exclude_bot_users: true },
  },
};

const prefix = 'option:';
export const blockOf = (option: string): string => prefix + option;
export const optionOf = (block: string): string => block.slice(prefix.length);

type OptionSpec = CommandSpec['options'][number];

const input = (field: ShownField, spec: OptionSpec | undefined): types.InputBlock => ({
  ...{ type: 'input', block_id: blockOf(field.name), optional: !field.required },
  label: plainText(clipped(capital(field.name.replaceAll('-', ' ')), viewLimits.label)),
  ...(literal(field.summary).trim() === ''
    ? {}
    : { hint: plainText(clipped(literal(field.summary), viewLimits.label)) }),
  element: element(field, spec),
});

function element(field: ShownField, spec: OptionSpec | undefined): types.InputBlock['element'] {
  const { value, choices } = field;
  if (choices.length > 0 && choices.every(isChoosable)) return select(field);
  if (spec?.kind.isClosed && isChoosable({ value })) return finder(field);
  if (spec?.kind.name === 'time' && /^(?:\d\d:\d\d)?$/.test(value)) return clock(value);
  const begun = value === '' ? {} : { initial_value: clipped(literal(value), viewLimits.typed) };
  return { type: 'plain_text_input', action_id: 'value', max_length: viewLimits.typed, ...begun };
}

const isChoosable = ({ value }: Pick<Choice, 'value'>): boolean => value.length <= viewLimits.value;

function select({ value, choices }: ShownField): types.StaticSelect {
  const options = choices.slice(0, viewLimits.options).map(option);
  const begun = options.filter(each => each.value === value).map(initial_option => ({ initial_option }));
  return { type: 'static_select', action_id: 'value', options, ...begun[0] };
}

/** A select whose choices are more than one may show at once: they are found while a person types. */
const finder = ({ value, shown }: ShownField): types.ExternalSelect => ({
  ...{ type: 'external_select', action_id: finderId, min_query_length: 0 },
  ...(value === '' ? {} : { initial_option: option({ name: shown, value }) }),
});

const clock = (value: string): types.Timepicker => ({
  ...{ type: 'timepicker', action_id: 'value' },
  ...(value === '' ? {} : { initial_time: value }),
});

/** A choice as Slack takes it. */
export const option = ({ name, value }: Choice): types.PlainTextOption => ({
  text: plainText(clipped(literal(name).trim() || '–', viewLimits.option)),
  value,
});

/** The choices for a field that finds them. */
export const found = (choices: readonly Choice[]): types.PlainTextOption[] =>
  choices.filter(isChoosable).slice(0, viewLimits.options).map(option);

type State = ViewOutput['state']['values'];
type StateValue = State[string][string];

/** What was filled in, and the channel that was chosen. */
export function filledIn(values: State): { given: Record<string, string>; channel: string | null } {
  const fields = Object.entries(values).map(([block, elements]) => ({
    block,
    of: Object.values(elements)[0],
  }));
  const words = fields.filter(({ block }) => block.startsWith(prefix));
  const chosen = fields.find(({ block }) => block === channelBlock)?.of?.selected_conversation;
  const given = words.map(({ block, of }) => [optionOf(block), (of && wordOf(of))?.trim() ?? '']);
  return { given: Object.fromEntries(given.filter(([, word]) => word !== '')), channel: chosen ?? null };
}

const wordOf = ({ value, selected_option, selected_time }: StateValue): string | null =>
  value ?? selected_option?.value ?? selected_time ?? null;
