import { expect, test } from 'vitest';
import { commands } from '../../../commands/index.ts';
import type { Action } from '../../../src/core/message.ts';
import { slackManifest } from '../../../src/platforms/slack/manifest.ts';
import { posts } from '../../../src/platforms/slack/render.ts';
import { typeable } from '../../../src/platforms/slack/reserved.ts';
import { said } from './desk.ts';

test('every example of every command works as it is shown: its slash command is in the manifest', () => {
  const registered = slackManifest(commands).features.slash_commands.map(({ command }) => command);
  for (const { example } of commands) expect(registered).toContain(typeable(example).split(' ', 1)[0]);
});

test.each([
  ['/search NATO', '/attache search NATO'],
  ['/status', '/attache status'],
  ['/stance NATO', '/stance NATO'],
  ['/topics', '/topics'],
  ['/searching', '/searching'],
  ['status', 'status'],
  ['see /search', 'see /search'],
  ['', ''],
])('%j is typed as %j', (line, shown) => {
  expect(typeable(line)).toBe(shown);
});

test('lines, small print and what no button can carry show what works in Slack', () => {
  const actions: Action[] = [{ label: 'Older', command: 'search', given: { '': 'x'.repeat(2_000) } }];
  const shown = JSON.stringify(
    posts(
      said(
        'Nothing found.',
        { type: 'text', line: ['Try ', { code: '/search pact' }] },
        { type: 'note', line: ['Feeds: ', { code: '/status' }] },
        { type: 'actions', actions },
      ),
      [],
    ),
  );
  expect(shown).toContain('"/attache search pact"');
  expect(shown).toContain('Feeds: /attache status');
  expect(shown).toContain('"/attache search xxx');
});
