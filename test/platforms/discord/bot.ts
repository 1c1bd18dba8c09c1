import type { Choice, CommandSpec, Kind } from '../../../src/app/command.ts';
import type { Bot, Claimed, Log, PartlyTyped, Reply, Request } from '../../../src/app/ports.ts';
import type { Message } from '../../../src/core/message.ts';
import { message } from './messages.ts';

const subject: Kind<string> = { name: 'subject', parse: word => word, complete: () => [] };

const spec = (name: string, reply: CommandSpec['reply']): CommandSpec => ({
  name,
  summary: `What ${name} gives`,
  example: `/${name} NATO`,
  reply,
  access: 'everyone',
  options: [
    { name: 'days', summary: 'How many days back', required: false, kind: subject },
    { name: 'subject', summary: 'A topic or a name', required: true, kind: subject },
  ],
});

export const specs: readonly CommandSpec[] = [spec('stance', 'private'), spec('brief', 'channel')];

/** A bot that remembers what it was asked and answers what the test says. */
export class FakeBot implements Bot {
  commands = specs;
  readonly requests: Request[] = [];
  readonly completed: PartlyTyped[] = [];
  reply: Reply | (() => Promise<Reply>) = { message: says('an answer'), visibility: 'private' };
  choices: Choice[] | Error | Promise<Choice[]> = [];

  async answer(request: Request): Promise<Reply> {
    this.requests.push(request);
    return typeof this.reply === 'function' ? this.reply() : this.reply;
  }

  readonly invitedTo: (readonly string[])[] = [];

  async invited(_platform: string, channels: readonly string[]): Promise<void> {
    this.invitedTo.push(channels);
  }

  readonly dismissedFrom: { readonly channels: readonly string[]; readonly reason: string }[] = [];

  async dismissed(_platform: string, channels: readonly string[], reason: string): Promise<void> {
    this.dismissedFrom.push({ channels, reason });
  }

  readonly opened: Request[] = [];
  formOf: Bot['form'] = async () => ({ reply: { message: says('no form'), visibility: 'private' } });

  form(request: Request): ReturnType<Bot['form']> {
    this.opened.push(request);
    return this.formOf(request);
  }

  async complete(typed: PartlyTyped): Promise<Choice[]> {
    this.completed.push(typed);
    if (this.choices instanceof Error) throw this.choices;
    return this.choices;
  }
}

export const says = (text: string): Message => message([{ type: 'text', line: [text] }]);

interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly event: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

export class FakeLog implements Log {
  readonly lines: LogLine[] = [];
  #waiting: (() => void)[] = [];

  info = (event: string, fields = {}): void => this.#add({ level: 'info', event, fields });
  warn = (event: string, fields = {}): void => this.#add({ level: 'warn', event, fields });
  error = (event: string, fields = {}): void => this.#add({ level: 'error', event, fields });

  #add(line: LogLine): void {
    this.lines.push(line);
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  of(level: LogLine['level']): string[] {
    return this.lines.filter(line => line.level === level).map(({ event }) => event);
  }

  /** Waits for an event. */
  async logged(event: string): Promise<LogLine> {
    for (;;) {
      const line = this.lines.find(each => each.event === event);
      if (line) return line;
      await new Promise<void>(resolve => this.#waiting.push(resolve));
    }
  }
}

export const claimed = (to: string, shown: Message, rest: Partial<Claimed> = {}): Claimed => ({
  key: 'alert:1',
  platform: 'discord',
  to,
  message: shown,
  under: null,
  notBefore: Date.now(),
  attempts: 0,
  parent: null,
  target: null,
  ...rest,
});
