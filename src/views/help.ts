import type { Block, Line, Message } from '../core/message.ts';
import type { Zone } from '../core/time.ts';
import { counted } from './words.ts';

/** What help says of a command. */
export interface Helped {
  readonly name: string;
  readonly summary: string;
  readonly example: string;
  readonly access: 'everyone' | 'manager' | 'home';
  readonly options: readonly {
    readonly name: string;
    readonly summary: string;
    readonly required: boolean;
    readonly kind: { readonly name: string };
  }[];
}

/** All commands, a line each with an example that works. */
export function helpMessage(commands: readonly Helped[], zone: Zone): Message {
  const more = [{ code: '/help stance' }, ', ', { code: '/help digest' }];
  const blocks: Block[] = [
    { type: 'heading', text: 'Attaché: who said what, in which words' },
    { type: 'list', items: commands.map(helpLine) },
    {
      type: 'note',
      line: ['Options are typed as ', { code: 'name:value' }, '. More on one: ', ...more],
    },
  ];
  return { summary: 'What you can ask', blocks, ping: [], zone };
}

const helpLine = ({ example, summary, access }: Helped): Line => [
  { code: example },
  ` ${summary}${access === 'manager' ? ' (managers)' : ''}`,
];

/** The commands of a family, with the options of each. */
export function familyHelp(family: string, members: readonly Helped[], zone: Zone): Message {
  const items = members.map((each): Line => {
    const options = each.options.map(({ name }) => `${name}:`).join(' ');
    return [...helpLine(each), ...(options === '' ? [] : [' · ', { code: options }])];
  });
  const [first] = members;
  const alone: Line = first ? [{ code: `/${family}` }, ' alone is ', { code: `/${first.name}` }, '. '] : [];
  const more: Line = members.slice(0, 1).flatMap(({ name }) => ['More on one: ', { code: `/help ${name}` }]);
  const blocks: Block[] = [
    { type: 'heading', text: family },
    { type: 'list', items },
    { type: 'note', line: [...alone, ...more] },
  ];
  return { summary: `${family}: ${counted(members.length, 'command')}`, blocks, ping: [], zone };
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
    { type: 'heading', text: name },
    { type: 'text', line: [`${summary}.`] },
    ...(items.length > 0 ? [{ type: 'list', items } as const] : []),
    { type: 'text', line: ['For example: ', { code: example }] },
  ];
  return { summary: `${name}: ${summary}`, blocks, ping: [], zone };
}
