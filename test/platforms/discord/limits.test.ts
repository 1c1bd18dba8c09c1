import type { APILabelComponent } from 'discord.js';
import { ApplicationCommandUpdateRequestSchema, MessageCreateRequestSchema } from 'discord-api-spec/zod';
import { expect, it } from 'vitest';
import type { CommandSpec } from '../../../src/app/command.ts';
import type { Field, Form } from '../../../src/app/ports.ts';
import type { Action, Block } from '../../../src/core/message.ts';
import { modal } from '../../../src/platforms/discord/forms.ts';
import { limits } from '../../../src/platforms/discord/limits.ts';
import { type Post, render } from '../../../src/platforms/discord/render.ts';
import { applicationCommands, choices, customId, short } from '../../../src/platforms/discord/translate.ts';
import { expectWithinLimits } from './check.ts';
import { message } from './messages.ts';

type Limit = keyof typeof limits;

/** How a message that fills a limit with `n` is made, and whether it came out in its own form, in one piece. */
interface Case {
  readonly of: (n: number) => readonly Block[];
  readonly isWhole: (all: readonly Post[], n: number) => boolean;
}

const x = (n: number): string => 'x'.repeat(n);
const heading: Block = { type: 'heading', text: 'h' };
const embedsIn = (all: readonly Post[]) => all.flatMap(({ embeds = [] }) => embeds);
const rowsIn = (all: readonly Post[]) => all.flatMap(({ components = [] }) => components);
const isOnePost: Case['isWhole'] = all => all.length === 1;
const isOneEmbed: Case['isWhole'] = all => embedsIn(all).length === 1;
const hasFields: Case['isWhole'] = all => embedsIn(all)[0]?.fields !== undefined;
const text = (n: number): Block => ({ type: 'text', line: [x(n)] });
const field = (label: string, value: string): Block => ({
  type: 'fields',
  fields: [{ label, value: [value] }],
});
const action = (label: string, given: Action['given']): Action => ({ label, command: 'why', given });
const actions = (n: number): Action[] => Array.from({ length: n }, (_, i) => action(`${i}`, { n: `${i}` }));
const buttons = (n: number): Block => ({ type: 'actions', actions: actions(n) });
const idFrame = (customId({ command: 'why', given: { n: '' } }) ?? '').length;

/** The limits of messages. */
const cases = {
  content: { of: n => [text(n)], isWhole: (all, n) => all[0]?.content === x(n) },
  embeds: { of: n => Array.from({ length: n }, () => heading), isWhole: isOnePost },
  embedSum: { of: n => [heading, text(4_000), heading, text(n - 4_002)], isWhole: isOnePost },
  title: {
    of: n => [{ type: 'heading', text: x(n) }],
    isWhole: (all, n) => embedsIn(all)[0]?.title === x(n),
  },
  description: { of: n => [heading, text(n)], isWhole: isOneEmbed },
  fields: {
    of: n => [{ type: 'fields', fields: Array.from({ length: n }, () => ({ label: 'l', value: ['v'] })) }],
    isWhole: isOneEmbed,
  },
  fieldName: { of: n => [field(x(n), 'v')], isWhole: hasFields },
  fieldValue: { of: n => [field('l', x(n))], isWhole: hasFields },
  rows: { of: n => [buttons(n * limits.selectOptions)], isWhole: isOnePost },
  rowButtons: { of: n => [buttons(n)], isWhole: all => !JSON.stringify(all).includes('"options"') },
  selectOptions: { of: n => [buttons(n)], isWhole: all => rowsIn(all).length === 1 },
  optionLabel: {
    of: n => [{ type: 'actions', actions: [...actions(limits.rowButtons), action(x(n), {})] }],
    isWhole: (all, n) => JSON.stringify(all).includes(`"${x(n)}"`),
  },
  buttonLabel: {
    of: n => [{ type: 'actions', actions: [{ label: x(n), command: 'why', given: {} }] }],
    isWhole: (all, n) => JSON.stringify(all).includes(`"${x(n)}"`),
  },
  customId: {
    of: n => [{ type: 'actions', actions: [{ label: 'l', command: 'why', given: { n: x(n - idFrame) } }] }],
    isWhole: all => rowsIn(all).length === 1,
  },
} satisfies Partial<Record<Limit, Case>>;

it.each(Object.entries<Case>(cases))(
  '%s: whole at the limit, another form beyond, and Discord takes both',
  (name, { of, isWhole }) => {
    const most = limits[name as Limit];
    const sent = (n: number): Post[] => render(message(of(n)), []);
    for (const post of [...sent(most), ...sent(most + 1)]) expectWithinLimits(post);
    expect([isWhole(sent(most), most), isWhole(sent(most + 1), most + 1)]).toEqual([true, false]);
  },
);

const choice = (name: string, value: string) => ({ name, value });

const asked = (given: Partial<Field>): Field => ({
  ...{ name: 'f', summary: 's', required: false, value: '', choices: [] },
  ...given,
});
const opened = (given: Partial<Form>) =>
  modal({ command: 'c', given: {}, asks: [], fields: [asked({})], ...given }, 'en-US');

const labelIn = ({ components: [first] }: ReturnType<typeof modal>): APILabelComponent =>
  first as APILabelComponent;

/** Limits of what is no message, each with what is kept of `n`. */
const kept = {
  commandDescription: n => described(n).length,
  choices: n => choices(Array.from({ length: n }, (_, i) => choice('n', `${i}`))).length,
  choiceName: n => choices([choice(x(n), 'v')])[0]?.name.length ?? 0,
  // Half a value would mean something else: a choice with a longer one is left out.
  choiceValue: n => choices([choice('n', x(n))])[0]?.value.length ?? 0,
  threadName: n => short(x(n), limits.threadName).length,
  formTitle: n => opened({ command: x(n - 1) }).title.length,
  formFields: n => opened({ fields: Array.from({ length: n }, () => asked({})) }).components.length,
  fieldLabel: n => labelIn(opened({ fields: [asked({ name: x(n) })] })).label.length,
  fieldHint: n => labelIn(opened({ fields: [asked({ summary: x(n) })] })).description?.length ?? 0,
} satisfies Partial<Record<Limit, (n: number) => number>>;

it.each(Object.entries<(n: number) => number>(kept))('%s: all at the limit, no more beyond', (name, of) => {
  const most = limits[name as Limit];
  expect(of(most)).toBe(most);
  expect(of(most + 1)).toBeLessThanOrEqual(most);
});

const spec = (given: Partial<CommandSpec>): CommandSpec => ({
  ...{ name: 'stance', summary: 's', example: '/stance', reply: 'private', access: 'everyone', options: [] },
  ...given,
});
const described = (n: number): string =>
  applicationCommands([spec({ summary: x(n) })], 'guild')[0]?.description ?? '';
const registered = (given: Partial<CommandSpec>): boolean => {
  const [command] = applicationCommands([spec(given)], 'guild');
  return !ApplicationCommandUpdateRequestSchema.safeParse({ ...command, default_member_permissions: null })
    .error;
};
const option = (name: string) => ({
  ...{ name, summary: 's', required: false },
  kind: { name: 'word', parse: (word: string) => word, complete: () => [] },
});

/** Limits that only we ourselves could break, by what Discord's schema takes of `n`. */
const ours = {
  commandName: n => registered({ name: x(n) }),
  options: n => registered({ options: Array.from({ length: n }, (_, i) => option(`o${i}`)) }),
  nonce: n => !MessageCreateRequestSchema.safeParse({ content: 'c', nonce: x(n), enforce_nonce: true }).error,
} satisfies Partial<Record<Limit, (n: number) => boolean>>;

it.each(Object.entries<(n: number) => boolean>(ours))(
  '%s: Discord takes the limit and refuses one more',
  (name, takes) => {
    const most = limits[name as Limit];
    expect([takes(most), takes(most + 1)]).toEqual([true, false]);
  },
);

it('no limit is without a case', () => {
  // The sum over a command is in no schema: what we register is held against it in localisations.test.ts.
  const known = [...Object.keys(cases), ...Object.keys(kept), ...Object.keys(ours), 'commandSum'];
  expect(known.toSorted()).toEqual(Object.keys(limits).toSorted());
});
