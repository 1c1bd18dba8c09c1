import type { Command } from '../src/app/command.ts';
import { brief } from './brief.ts';
import { help } from './help.ts';
import { quotes } from './quotes.ts';
import { shifts } from './shifts.ts';
import { stance } from './stance.ts';
import { status } from './status.ts';
import { topics } from './topics.ts';
import { why } from './why.ts';

/** What people can ask, in the order of /help. */
export const commands: readonly Command[] = [stance, shifts, brief, quotes, why, topics, status, help];
