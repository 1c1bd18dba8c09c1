import { setTimeout as sleep } from 'node:timers/promises';
import {
  type APIInteractionResponse,
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  InteractionResponseType,
  MessageFlags,
  type ModalSubmitInteraction,
  type REST,
  Routes,
  type StringSelectMenuInteraction,
} from 'discord.js';
import { commandAsked, visibilityOf } from '../../app/asked.ts';
import type { Bot, Log, Reply, Request } from '../../app/ports.ts';
import type { Audience } from '../../core/desk.ts';
import { code, isRefused, isUncertain, reason } from './failures.ts';
import { followUp, isExpired, postLate } from './follow-ups.ts';
import { type Drafts, formRequest, modal } from './forms.ts';
import { type Post, render } from './render.ts';
import { askedFrom, choices, isTypedBefore, pressRequest, slashRequest } from './translate.ts';

export interface InteractionTools {
  readonly bot: Bot;
  readonly audiences: readonly Audience[];
  readonly log: Log;
  /** The one server that the bot is for; null where it is for all. */
  readonly home: string | null;
  /** For acknowledgements: it repeats nothing, and gives up before Discord does. */
  readonly callbacks: REST;
  /** For what follows them: it repeats nothing either. */
  readonly answers: REST;
  readonly drafts: Drafts;
  /** An answer's turn. */
  readonly turn: () => Promise<void>;
}

type Pressed = ButtonInteraction | StringSelectMenuInteraction;
type Asked = ChatInputCommandInteraction | Pressed | ModalSubmitInteraction;

/** Answers an interaction. Never rejects: an interaction that fails is logged, and the next one works. */
export async function answerInteraction(interaction: Interaction, tools: InteractionTools): Promise<void> {
  try {
    if (interaction.isAutocomplete()) await complete(interaction, tools);
    else if (interaction.isChatInputCommand())
      await answer(interaction, slashRequest(interaction, tools.home), tools);
    else if (interaction.isButton()) await press(interaction, interaction.customId, tools);
    else if (interaction.isStringSelectMenu()) await press(interaction, interaction.values[0] ?? '', tools);
    else if (interaction.isModalSubmit()) await submit(interaction, tools);
  } catch (error) {
    reportFailure(error, interaction, tools.log);
  }
}

/** Too late, or answered before: nothing can be done and nothing is broken. */
function reportFailure(error: unknown, { id }: Interaction, log: Log): void {
  const late = isRefused(error, code.unknownInteraction, code.alreadyAnswered);
  const event = late ? 'discord interaction late' : 'discord interaction failed';
  log[late ? 'warn' : 'error'](event, { interaction: id, reason: reason(error) });
}

async function complete(
  interaction: AutocompleteInteraction,
  { bot, home }: InteractionTools,
): Promise<void> {
  const { name, value } = interaction.options.getFocused(true);
  const member = interaction.options.getSubcommand(false);
  const command = member ? `${interaction.commandName} ${member}` : interaction.commandName;
  const { where: _, ...asker } = askedFrom(interaction, home);
  const typed = { command, option: name, part: value, ...asker };
  const found = await Promise.race([bot.complete(typed), sleep(patience, [], { ref: false })]);
  await interaction.respond(choices(found));
}

/** Milliseconds: Discord waits 3 s for completions and forms, and shows an error where none come. */
const patience = 2_000;

/** `id` is a button's custom id, or the value of what was selected. */
async function press(interaction: Pressed, id: string, tools: InteractionTools): Promise<void> {
  const { channelId, guildId, user } = interaction;
  const request = pressRequest({ customId: id, channelId, guildId, user }, tools.home);
  if (!request) return tell(interaction, older);
  return request.asks ? open(interaction, id, request, tools) : answer(interaction, request, tools);
}

const older = 'This button is of an older version. Type the command instead: /help lists them.';

async function tell(interaction: Asked, content: string): Promise<void> {
  await interaction.reply({ content, flags: MessageFlags.Ephemeral });
}

/** A form has to be the first answer to an interaction: what it holds is found within the time that Discord waits. */
async function open(
  interaction: Pressed,
  id: string,
  request: Request,
  tools: InteractionTools,
): Promise<void> {
  const typed = isTypedBefore(id) ? tools.drafts.of(request) : {};
  const asked = { ...request, given: { ...request.given, ...typed } };
  const found = await Promise.race([tools.bot.form(asked), sleep(patience, null, { ref: false })]);
  if (!found) return tell(interaction, 'The form took too long to open. Press the button again.');
  if ('reply' in found) return answerWith(interaction, 'private', async () => found.reply, tools);
  const data = modal(found.form, interaction.locale);
  await respond(interaction, { type: InteractionResponseType.Modal, data }, tools);
}

async function submit(interaction: ModalSubmitInteraction, tools: InteractionTools): Promise<void> {
  const request = formRequest(interaction, tools.home);
  if (!request) return tell(interaction, older);
  tools.drafts.keep(request);
  await answer(interaction, request, tools);
}

/** Acknowledges first, whatever the answer costs: Discord waits 3 seconds, then it takes 15 minutes for the answer. */
async function answer(interaction: Asked, request: Request, tools: InteractionTools): Promise<void> {
  const visibility = visibilityOf(request, commandAsked(tools.bot.commands, request)?.command);
  await answerWith(interaction, visibility, () => tools.bot.answer(request), tools);
}

async function answerWith(
  interaction: Asked,
  visibility: Reply['visibility'],
  found: () => Promise<Reply>,
  tools: InteractionTools,
): Promise<void> {
  const data = visibility === 'private' ? { flags: MessageFlags.Ephemeral } : {};
  const type = InteractionResponseType.DeferredChannelMessageWithSource;
  await respond(interaction, { type, data }, tools);
  await tools.turn();
  const reply = await found();
  try {
    await show(interaction, reply, visibility, tools);
  } catch (error) {
    reportFailure(error, interaction, tools.log);
    await edit(interaction, sorry, tools);
  }
}

const sorry: Post = {
  content: 'The answer could not be shown here. The log of the bot says why.',
  embeds: [],
  components: [],
  allowed_mentions: { parse: [], roles: [] },
};

/** A second call after a lost answer may find that the first did arrive. A first one that does was not ours. */
async function respond(
  { id, token }: Asked,
  body: APIInteractionResponse,
  { callbacks }: InteractionTools,
): Promise<void> {
  const call = () => callbacks.post(Routes.interactionCallback(id, token), { body, auth: false });
  try {
    await call();
  } catch (error) {
    if (!isUncertain(error)) throw error;
    await call().catch(again => {
      if (!isRefused(again, code.alreadyAnswered)) throw again;
    });
  }
}

/**
 * Puts the answer in the place of the acknowledgement. Who sees a reply is settled by the acknowledgement, so an answer
 * for others than that replaces it instead; the first follow-up to one still there would take its place and visibility.
 */
async function show(
  interaction: Asked,
  reply: Reply,
  settled: Reply['visibility'],
  tools: InteractionTools,
): Promise<void> {
  const posts = render(reply.message, tools.audiences);
  const [first, ...rest] = posts;
  const same = reply.visibility === settled;
  try {
    if (same && first) await edit(interaction, first, tools);
    if (!same) await remove(interaction, tools);
  } catch (error) {
    if (!isExpired(error)) throw error;
    return postLate(interaction, posts, reply.visibility, tools);
  }
  await followUp(interaction, same ? rest : posts, reply.visibility, tools);
}

const original = ({ applicationId, token }: Asked) =>
  Routes.webhookMessage(applicationId, token, '@original');

async function edit(interaction: Asked, post: Post, { answers }: InteractionTools): Promise<void> {
  const call = () => answers.patch(original(interaction), { body: post, auth: false });
  await call().catch(error => {
    if (!isUncertain(error)) throw error;
    return call();
  });
}

const remove = (interaction: Asked, { answers }: InteractionTools): Promise<unknown> =>
  answers.delete(original(interaction), { auth: false });
