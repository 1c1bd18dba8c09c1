import type { types } from '@slack/bolt';
import { expect, onTestFinished, test } from 'vitest';
import type { Bot, Store } from '../../../src/app/ports.ts';
import { slackPlatform } from '../../../src/platforms/slack/index.ts';
import { askable } from '../../support/asked.ts';
import { alertRule, desk, digestRule } from '../../support/made.ts';
import { brokenView, seen } from './check.ts';
import { audiences, testLog } from './desk.ts';
import { appToken, botToken, localSlack, press, refusal } from './local-slack.ts';
import type { Shown } from './local-views.ts';

const ours = desk({
  channels: [{ id: 'news', platform: 'slack', to: 'C0DESK' }],
  digests: [digestRule({ id: 'morning', channel: 'news', at: ['07:30'] })],
  alerts: [alertRule({ id: 'mine', channel: 'news', owner: 'slack U0ANN' })],
  managers: { slack: ['U0ANN'], discord: [], terminal: [] },
});

/** The whole bot behind a local Slack. */
async function connected(slowly: (bot: Bot) => Bot = bot => bot) {
  const slack = await localSlack();
  const { bot, store } = await askable({ desk: ours });
  const log = testLog();
  const settings = { mode: 'socket', botToken, appToken, apiUrl: slack.apiUrl, audiences } as const;
  const platform = slackPlatform(settings, log);
  await platform.start(slowly(bot));
  onTestFinished(() => platform.stop());
  return { slack, store, log };
}

type Local = Awaited<ReturnType<typeof localSlack>>;
interface Asked {
  readonly command: string;
  readonly given: Record<string, string>;
  readonly asks: readonly string[];
  readonly asksChannel?: true;
}

const change: Asked = {
  ...{ command: 'digest set', given: { digest: 'morning' } },
  asks: ['at', 'days', 'zone', 'topic', 'quiet'],
};
const inHome = { channel: undefined, response_url: undefined, view: { id: 'V0', type: 'home', hash: 'h' } };

async function opened(slack: Local, asked: Asked, more: object = {}): Promise<Shown> {
  const before = slack.views.size;
  await slack.deliver('interactive', press(JSON.stringify(asked), slack.url, more));
  const window = await slack.until(() => slack.views.size > before && [...slack.views.values()].at(-1));
  expect(brokenView(window)).toEqual([]);
  return window;
}

const fields = ({ blocks }: Shown) =>
  Object.fromEntries(
    (blocks as types.InputBlock[]).map(({ block_id = '', element }) => [
      block_id.replace('option:', ''),
      element,
    ]),
  );

let triggers = 0;

function submission(view: Shown, filled: Record<string, object>): object {
  triggers += 1;
  const values = Object.fromEntries(
    Object.entries(filled).map(([block, value]) => [block, { value: { type: 'any', ...value } }]),
  );
  return {
    ...{ type: 'view_submission', team: { id: 'T0LOCAL' }, user: { id: 'U0ANN', team_id: 'T0LOCAL' } },
    ...{ api_app_id: 'A0', trigger_id: `submit${triggers}`, response_urls: [] },
    view: { ...view, state: { values } },
  };
}

const digest = async (store: Store, id = 'morning') =>
  (await store.settings.current()).find(each => each.id === id && each.kind === 'digest')?.value;

test('a form has an input of the right type for each option, filled in with what holds', async () => {
  const { slack } = await connected();
  const window = await opened(slack, change);
  expect(window).toMatchObject({ title: { text: 'Digest set' }, submit: { text: 'Save' } });
  const { at, days, zone, topic, quiet } = fields(window);
  expect(at).toMatchObject({ type: 'timepicker', initial_time: '07:30' });
  expect(days).toMatchObject({ type: 'plain_text_input', initial_value: 'daily' });
  expect(zone).toMatchObject({ type: 'plain_text_input', initial_value: 'Europe/Kyiv' });
  expect(topic).toMatchObject({ type: 'static_select', initial_option: { value: 'all' } });
  expect(quiet).toMatchObject({
    ...{ type: 'static_select', initial_option: { value: 'line' } },
    options: [{ value: 'line' }, { value: 'skip' }],
  });
});

test('several times are typed, since Slack has a picker for one alone', async () => {
  const { slack } = await connected();
  const again = { ...change, given: { ...change.given, at: '07:30,18:00' } };
  expect(fields(await opened(slack, again)).at).toMatchObject({
    ...{ type: 'plain_text_input', initial_value: '07:30,18:00' },
  });
});

test('what is filled in is done, the window closes, and the answer stands where the button was', async () => {
  const { slack, store } = await connected();
  const window = await opened(slack, change, { container: { thread_ts: '5.5' } });
  const { payload } = await slack.acknowledged(
    'interactive',
    submission(window, {
      'option:at': { selected_time: '08:15' },
      'option:days': { value: 'weekdays' },
      'option:quiet': { selected_option: { value: 'skip' } },
      'option:zone': { value: null },
    }),
  );
  expect(payload).toEqual({ response_action: 'clear' });
  const { body } = await slack.until(() => slack.responses[0]);
  expect(body).toMatchObject({ response_type: 'ephemeral', thread_ts: '5.5' });
  expect(seen(body.blocks)).toContain('weekdays at 08:15');
  expect(await digest(store)).toMatchObject({ at: ['08:15'], weekdays: [1, 2, 3, 4, 5], whenQuiet: 'skip' });
});

test('what is wrong is said at its field, and the window stays with what was typed', async () => {
  const { slack, store } = await connected();
  const window = await opened(slack, change);
  const wrong = submission(window, { 'option:at': { value: '07:30' }, 'option:zone': { value: 'Kiew' } });
  const { payload } = await slack.acknowledged('interactive', wrong);
  expect(payload).toEqual({
    response_action: 'errors',
    errors: { 'option:zone': expect.stringContaining('“Kiew” is no time zone. Write it as Europe/Kyiv.') },
  });
  const right = submission(window, { 'option:at': { value: '07:30' }, 'option:zone': { value: 'UTC' } });
  expect((await slack.acknowledged('interactive', right)).payload).toEqual({ response_action: 'clear' });
  expect(await digest(store)).toMatchObject({ zone: 'UTC' });
});

test('what is wrong with none of the fields is said at the first', async () => {
  const { slack } = await connected();
  const add = { command: 'alerts add', given: { save: 'yes' }, asks: ['topic', 'kind', 'quiet'] };
  const window = await opened(slack, { ...add, given: { ...add.given, audience: 'desk' } });
  const { payload } = await slack.acknowledged('interactive', submission(window, { 'option:topic': {} }));
  expect(payload).toEqual({
    response_action: 'errors',
    errors: { 'option:topic': 'An audience is mentioned in a channel: add to:channel.' },
  });
});

test('a submission that comes twice is done once, and acknowledged twice in the same way', async () => {
  const { slack, store } = await connected();
  const window = await opened(slack, change);
  const twice = submission(window, { 'option:at': { selected_time: '09:00' } });
  const first = await slack.acknowledged('interactive', twice);
  const second = await slack.acknowledged('interactive', twice);
  expect([first.payload, second.payload]).toEqual([
    { response_action: 'clear' },
    { response_action: 'clear' },
  ]);
  await slack.until(() => slack.responses.length === 1);
  expect((await store.settings.history(10)).filter(({ id }) => id === 'morning')).toHaveLength(1);
});

test('from the home tab the form opens a window, and the tab shows what it came to', async () => {
  const { slack } = await connected();
  const asked = { command: 'alerts change', given: { alert: 'mine' }, asks: ['topic', 'kind', 'quiet'] };
  const window = await opened(slack, asked, inHome);
  const filled = { 'option:kind': { selected_option: { value: 'shift' } } };
  const { payload } = await slack.acknowledged('interactive', submission(window, filled));
  expect(payload).toEqual({ response_action: 'clear' });
  await slack.until(() => seen(slack.homes.get('U0ANN')?.blocks ?? []).includes('mine: shifts'));
  expect(slack.responses).toEqual([]);
});

test('over a window the form opens above it, and the window underneath shows what it came to', async () => {
  const { slack } = await connected();
  await slack.deliver('interactive', {
    ...{ type: 'shortcut', callback_id: 'home', trigger_id: 'short1', user: { id: 'U0ANN' } },
    ...{ team: { id: 'T0LOCAL' }, action_ts: '1.1' },
  });
  const [under] = await slack.until(() => slack.views.size === 1 && [...slack.views.values()]);
  const shown = () => seen(slack.views.get(under?.id ?? '')?.blocks ?? []);
  await slack.until(() => shown().includes('My alerts'));
  const asked = { command: 'alerts change', given: { alert: 'mine' }, asks: ['kind'] };
  const more = { ...inHome, view: { id: under?.id, type: 'modal', hash: 'h' } };
  const window = await opened(slack, asked, more);
  expect(slack.calls.at(-1)?.method).toBe('views.push');
  const filled = { 'option:kind': { selected_option: { value: 'shift' } } };
  const { payload } = await slack.acknowledged('interactive', submission(window, filled));
  expect(payload ?? {}).toEqual({});
  await slack.until(() => shown().startsWith('Changed.'));
});

test('a form that needs a channel asks for it where there is none around', async () => {
  const { slack, store } = await connected();
  const asked = { command: 'digest set', given: {}, asks: ['at'], asksChannel: true } as const;
  const window = await opened(slack, asked, inHome);
  expect(fields(window).channel).toMatchObject({ type: 'conversations_select' });
  const filled = { channel: { selected_conversation: 'C0NEW' }, 'option:at': { selected_time: '06:00' } };
  await slack.acknowledged('interactive', submission(window, filled));
  await slack.until(() => slack.homes.size === 1);
  expect(await digest(store, 'slack-c0new')).toMatchObject({ at: ['06:00'], channel: 'slack-c0new' });
  expect(Object.keys(fields(await opened(slack, asked)))).toEqual(['at']);
});

test('of a channel that has its digest, what is not filled in stays', async () => {
  const { slack, store } = await connected();
  const asked = { command: 'digest set', given: {}, asks: ['at', 'zone'], asksChannel: true } as const;
  const window = await opened(slack, asked, inHome);
  expect(fields(window).zone).not.toHaveProperty('initial_value');
  const filled = { channel: { selected_conversation: 'C0DESK' }, 'option:zone': { value: 'UTC' } };
  await slack.acknowledged('interactive', submission(window, filled));
  await slack.until(() => slack.homes.size === 1);
  expect(await digest(store)).toMatchObject({ at: ['07:30'], zone: 'UTC' });
});

test('many choices are found while a person types, by every name they go by', async () => {
  const { slack } = await connected(bot => ({
    ...bot,
    form: async request => {
      const found = await bot.form(request);
      if (!('form' in found)) return found;
      return { form: { ...found.form, fields: found.form.fields.map(each => ({ ...each, choices: [] })) } };
    },
  }));
  const asked = { command: 'alerts change', given: { alert: 'mine', party: 'nordland' }, asks: ['party'] };
  const window = await opened(slack, asked);
  expect(fields(window).party).toMatchObject({
    ...{ type: 'external_select', min_query_length: 0 },
    initial_option: { text: { text: 'Nordland' }, value: 'nordland' },
  });
  const { payload } = await slack.acknowledged('interactive', {
    ...{ type: 'block_suggestion', user: { id: 'U0ANN' }, team: { id: 'T0LOCAL' }, api_app_id: 'A0' },
    ...{ action_id: 'find', block_id: 'option:party', value: 'sud', view: window },
  });
  expect(payload).toMatchObject({ options: [{ text: { text: 'Sudland' }, value: 'sudland' }] });
});

test('where the window cannot open any more, it says so with a button that tries again', async () => {
  const { slack } = await connected();
  const late = press(JSON.stringify(change), slack.url, { trigger_id: 'expired9' });
  await slack.deliver('interactive', late);
  const { body } = await slack.until(() => slack.responses[0]);
  expect(body.text).toBe('The form could not be opened in time.');
  const actions = (body.blocks as types.KnownBlock[]).find(({ type }) => type === 'actions');
  const [button] = (actions as types.ActionsBlock).elements as types.Button[];
  expect(JSON.parse(button?.value ?? '')).toEqual(change);
});

test('who may not use a form is told why', async () => {
  const { slack } = await connected();
  const by = { user: { id: 'U0BEN', team_id: 'T0LOCAL' } };
  await slack.deliver('interactive', press(JSON.stringify(change), slack.url, by));
  const { body } = await slack.until(() => slack.responses[0]);
  expect(body.text).toContain('is for managers of this desk');
  expect(slack.views.size).toBe(0);
});

test('an answer that takes long keeps the window, which says so and then shows it', async () => {
  const thinking = Promise.withResolvers<void>();
  const { slack } = await connected(bot => ({
    ...bot,
    answer: async request => {
      if (request.command === 'digest set') await thinking.promise;
      return bot.answer(request);
    },
  }));
  const window = await opened(slack, change);
  const sent = slack.acknowledged('interactive', submission(window, { 'option:zone': { value: 'Kiew' } }));
  const { payload, took } = await sent;
  expect(took).toBeLessThan(3_000);
  expect(payload).toMatchObject({ response_action: 'update', view: { type: 'modal' } });
  thinking.resolve();
  const shown = () => seen(slack.views.get(window.id)?.blocks ?? []);
  await slack.until(() => shown().includes('“Kiew” is no time zone') && shown().includes('Correct it…'));
});

test('a window that was closed before its answer ends nothing', async () => {
  const { slack, log } = await connected(bot => ({
    ...bot,
    answer: async request => {
      if (request.command !== 'home') await new Promise(resolve => setTimeout(resolve, 2_100));
      return bot.answer(request);
    },
  }));
  const window = await opened(slack, change);
  slack.faults.push({ method: 'views.update', answer: refusal('not_found') });
  await slack.deliver('interactive', submission(window, { 'option:at': { selected_time: '09:00' } }));
  await slack.until(() => slack.faults.length === 0);
  await slack.until(() => slack.homes.size === 1);
  expect(log.lines.filter(({ event }) => event === 'slack answer failed')).toEqual([]);
});

test('a window that is none of ours is closed', async () => {
  const { slack } = await connected();
  const strange = { id: 'V9', type: 'modal', callback_id: 'form', private_metadata: '{"command":1}' };
  const { payload } = await slack.acknowledged('interactive', submission(strange as unknown as Shown, {}));
  expect(payload).toEqual({ response_action: 'clear' });
});
