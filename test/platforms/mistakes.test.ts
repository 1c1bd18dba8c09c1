import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { plain } from '../../src/core/message.ts';
import { render } from '../../src/platforms/discord/render.ts';
import { posts } from '../../src/platforms/slack/render.ts';
import { rendered } from '../../src/platforms/terminal/render.ts';
import { withCommands } from '../../src/views/mistake.ts';
import { askable, say } from '../support/asked.ts';

const names = commands.map(({ name }) => name);
const codes = (text: string): string[] =>
  withCommands(text, names).flatMap(piece =>
    typeof piece === 'object' && 'code' in piece ? [piece.code] : [],
  );

describe('the commands in a sentence', () => {
  it.each([
    ['Did you mean /search?', ['/search']],
    ['Did you mean /status, /stance?', ['/status', '/stance']],
    ['There is no word. For example: /search cease fire', ['/search cease fire']],
    ['Say which one with digest:NAME, or /digest set at:07:30 for one here.', ['/digest set at:07:30']],
    ['It is paused: /feeds resume feed:pier. Ask.', ['/feeds resume feed:pier']],
    ['There is no feed “/status what”. /feeds list names them.', ['/feeds list']],
    ['There is no command /statuses, nor a/status, nor https://x.example/status', []],
    ['/nothing is here', []],
    ['/stance needs a topic or name.', ['/stance']],
    ['', []],
  ])('%j: %j', (text, found) => {
    expect(codes(text)).toEqual(found);
    expect(plain(withCommands(text, names), () => '')).toBe(text);
  });
});

const lines = [
  '/serch x',
  '/statsu',
  '/search',
  '/search ***',
  '/search word dayz:1',
  '/search word party:Nordlnad',
  '/status x',
  '/help serch',
  '/help search',
  '/help status',
  '/help',
  '/search nothing',
  '/feeds list',
];

describe('what is said of commands that Slack keeps for itself', () => {
  it.each(lines)('%s: in Slack what works there, elsewhere what works there', async line => {
    const { bot } = await askable();
    const message = await say(bot, line);
    const slack = JSON.stringify(posts(message, []));
    expect(slack).not.toMatch(/\/(?:search|status)(?![a-z])/);
    const discord = JSON.stringify(render(message, []));
    const terminal = rendered(message, { colour: false, width: 100 });
    for (const shown of [discord, terminal]) expect(shown).not.toContain('/attache');
    const isNamed = /\/(?:search|status)(?![a-z])/.test(terminal);
    expect(/\/attache (?:search|status)/.test(slack)).toBe(isNamed);
  });

  it('the notification says it too, and so do the buttons', async () => {
    const { bot } = await askable();
    const [post] = posts(await say(bot, '/serch x'), []);
    expect(post?.text).toBe('There is no command /serch. Did you mean /attache search?');
    expect(JSON.stringify(post?.blocks)).toContain('"text":"/attache search x"');
  });
});
