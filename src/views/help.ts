import type { Block, Line, Message } from '../core/message.ts';
import type { Zone } from '../core/time.ts';

/** What help says of a command. */
export interface Helped {
  readonly name: string;
  readonly summary: string;
  readonly example: string;
  readonly access: 'everyone' | 'manager';
  readonly options: readonly {
    readonly name: string;
    readonly summary: string;
    readonly required: boolean;
    readonly kind: { readonly name: string };
  }[];
}

/** All commands, a line each with an example that works. */
export function helpMessage(commands: readonly Helped[], zone: Zone): Message {
  const items = commands.map(
    ({ example, summary, access }): Line => [
      { code: example },
      ` ${summary}${access === 'manager' ? ' (managers)' : ''}`,
    ],
  );
  const blocks: Block[] = [
    { type: 'heading', text: 'Attaché: who said what, in which words' },
    { type: 'list', items },
    {
      type: 'note',
      line: ['Options are typed as ', { code: 'name:value' }, '. More on one: ', { code: '/help stance' }],
    },
  ];
  return { summary: 'What you can ask', blocks, ping: [], zone };
}

/** One command with its options. */
export function commandHelp({ name, summary, example, options }: Helped, zone: Zone): Message {
  const items = options.map(
    (option): Line => [
      { code: `${option.name}:` },
      ` ${option.summary}${option.required ? ' (needed)' : ''}`,
    ],
  );
  const blocks: Block[] = [
    { type: 'heading', text: `/${name}` },
    { type: 'text', line: [`${summary}.`] },
    ...(items.length > 0 ? [{ type: 'list', items } as const] : []),
    { type: 'text', line: ['For example: ', { code: example }] },
  ];
  return { summary: `/${name}: ${summary}`, blocks, ping: [], zone };
}
