import { ModalInteractionCallbackRequestSchema } from 'discord-api-spec/zod';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Bot, Field, Form, Platform, Request, Store } from '../../../src/app/ports.ts';
import { configuredNow } from '../../../src/app/settings.ts';
import { Drafts, modal } from '../../../src/platforms/discord/forms.ts';
import { discordPlatform } from '../../../src/platforms/discord/index.ts';
import { limits } from '../../../src/platforms/discord/limits.ts';
import { askedBy, customId } from '../../../src/platforms/discord/translate.ts';
import { askable } from '../../support/asked.ts';
import { desk, lakes } from '../../support/made.ts';
import { FakeBot, FakeLog, says } from './bot.ts';
import { anyText, audiences } from './messages.ts';
import { applicationId, asker, type Call, channel, DiscordServer, secretOf, token } from './server.ts';

const field = (given: Partial<Field> = {}): Field => ({
  ...{ name: 'at', summary: 'local time', required: false, value: '', choices: [] },
  ...given,
});

const form = (fields: readonly Field[]): Form => ({
  ...{ command: 'digest set', given: { digest: 'morning' } },
  ...{ asks: fields.map(({ name }) => name), fields },
});

function expectValid(shown: ReturnType<typeof modal>): void {
  const sent = JSON.parse(JSON.stringify({ type: 9, data: shown }));
  expect(ModalInteractionCallbackRequestSchema.safeParse(sent).error?.issues ?? []).toEqual([]);
  // What the schema does not say: five at most, whatever their kind.
  expect(shown.components.length).toBeLessThanOrEqual(5);
  expect(JSON.stringify(shown).isWellFormed()).toBe(true);
}

const componentOf = (given: Partial<Field>) => {
  const [label] = modal(form([field(given)]), 'en-US').components;
  return label && 'component' in label ? label.component : undefined;
};

const choice = (i: number) => ({ name: `Choice ${i}`, value: `c${i}` });

describe('a form', () => {
  it('is a modal with a text input where something is typed and a select where something is chosen', () => {
    const quiet = field({
      name: 'quiet',
      value: 'skip',
      choices: [choice(1), { name: 'Skip', value: 'skip' }],
    });
    const shown = modal(form([field({ value: '07:30' }), quiet]), 'en-US');
    expectValid(shown);
    expect(shown).toEqual({
      custom_id: '["?at,quiet digest set","digest","morning"]',
      title: '/digest set',
      components: [
        {
          ...{ type: 18, label: 'At', description: 'local time' },
          component: {
            type: 4,
            custom_id: 'at',
            style: 1,
            required: false,
            max_length: 1_000,
            value: '07:30',
          },
        },
        {
          ...{ type: 18, label: 'Quiet', description: 'local time' },
          component: {
            ...{ type: 3, custom_id: 'quiet', required: false, min_values: 0, max_values: 1 },
            options: [
              { label: 'Choice 1', value: 'c1' },
              { label: 'Skip', value: 'skip', default: true },
            ],
          },
        },
      ],
    });
  });

  it('is in the person’s language', () => {
    const summary = 'local time, or several: 07:30,18:00';
    expect(modal(form([field({ summary })]), 'uk')).toMatchObject({
      title: '/дайджест налаштувати',
      components: [{ label: 'Час', description: expect.stringMatching(/^місцевий час/) }],
    });
  });

  it.each([1, 25])('has a select of %i choices', count => {
    expect(componentOf({ choices: Array.from({ length: count }, (_, i) => choice(i)) })).toMatchObject({
      type: 3,
      options: { length: count },
    });
  });

  it.each([
    ['26 choices', Array.from({ length: 26 }, (_, i) => choice(i))],
    ['a choice that is too long', [choice(1), { name: 'long', value: 'x'.repeat(101) }]],
  ])('has a text input for %s', (_, choices) => {
    expect(componentOf({ choices })).toMatchObject({ type: 4 });
  });

  it('has five fields and no more', () => {
    const fields = (count: number) =>
      Array.from({ length: count }, (_, i) => field({ name: `f${'x'.repeat(i)}` }));
    expect(modal(form(fields(5)), 'en-US').components).toHaveLength(5);
    expect(modal(form(fields(6)), 'en-US').components).toHaveLength(5);
  });

  it.each([
    [limits.fieldHint, 'x'.repeat(limits.fieldHint)],
    [limits.fieldHint, 'x'.repeat(limits.fieldHint + 1)],
  ])('has hints of %i signs', (length, summary) => {
    const shown = modal(form([field({ summary })]), 'en-US');
    expectValid(shown);
    expect((shown.components[0] as { description: string }).description).toHaveLength(length);
  });

  it('is within every limit, whatever stands in it', () => {
    const anyChoice = fc.record({ name: anyText(200), value: anyText(120) });
    const anyField = fc.record({
      name: fc.stringMatching(/^[a-z]{1,10}$/),
      ...{ summary: anyText(200), required: fc.boolean(), value: anyText(1_200) },
      choices: fc.uniqueArray(anyChoice, { maxLength: 30, selector: ({ value }) => value }),
    });
    const anyFields = fc.uniqueArray(anyField, { minLength: 1, maxLength: 5, selector: ({ name }) => name });
    fc.assert(
      fc.property(anyFields, fields => expectValid(modal(form(fields), 'de'))),
      { numRuns: 200 },
    );
  });
});

describe('a button that opens one', () => {
  const asks = ['at', 'days', 'zone', 'topic', 'party'];
  const change = { command: 'digest set', asks };

  it('has in its custom id what it asks', () => {
    const given = { digest: 'morning' };
    expect(askedBy(customId({ ...change, given }) ?? '')).toEqual({ ...change, given });
  });

  it('leaves out what was typed where that is too long, and is none where the rest is', () => {
    const typed = { digest: 'morning', at: '07:30,18:00', zone: 'Europe/Kyiv', topic: 'nato-accession' };
    const id = customId({ ...change, given: typed }) ?? '';
    expect(id.length).toBeLessThanOrEqual(limits.customId);
    expect(askedBy(id)).toEqual({ ...change, given: { digest: 'morning' } });
    const longest = (length: number) =>
      customId({ ...change, given: { digest: 'x'.repeat(length), at: '7' } });
    const room = limits.customId - '["?~at,days,zone,topic,party digest set","digest",""]'.length;
    expect(longest(room)).toHaveLength(limits.customId);
    expect(longest(room + 1)).toBe(null);
  });
});

it('drafts are each person’s own, and the oldest go first', () => {
  const drafts = new Drafts();
  const by = (who: string): Request => ({
    ...{ command: 'digest set', given: { at: who }, asks: ['at'], platform: 'discord', who, where: null },
    ...{ space: null, isHome: true },
  });
  for (let i = 0; i <= 200; i++) drafts.keep(by(`${i}`));
  expect([drafts.of(by('0')), drafts.of(by('1')), drafts.of(by('200'))]).toEqual([
    {},
    { at: '1' },
    { at: '200' },
  ]);
});

describe('over the gateway', () => {
  let server: DiscordServer;
  let bot: FakeBot;
  let log: FakeLog;
  let platform: Platform;
  let store: Store;
  let real: Bot;

  const ours = desk({
    channels: [{ id: 'news', platform: 'discord', to: channel }],
    digests: [
      {
        ...{ id: 'morning', channel: 'news', at: ['07:30'], weekdays: [1, 2, 3, 4, 5], zone: 'Europe/Kyiv' },
        ...{ whenQuiet: 'line', paused: false, topics: [], parties: [] },
      },
    ],
    managers: { slack: [], discord: [asker], terminal: [] },
  });

  beforeEach(async () => {
    server = await new DiscordServer().listen();
    ({ bot: real, store } = await askable({ desk: ours }));
    [bot, log] = [new FakeBot(), new FakeLog()];
    bot.formOf = request => real.form(request);
    platform = discordPlatform(
      { token, applicationId, guildId: null, apiUrl: server.apiUrl, audiences },
      log,
    );
    await platform.start(bot);
  });

  afterEach(async () => {
    await platform.stop();
    await server.close();
  });

  const answers = (id: string): Call[] =>
    server.called('POST', new RegExp(`^/interactions/${id}/.*callback`));
  const answered = (id: string): Promise<Call> => server.until(() => answers(id)[0]);
  const edited = (id: string): Promise<Call> =>
    server.until(() => server.called('PATCH', new RegExp(`${secretOf(id)}/`))[0]);

  const asks = ['at', 'days', 'zone', 'topic', 'party'];
  const button = customId({ command: 'digest set', given: { digest: 'morning' }, asks }) ?? '';

  const opened = async (id: string) => {
    const { body } = await answered(id);
    expect(ModalInteractionCallbackRequestSchema.safeParse(body).error?.issues ?? []).toEqual([]);
    const { custom_id, components } = body.data as ReturnType<typeof modal>;
    const values = components.map(label => {
      if (!('component' in label) || !('custom_id' in label.component)) return [];
      const { component } = label;
      if ('options' in component)
        return [component.custom_id, component.options.find(each => each.default)?.value];
      return [component.custom_id, 'value' in component ? component.value : undefined];
    });
    return { custom_id, values: Object.fromEntries(values) };
  };

  it('opens as the first answer, filled in with what holds, and is a command when it is submitted', async () => {
    bot.reply = { message: says('done'), visibility: 'private' };
    const { custom_id, values } = await opened(server.press(button));
    expect(values).toEqual({
      ...{ at: '07:30', days: 'weekdays', zone: 'Europe/Kyiv', topic: 'all', party: 'all' },
    });
    const id = server.submit(custom_id, { at: '18:00', days: 'daily', zone: '', topic: ['dam'], party: [] });
    expect((await edited(id)).body.content).toBe('done');
    expect((await answered(id)).body).toEqual({ type: 5, data: { flags: 64 } });
    expect(bot.requests).toEqual([
      {
        ...{ command: 'digest set', asks },
        given: { digest: 'morning', at: '18:00', days: 'daily', topic: 'dam' },
        ...{ platform: 'discord', space: null, isHome: true, who: asker, where: channel },
      },
    ]);
  });

  it('opens again with what was typed where that was wrong, and then sets it', async () => {
    bot.reply = async () => real.answer(bot.requests.at(-1) as Request);
    const filled = { at: '25:00', days: 'monday, thursday', zone: 'Europe/Kyiv' };
    const wrong = await edited(server.submit(button, { ...filled, topic: ['dam'], party: ['nordland'] }));
    expect(wrong.body.content).toContain('“25:00” is no time of day. Write it as 07:30.');
    const [row] = wrong.body.components as { components: { custom_id: string; label: string }[] }[];
    expect(row?.components[0]?.label).toBe('Correct it…');
    const again = await opened(server.press(row?.components[0]?.custom_id ?? ''));
    expect(again.values).toEqual({ ...filled, topic: 'dam', party: 'nordland' });
    const right = await edited(server.submit(again.custom_id, { ...filled, at: '8:30' }));
    expect(JSON.stringify(right.body)).toContain('08:30');
    const set = await configuredNow({ desk: ours, catalog: lakes(), store });
    expect(set.desk.digests[0]).toMatchObject({ at: ['08:30'], weekdays: [1, 4] });
  });

  it.each([{ drop: 'before' }, { drop: 'after' }, { answer: { status: 502 }, happens: true }] as const)(
    'opens where its answer is lost (%o)',
    async fault => {
      server.faults.push({ method: 'POST', path: /callback/, times: 1, ...fault });
      const id = server.press(button);
      await server.until(() => answers(id).length === 2);
      expect(answers(id).map(({ body }) => body.type)).toEqual([9, 9]);
      await edited(server.command('stance'));
      expect(log.of('error')).toEqual([]);
    },
  );

  it('says why it does not open to who may not use it', async () => {
    bot.formOf = request => real.form({ ...request, who: '400000000000000099' });
    const id = server.press(button);
    expect((await edited(id)).body.content).toContain('is for managers of this desk');
    expect(answers(id).map(({ body }) => body)).toEqual([{ type: 5, data: { flags: 64 } }]);
  });

  it('that is not ready in time says so before Discord shows an error', async () => {
    bot.formOf = () => new Promise(() => {});
    const { body } = await answered(server.press(button));
    expect(body).toMatchObject({ type: 4, data: { flags: 64 } });
    expect(JSON.stringify(body)).toContain('Press the button again');
  });

  it('of another version is answered in words', async () => {
    const { body } = await answered(server.submit('v0:digest', { at: '07:30' }));
    expect(body).toMatchObject({ type: 4, data: { flags: 64 } });
    expect(bot.requests).toEqual([]);
  });
});
