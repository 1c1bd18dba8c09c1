import * as choices from '../src/app/choices.ts';
import { type Context, command } from '../src/app/command.ts';
import { asCorrected, changeOf, turnsBy } from '../src/app/correction.ts';
import { statementNamed, viewOf } from '../src/app/evidence.ts';
import * as kinds from '../src/app/kinds.ts';
import { personOf } from '../src/app/settings.ts';
import type { Change, Correction } from '../src/core/correction.ts';
import { UserError } from '../src/core/errors.ts';
import { askedMessage, correctedMessage } from '../src/views/correct.ts';

export const correct = command({
  name: 'correct',
  summary: 'Put a statement right: its speaker, its stance, or that it is none',
  example: '/correct latest what:withdrawn because:"He quotes a colleague"',
  reply: 'personal',
  access: 'home',
  options: {
    ref: { kind: kinds.ref, summary: 'the reference after the quotation', required: true },
    what: {
      kind: choices.change,
      summary: 'speaker, stance, off-topic, withdrawn (no statement), apart, together, restored',
      required: true,
    },
    speaker: { kind: choices.speakers, summary: 'who spoke, or unclear' },
    topic: { kind: kinds.topic, summary: 'of a stance: on which topic; or the topic that it is not on' },
    party: { kind: kinds.party, summary: 'whose stance it is, where that is not the speaker’s party' },
    stance: { kind: choices.stance, summary: 'supports, opposes, conditional or noncommittal' },
    with: { kind: kinds.ref, summary: 'the statement that reports the same utterance' },
    because: { kind: choices.words, summary: 'why, in your words; it is shown in /why' },
    confirm: { kind: choices.yes, summary: 'yes, where it changes a position' },
  },
  async run({ ref, what, speaker, topic, party, stance, with: other, because = '', confirm }, context) {
    const statement = await statementNamed(ref, context);
    const twin = other === undefined ? undefined : await twinOf(other, statement.ref, context);
    const said = changeOf({ what, speaker, topic, party, stance, with: twin }, statement, context);
    const correction = correctionOf(said, statement.ref, because, context);
    const after = await asCorrected(statement, correction, context);
    const turns = await turnsBy(statement, after, context);
    const view = {
      ...(await viewOf([statement], context)),
      asked: { command: 'correct', given: { ...named(context.given), '': statement.ref } },
    };
    const change = { before: statement, after, correction, turns };
    if (turns.length > 0 && !confirm) return askedMessage(change, view);
    await context.corrections.add(correction);
    return correctedMessage(change, view);
  },
});

/** What was typed, without the reference: “latest” may be another one when the button is pressed. */
function named({ ref: _, ...rest }: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return rest;
}

async function twinOf(ref: string, own: string, context: Context): Promise<string> {
  const twin = await statementNamed(ref, context);
  if (twin.ref === own) throw new UserError('A statement is the same as itself already. Name another one.');
  return twin.ref;
}

const correctionOf = (change: Change, ref: string, reason: string, context: Context): Correction => ({
  ...change,
  ref,
  by: personOf(context),
  at: context.now,
  reason,
});
