import { expect, test } from 'vitest';
import { pressedRequest, saidRequest, slashRequest, typed } from '../../../src/platforms/slack/translate.ts';

const here = { space: 'T1', isHome: true };

const asked = (command: string, text: string) => {
  const { command: name, given } = slashRequest({ command, text, user_id: 'U1', channel_id: 'C1' }, here);
  return { name, given };
};

test('words after a slash command are its options', () => {
  expect(asked('/stance', '')).toEqual({ name: 'stance', given: {} });
  expect(asked('/stance', 'security guarantees party:"the Kremlin" days:7')).toEqual({
    name: 'stance',
    given: { '': 'security guarantees', party: 'the Kremlin', days: '7' },
  });
  expect(asked('/Stance', '“R&amp;D &lt;3”')).toEqual({ name: 'stance', given: { '': '"R&D <3"' } });
});

test('the umbrella names the command first, with a slash or without', () => {
  expect(asked('/attache', 'stance NATO')).toEqual({ name: 'stance', given: { '': 'NATO' } });
  expect(asked('/attache', ' /stance NATO')).toEqual({ name: 'stance', given: { '': 'NATO' } });
  expect(asked('/attache', '  ')).toEqual({ name: 'help', given: {} });
});

test('Slack’s own writing of links, people and channels is undone', () => {
  expect(typed('<https://nato.int|nato.int> <https://nato.int>')).toBe('nato.int https://nato.int');
  expect(typed('<@U1|ann> <@U1> <#C1|desk> <!subteam^S1|@desk> <!here>')).toBe('@ann @U1 #desk @desk @here');
  expect(typed('<mailto:a@b.org|a@b.org>')).toBe('a@b.org');
  expect(typed('&amp;lt; &lt;!channel&gt;')).toBe('&lt; <!channel>');
});

test('what is said to the bot follows its mention, or comes before it', () => {
  const said = (text: string) => saidRequest({ text, user: 'U1', channel: 'C1' }, 'U0BOT', here);
  expect(said('<@U0BOT> stance NATO')).toEqual({
    command: 'stance',
    given: { '': 'NATO' },
    platform: 'slack',
    ...here,
    who: 'U1',
    where: 'C1',
  });
  expect(said('stance NATO')).toMatchObject({ command: 'stance' });
  expect(said('Hello <@U0BOT|attache> `/stance NATO`')).toMatchObject({
    command: 'stance',
    given: { '': 'NATO' },
  });
  expect(said('stance NATO <@U0BOT>')).toMatchObject({ command: 'stance', given: { '': 'NATO' } });
  expect(said('<@U0BOT>')).toMatchObject({ command: 'help', given: {} });
  expect(said('<@U0BOT> stance <@U2|bo>')).toMatchObject({ given: { '': '@bo' } });
});

test('a button’s value is taken only where it is a command', () => {
  expect(
    pressedRequest('{"command":"why","given":{"":"x"}}', { who: 'U1', where: null }, here),
  ).toMatchObject({ command: 'why' });
  for (const value of [undefined, '', '1', 'null', '[]', '{"command":"x"}', '{"command":"x","given":[1]}']) {
    expect(pressedRequest(value, { who: 'U1', where: null }, here)).toBeNull();
  }
});
