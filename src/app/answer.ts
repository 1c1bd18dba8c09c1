import { lookalikes } from '../core/catalog.ts';
import type { Desk, PlatformName } from '../core/desk.ts';
import { ConfigError, DeliveryError, UserError } from '../core/errors.ts';
import type { Action, Block, Message } from '../core/message.ts';
import { deskFor } from '../core/space.ts';
import type { Instant } from '../core/time.ts';
import { bugMessage, mistakeMessage } from '../views/mistake.ts';
import { commandAsked, familyOf, visibilityOf } from './asked.ts';
import { comeBack, setAway } from './away.ts';
import type { About, Command, Context, OptionSpec } from './command.ts';
import { completions } from './completions.ts';
import { proveWords } from './deliver.ts';
import { formOf } from './form.ts';
import { commandLine } from './line.ts';
import type { Bot, FeedFinder, Form, Log, MentionFinder, Reply, Request, Store } from './ports.ts';
import { configuredNow } from './settings.ts';

export interface AnswerTools {
  readonly commands: readonly Command[];
  /** What the files say, as of the desk; settings made in chat are read for each answer. */
  readonly catalog: About['catalog'];
  readonly desk: Desk;
  readonly store: Store;
  readonly feedFinder: FeedFinder;
  readonly mentionFinder: MentionFinder;
  readonly now: () => Instant;
  /** A short number that the person and the log both get when a command fails. */
  readonly reference: () => string;
  readonly log: Log;
}

/** What the platforms talk to. */
export function bot(tools: AnswerTools): Bot {
  return {
    commands: tools.commands,
    answer: request => answer(request, tools),
    form: request => form(request, tools),
    complete: completions(
      tools,
      async (typed, desk) => isManager(typed, desk) || isInstaller(typed, tools.store.installations),
    ),
    invited: (platform, channels) => invited(platform, channels, tools),
    dismissed: (platform, channels, reason) => dismissed(platform, channels, reason, tools),
  };
}

async function invited(
  platform: PlatformName,
  channels: readonly string[],
  { store, log, now }: AnswerTools,
): Promise<void> {
  for (const to of channels) {
    if (await comeBack({ platform, to }, store, now()))
      log.info('channel is back', { platform, channel: to });
  }
}

async function dismissed(
  platform: PlatformName,
  channels: readonly string[],
  reason: string,
  tools: AnswerTools,
): Promise<void> {
  const { desk } = await configuredNow(tools);
  const { marks, outbox } = tools.store;
  const known = desk.channels.filter(each => each.platform === platform && each.to !== null);
  for (const to of new Set(known.map(each => each.to ?? '').filter(each => channels.includes(each))))
    await setAway({ platform, to }, reason, { marks, outbox }, tools.now());
}

async function answer(request: Request, tools: AnswerTools): Promise<Reply> {
  const asked = commandAsked(tools.commands, request);
  const command = asked?.command;
  const meant: Request = asked ? { ...request, command: asked.command.name, given: asked.given } : request;
  try {
    const message = await answered(meant, command, tools);
    await proveWords(message, tools.store.articles);
    tools.log.info('answered', { command: meant.command, platform: request.platform });
    return { message, visibility: visibilityOf(meant, command) };
  } catch (error) {
    const { option = null } = error instanceof UserError ? error : {};
    const message = explained(error, meant, tools);
    return { message, visibility: 'private', failed: true, ...(option === null ? {} : { option }) };
  }
}

async function form(request: Request, tools: AnswerTools): Promise<{ form: Form } | { reply: Reply }> {
  try {
    const command = tools.commands.find(({ name }) => name === request.command);
    if (!command) throw unknownCommand(request, tools.commands);
    const context = await contextOf(request, tools);
    refuseUnlessAllowed(command, context);
    const options = command.options.filter(({ name }) => request.asks?.includes(name));
    const holds = await heldNow(command, options, request, context);
    return { form: await formOf({ command: command.name, given: request.given, options, holds }, context) };
  } catch (error) {
    const { asks: _, ...plain } = request;
    return { reply: { message: explained(error, plain, tools), visibility: 'private', failed: true } };
  }
}

/** What holds for the options that a form asks, given the others: those may be wrong, and are there to be corrected. */
async function heldNow(
  command: Command,
  asked: readonly OptionSpec[],
  { given }: Request,
  context: Context,
): Promise<Record<string, string>> {
  const others = command.options.filter(option => !asked.includes(option));
  const known = others.flatMap(option => {
    const word = given[option.name]?.trim();
    return word ? [[option.name, parsed(option, word, context)]] : [];
  });
  return (await command.filled?.(Object.fromEntries(known), context)) ?? {};
}

async function answered(
  request: Request,
  command: Command | undefined,
  tools: AnswerTools,
): Promise<Message> {
  const message = await run(request, command, tools);
  if (command?.reply !== 'private' || request.platform === 'terminal') return message;
  const { given, aloud } = request;
  const line = commandLine(command.name, given);
  const end: Block = aloud
    ? { type: 'note', line: ['Shared from ', { code: line }] }
    : { type: 'actions', actions: [{ label: 'Share here', command: command.name, given, aloud: true }] };
  return { ...message, blocks: [...message.blocks, end] };
}

async function run(request: Request, command: Command | undefined, tools: AnswerTools): Promise<Message> {
  if (!command) throw unknownCommand(request, tools.commands);
  const context = await contextOf(request, tools);
  refuseUnlessAllowed(command, context);
  return command.run(values(command, request, context), context);
}

function refuseUnlessAllowed({ name, access }: Command, { isManager, isHomeManager, isHome }: Context): void {
  if (access === 'everyone' || isHomeManager || (access === 'manager' && isManager)) return;
  if (isHome)
    throw new UserError(`/${name} is for managers of this desk. desk.yaml names them under managers.`);
  throw new UserError(
    access === 'home'
      ? `/${name} changes what all workspaces read: it is for those who run this Attaché.`
      : `/${name} is for managers here: who installed Attaché, and whom its operator names.`,
  );
}

function unknownCommand({ command, given }: Request, commands: readonly Command[]): UserError {
  const family = commands.filter(each => familyOf(each) === command).map(({ name }) => name);
  const typed = family.length > 0 ? `${command} ${given[''] ?? ''}` : command;
  const near = family.length > 0 ? family : lookalikes(typed, [...new Set(commands.map(familyOf))]);
  const shown = near.map(each => `/${each}`).join(', ');
  const hint = near.length > 0 ? `Did you mean ${shown}?` : '/help lists them.';
  return new UserError(`There is no command /${typed.slice(0, 40)}. ${hint}`, { suggestions: near });
}

const isManager = ({ platform, who }: Pick<Request, 'platform' | 'who'>, { managers }: Desk): boolean =>
  platform === 'terminal' || managers[platform].includes(who);

/** Who installed the bot in a further space is its first manager. */
async function isInstaller(
  { platform, space, isHome, who }: Pick<Request, 'platform' | 'space' | 'isHome' | 'who'>,
  installations: Store['installations'],
): Promise<boolean> {
  if (isHome || space === null) return false;
  return (await installations.get(platform, space))?.by === who;
}

const isHomeManager = (request: Request, desk: Desk): boolean => request.isHome && isManager(request, desk);

const aboutOf = ({ catalog, desk, now, commands }: AnswerTools): About => ({
  catalog,
  now: now(),
  zone: desk.zone,
  commands,
});

async function contextOf(request: Request, tools: AnswerTools): Promise<Context> {
  const { platform, space, isHome, who, where, given, aloud } = request;
  const { articles, ledger, corrections, positions, feedStates, marks, outbox, settings, installations } =
    tools.store;
  const { desk, catalog } = await configuredNow(tools);
  const seen = deskFor(desk, request);
  return {
    ...aboutOf(tools),
    ...{ catalog, desk: seen },
    configured: tools.catalog,
    articles,
    ledger,
    corrections,
    positions,
    feedStates,
    marks,
    outbox,
    settings,
    installations,
    feedFinder: tools.feedFinder,
    mentionFinder: tools.mentionFinder,
    log: tools.log,
    ...{ platform, space, isHome, who, where, given },
    // What is answered aloud has no buttons for managers.
    isManager: !aloud && (isManager(request, seen) || (await isInstaller(request, installations))),
    isHomeManager: !aloud && isHomeManager(request, desk),
  };
}

/** Turns the words given into the values of the command's kinds. Words without a name fill the first option. */
function values(command: Command, { given }: Request, about: About): Record<string, unknown> {
  const [first] = command.options;
  const { '': nameless, ...named } = given;
  const words =
    nameless !== undefined && first ? { [first.name]: unmarked(nameless, first), ...named } : named;
  if (nameless !== undefined && !first) throw new UserError(`/${command.name} takes no words.`);
  for (const name of Object.keys(words)) refuseUnknown(name, command);
  return Object.fromEntries(
    command.options.flatMap(option => {
      const word = words[option.name]?.trim();
      if (word) return [[option.name, parsed(option, word, about)]];
      if (option.required) throw missing(option, command);
      return [];
    }),
  );
}

const unmarked = (words: string, { kind }: OptionSpec): string =>
  kind.verbatim ? words : words.replace(/["“”]/g, '');

/** No name, date or search is longer; what is would be repeated in suggestions and buttons. */
const longestWord = 300;

function parsed(option: OptionSpec, word: string, about: About): unknown {
  if (word.length > longestWord) {
    const sum = `${word.length} characters are too many`;
    throw new UserError(`${sum} for ${option.name}:. Type at most ${longestWord}.`);
  }
  try {
    return option.kind.parse(word, about);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(error.message, { suggestions: error.suggestions, option: option.name, cause: error });
  }
}

function refuseUnknown(name: string, { name: command, options }: Command): void {
  if (options.some(option => option.name === name)) return;
  const names = options.map(option => `${option.name}:`);
  const known = names.length > 0 ? `It knows ${names.join(' ')}` : 'It has none';
  throw new UserError(`/${command} has no option ${name.slice(0, 40)}:. ${known}.`);
}

function missing({ kind }: OptionSpec, { name, example }: Command): UserError {
  const article = /^[aeiou]/i.test(kind.name) ? 'an' : 'a';
  return new UserError(`/${name} needs ${article} ${kind.name}. For example: ${example}`);
}

/** A person's mistake is explained to them; a fault of ours gets a number that the log has too. */
function explained(
  error: unknown,
  request: Request,
  { desk, log, reference, commands }: AnswerTools,
): Message {
  if (error instanceof UserError) {
    const shown = { zone: desk.zone, commands: commands.map(({ name }) => name) };
    return mistakeMessage(error, [...formAgain(request), ...tryAgain(error, request, commands)], shown);
  }
  const number = reference();
  const kind = error instanceof ConfigError || error instanceof DeliveryError ? error.name : 'bug';
  log.error('command failed', { reference: number, kind, command: request.command, error });
  return bugMessage(number, desk.zone);
}

/** The form that the request was filled in in, with what was typed. */
const formAgain = ({ command, given, asks }: Request): Action[] =>
  asks ? [{ label: 'Correct it…', command, given, asks }] : [];

/** The request once more with each suggestion in place of the faulty word. */
function tryAgain(
  { suggestions, option }: UserError,
  { command, given }: Request,
  commands: readonly Command[],
): Action[] {
  const known = commands.find(({ name }) => name === command);
  const place = known?.options[0]?.name === option && given[''] !== undefined ? '' : option;
  const again = suggestions.map(suggestion => {
    const name = known ? command : suggestion;
    const words = known && place !== null ? { ...given, [place]: suggestion } : { ...given };
    return { label: commandLine(name, words), command: name, given: words };
  });
  return again.filter(({ label }) => label.length <= longestWord);
}
