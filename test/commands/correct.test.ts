import { describe, expect, it } from 'vitest';
import { commandLine } from '../../src/app/line.ts';
import type { Bot } from '../../src/app/ports.ts';
import type { Action, Message } from '../../src/core/message.ts';
import { askable, atHome, now, recorded, said, say } from '../support/asked.ts';
import { speakerOf, statement } from '../support/made.ts';

const words = { content: [{ start: 24, end: 47 }], quotations: [{ start: 25, end: 46 }], article: 'a1' };

async function asked() {
  const { bot, store } = await askable();
  const made = statement({ ...words, at: now - 3_600_000 });
  await recorded(store, [made]);
  return { bot, store, ref: made.ref };
}

const actionsIn = (message: Message): Action[] =>
  message.blocks.flatMap(block => (block.type === 'actions' ? block.actions : []));

/** Presses the button with this label. */
async function press(bot: Bot, message: Message, label: string): Promise<Message> {
  const button = actionsIn(message).find(each => each.label === label);
  expect(button, label).toBeDefined();
  return say(bot, commandLine(button?.command ?? '', button?.given ?? {}));
}

describe('/correct', () => {
  it('shows what it would change, and changes it when it is confirmed', async () => {
    const { bot, store, ref } = await asked();
    const line = `/correct ${ref} what:speaker speaker:"Karl Ost" because:"The minister quotes him"`;
    const shown = (await said(bot, line)).replace(/\s+/g, ' ');
    expect(shown).toContain(`Correct ${ref}?`);
    expect(shown).toContain(
      'terminal test · speaker: Karl Ost, Secretary of the League · because: The minister',
    );
    expect(shown).toContain(
      'Speaker: Anna Berg, Water Minister of Nordland → Karl Ost, Secretary of the League',
    );
    expect(shown).toContain('Nordland on The dam: opposes (1 statement) → no statement on record');
    expect(await store.corrections.all(0, 10)).toEqual([]);

    const done = await press(bot, await say(bot, line), 'Write it down');
    expect(done.summary).toBe(`Corrected ${ref}: speaker: Karl Ost, Secretary of the League`);
    expect(await store.corrections.of(ref)).toMatchObject([
      { correction: { what: 'speaker', by: 'terminal test', at: now, reason: 'The minister quotes him' } },
    ]);
    expect(await said(bot, '/stance dam party:Nordland')).toContain('Nordland: no statement on record.');
    const why = (await said(bot, `/why ${ref}`)).replace(/\s+/g, ' ');
    expect(why).toContain('Corrections by editors • 28 Nov 2025, 10:00 · terminal test · speaker: Karl Ost');
  });

  it('withdraws a statement, says so first, and takes it back', async () => {
    const { bot, ref } = await asked();
    await said(bot, `/correct ${ref} what:withdrawn because:"A headline" confirm:yes`);
    expect(await said(bot, `/why ${ref}`)).toMatch(
      new RegExp(
        `^\\s*Why ${ref}\nWithdrawn by an editor. It sets no position any more.\n28 Nov 2025, 10:00`,
      ),
    );
    expect(await said(bot, '/quotes Berg')).toContain('No statement on record');
    const back = await press(bot, await say(bot, `/why ${ref}`), 'Take corrections back');
    await press(bot, back, 'Write it down');
    expect(await said(bot, '/stance dam')).toContain('✗ Nordland: opposes');
  });

  it('sets a stance, with the holder where it is clear', async () => {
    const { bot, ref } = await asked();
    await said(bot, `/correct ${ref} what:stance topic:dam stance:conditional confirm:yes`);
    expect(await said(bot, '/stance dam')).toContain('◐ Nordland: conditional');
    await said(bot, `/correct ${ref} what:off-topic topic:dam confirm:yes`);
    expect(await said(bot, '/stance dam party:Nordland')).toContain('no statement on record');
    await said(bot, `/correct ${ref} what:speaker speaker:unclear confirm:yes`);
    expect((await say(bot, `/correct ${ref} what:stance topic:quota stance:opposes`)).summary).toContain(
      'needs party:',
    );
  });

  it('tells utterances apart or together without asking: no position changes', async () => {
    const { bot, store, ref } = await asked();
    const other = statement({ ...words, article: 'a2', at: now - 3_600_000, outlet: 'gazette' });
    await recorded(store, [other]);
    expect((await say(bot, `/correct ${ref} what:apart`)).summary).toContain('an utterance of its own');
    expect((await say(bot, `/correct ${ref} what:together with:${other.ref}`)).summary).toContain(
      `the same utterance as ${other.ref}`,
    );
    expect(await store.corrections.of(ref)).toHaveLength(2);
    expect((await say(bot, `/correct ${ref} what:together with:${ref}`)).summary).toContain('Name another');
  });

  it.each([
    ['what:speaker', 'needs speaker:'],
    ['what:stance topic:dam', 'needs stance:'],
    ['what:together', 'needs with:'],
    ['what:wrong', 'is no correction. It is one of speaker, stance'],
    ['what:stance topic:Water stance:opposes', 'needs one topic'],
    ['what:speaker speaker:Nobodyy', 'Nobody here is called'],
    ['', '/correct needs a correction'],
  ])('%j is told what is missing', async (rest, expected) => {
    const { bot, store, ref } = await asked();
    expect((await say(bot, `/correct ${ref} ${rest}`)).summary).toContain(expected);
    expect(await store.corrections.all(0, 10)).toEqual([]);
  });

  it('is for managers: others see no button and cannot press one', async () => {
    const { bot, store, ref } = await asked();
    const asking = { platform: 'slack', ...atHome, who: 'U9', where: null } as const;
    const why = await bot.answer({ command: 'why', given: { '': ref }, ...asking });
    expect(actionsIn(why.message).map(({ label }) => label)).toEqual(['Share here']);
    const given = { '': ref, what: 'withdrawn', confirm: 'yes' };
    const reply = await bot.answer({ command: 'correct', given, ...asking });
    expect(reply.message.summary).toContain('is for managers');
    expect(await store.corrections.all(0, 10)).toEqual([]);
    expect(actionsIn(await say(bot, `/why ${ref}`)).map(({ label }) => label)).toEqual([
      'Not a statement',
      'Speaker unclear',
      'Not on The dam',
    ]);
  });

  it('names a joint voice', async () => {
    const { bot, ref } = await asked();
    const shown = await said(bot, `/correct ${ref} what:speaker speaker:"Anna Berg and Karl Ost"`);
    expect(shown).toContain(`${speakerOf.berg.name}, ${speakerOf.berg.office} and Karl Ost`);
  });
});

describe('/corrections', () => {
  it('lists what was put right, the newest first', async () => {
    const { bot, ref } = await asked();
    expect(await said(bot, '/corrections')).toContain('Nobody has corrected anything yet.');
    for (let i = 0; i < 16; i++) await said(bot, `/correct ${ref} what:apart because:"reason ${i}"`);
    const first = await said(bot, '/corrections');
    expect(first).toContain(`• ${ref} · 28 Nov 2025, 10:00 · terminal test · an utterance of its own`);
    expect(first).toContain('because: reason 15');
    expect(first).not.toMatch(/reason 0\b/);
    expect(await said(bot, '/corrections page:2')).toMatch(/reason 0\b/);
  });
});
