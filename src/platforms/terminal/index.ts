import { createInterface, type Interface } from 'node:readline';
import { parseCommandLine } from '../../app/line.ts';
import type { Bot, Claimed, Platform, Receipt } from '../../app/ports.ts';
import type { Audience } from '../../core/desk.ts';
import { type Completed, completed, here } from './completed.ts';
import { type History, historyIn } from './history.ts';
import { clean, type Look, rendered } from './render.ts';

export interface TerminalSettings {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  readonly colour: boolean;
  /** The terminal takes no escape sequences: what comes while somebody types goes under it, not above. */
  readonly dumb?: boolean;
  /** Where what is typed is kept between runs; nowhere if not given. */
  readonly history?: string;
  readonly audiences: readonly Audience[];
  /** Called when the person at the prompt has had enough: `quit`, Ctrl-D, Ctrl-C. */
  readonly left: () => void;
}

export interface Terminal extends Platform {
  /** Answers one line as if it had been typed at the prompt. False where it could only say what is wrong with it. */
  answer(line: string, bot: Pick<Bot, 'answer'>): Promise<boolean>;
  /** Prints text of our own as it is, above the prompt. */
  show(text: string): void;
}

const widthOfPlainText = 100;

/** A terminal as a platform: channels are printed as they come, and a prompt answers where there is a keyboard. */
export function terminalPlatform(settings: TerminalSettings): Terminal {
  const { output, input } = settings;
  const names = new Map(settings.audiences.map(({ id, name }) => [id, name]));
  let prompt: Interface | null = null;

  const look = (): Look => ({ colour: settings.colour, width: output.columns ?? widthOfPlainText });

  const print = (text: string): void => {
    if (prompt) output.write(settings.dumb ? '\n' : '\r\u001b[K');
    output.write(`${text}\n`);
    prompt?.prompt(true);
  };

  const answer = async (line: string, bot: Pick<Bot, 'answer'>): Promise<boolean> => {
    const asked = parseCommandLine(line);
    if (!asked) return false;
    const { message, failed } = await bot.answer({
      ...asked,
      ...here,
      where: null,
    });
    print(`${rendered(message, look(), names)}\n`);
    return !failed;
  };

  const typed = async (line: string, bot: Bot, history: History | null): Promise<void> => {
    if (/^\/?(quit|exit)\s*$/i.test(line)) return settings.left();
    history?.keep(line);
    await answer(line, bot);
    prompt?.prompt();
  };

  return {
    name: 'terminal',
    async start(bot) {
      if (!input.isTTY) return;
      const history = settings.history === undefined ? null : historyIn(settings.history);
      prompt = createInterface({
        input,
        output,
        prompt: '› ',
        history: [...(history?.lines ?? [])],
        historySize: 500,
        removeHistoryDuplicates: true,
        completer: (line: string, done: (error: null, found: Completed) => void) =>
          void completed(line, bot).then(found => done(null, found)),
      });
      prompt.on('line', line => void typed(line, bot, history));
      prompt.on('close', settings.left);
      prompt.prompt();
    },
    async stop() {
      prompt?.removeAllListeners('close');
      prompt?.close();
      prompt = null;
    },
    async post(delivery: Claimed): Promise<Receipt> {
      print(leadOf(delivery) + rendered(delivery.message, look(), names));
      return { to: delivery.to, key: delivery.key };
    },
    answer,
    show: print,
  };
}

/** What was printed stays: a changed message is printed again. */
function leadOf({ to, parent, change }: Claimed): string {
  if (change) return `\n━━ #${clean(to)} · ${change.how === 'edit' ? 'changed' : 'taken back'} ━━\n`;
  return parent ? '' : `\n━━ #${clean(to)} ━━\n`;
}
