import { setTimeout as sleep } from 'node:timers/promises';
import type { ViewResponseAction } from '@slack/bolt';
import type { Bot, Form, Reply, Request } from '../../app/ports.ts';
import type { Action, Message } from '../../core/message.ts';
import { fault } from './faults.ts';
import {
  type Back,
  blockOf,
  filledIn,
  formView,
  found,
  type Kept,
  keptIn,
  optionOf,
  type ShownField,
} from './form-view.ts';
import type { Responding } from './responses.ts';
import { respond } from './responses.ts';
import type { Pressed } from './translate.ts';
import { waitingView } from './view.ts';

export interface FormTools extends Responding {
  readonly bot: Bot;
  /** Shows the home tab of who asks anew. */
  readonly home: (request: Request) => Promise<void>;
  /** Shows a message in a window that stands. */
  readonly show: (message: Message, window: string, request: Request) => Promise<void>;
}

/** What a submission comes to: the word for Slack's window, and what is done after it was given. */
export interface Submitted {
  readonly answer: ViewResponseAction | undefined;
  readonly after: () => Promise<void>;
}

/** A form as it comes back. */
export interface SubmittedView {
  readonly id: string;
  readonly private_metadata: string;
  readonly state: { readonly values: Parameters<typeof filledIn>[0] };
}

type Asker = Pick<Request, 'space' | 'isHome' | 'who'>;

/** Milliseconds: Slack waits three seconds for its answer, the way to it included. */
const patience = 2_000;

export function forms(tools: FormTools) {
  const { bot, workspaces } = tools;

  /** Opens the form of a button, over the window where it was pressed. Gives what to say instead where it cannot. */
  async function open(pressed: Pressed, trigger_id: string, back: Back): Promise<Reply | null> {
    const { asksChannel, ...request } = pressed;
    const made = await bot.form(request);
    if ('reply' in made) return made.reply;
    const view = await viewOf(made.form, pressed, back);
    const over = typeof back === 'object' && 'window' in back ? 'push' : 'open';
    try {
      await workspaces.calling(request.space, client => client.views[over]({ trigger_id, view }));
      return null;
    } catch (error) {
      const found = fault(error);
      tools.log.warn('slack form not opened', { command: request.command, error: String(error) });
      if (found.kind === 'refused' && found.code === 'exchanged_trigger_id') return null;
      return { message: lateMessage(pressed), visibility: 'private', failed: true };
    }
  }

  async function viewOf(form: Form, pressed: Pressed, back: Back) {
    const { command, given, asks } = form;
    const spec = bot.commands.find(({ name }) => name === command) ?? { options: [] };
    const fields = await Promise.all(form.fields.map(field => named(field, form, pressed)));
    const kept: Kept = { command, given, asks, where: pressed.where, back };
    return formView({ ...form, fields }, kept, spec, pressed.asksChannel === true && pressed.where === null);
  }

  /** What is chosen is shown by its name, which only the completions know. */
  async function named(field: Form['fields'][number], { command }: Form, asker: Asker): Promise<ShownField> {
    const { name: option, value, choices } = field;
    if (value === '' || choices.length > 0) return { ...field, shown: value };
    const offered = await complete(command, option, value, asker);
    return { ...field, shown: offered.find(each => each.value === value)?.name ?? value };
  }

  const complete = (command: string, option: string, part: string, { space, isHome, who }: Asker) =>
    bot.complete({ platform: 'slack', command, option, part, space, isHome, who });

  /** The choices of a field for what is typed so far. */
  async function choices(metadata: string, block: string, part: string, asker: Asker) {
    const kept = keptIn(metadata);
    return kept ? found(await complete(kept.command, optionOf(block), part, asker)) : [];
  }

  /** Asks what was filled in. What is wrong is said at its field, and nothing that was typed is lost. */
  async function submitted(view: SubmittedView, asker: Asker): Promise<Submitted> {
    const kept = keptIn(view.private_metadata);
    if (!kept) return { answer: { response_action: 'clear' }, after: async () => {} };
    const request = requestOf(kept, view, asker);
    const answering = bot.answer(request);
    const reply = await Promise.race([answering, sleep(patience, null, { ref: false })]);
    if (!reply) return late(answering, view.id, request, tools);
    if (reply.failed) return { answer: refused(reply, view), after: async () => {} };
    // Without a word the form alone closes, and the window underneath is seen again.
    const isOver = typeof kept.back === 'object' && 'window' in kept.back;
    const answer = isOver ? undefined : ({ response_action: 'clear' } as const);
    return { answer, after: () => finished(reply, kept.back, request, tools) };
  }

  return { open, choices, submitted };
}

function requestOf({ command, given, asks, where }: Kept, { state }: SubmittedView, asker: Asker): Request {
  const { given: filled, channel } = filledIn(state.values);
  const { space, isHome, who } = asker;
  return {
    ...{ command, given: { ...given, ...filled }, asks },
    ...{ platform: 'slack', space, isHome, who, where: where ?? channel },
  };
}

/** The window says to wait, and then what came of it. */
const late = (answering: Promise<Reply>, window: string, request: Request, tools: FormTools): Submitted => ({
  answer: { response_action: 'update', view: waitingView() },
  after: async () => {
    await tools.show((await answering).message, window, request);
    await tools.home(request);
  },
});

/** Said where the button stood: under its message, or in its window; the home tab shows what it came to. */
async function finished(reply: Reply, back: Back, request: Request, tools: FormTools): Promise<void> {
  if (back === 'home') return tools.home(request);
  if ('url' in back) return respond(request, back, reply, tools);
  await tools.show(reply.message, back.window, request);
  await tools.home(request);
}

/** Slack shows errors at fields alone. */
function refused({ message, option }: Reply, { state }: SubmittedView): ViewResponseAction {
  const blocks = Object.keys(state.values);
  const at = option === undefined ? undefined : blocks.find(block => block === blockOf(option));
  const block = at ?? blocks.find(each => each.startsWith(blockOf(''))) ?? blocks[0] ?? '';
  return { response_action: 'errors', errors: { [block]: sentence(message, option) } };
}

/** With what may have been meant, for an error has no buttons. */
function sentence({ summary, blocks }: Message, option: string | undefined): string {
  const again = blocks.flatMap(block => (block.type === 'actions' ? block.actions : []));
  const meant = again.flatMap(({ given, asks }) =>
    asks || option === undefined ? [] : (given[option] ?? []),
  );
  const isSaid =
    meant.length === 0 || summary.includes('Did you mean') || meant.every(word => summary.includes(word));
  return isSaid ? summary : `${summary} Did you mean ${meant.join(', ')}?`;
}

/** Slack lets a window open within three seconds of a press. */
function lateMessage({ command, given, asks = [], asksChannel }: Pressed): Message {
  const summary = 'The form could not be opened in time.';
  const again: Action = {
    ...{ label: 'Open it again…', command, given, asks },
    ...(asksChannel ? { asksChannel } : {}),
  };
  const blocks: Message['blocks'] = [
    { type: 'text', line: [summary] },
    { type: 'actions', actions: [again] },
  ];
  return { summary, blocks, ping: [], zone: 'UTC' };
}
