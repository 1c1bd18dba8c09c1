import { type Context, command } from '../src/app/command.ts';
import { statementNamed, viewOf } from '../src/app/evidence.ts';
import * as kinds from '../src/app/kinds.ts';
import { UserError } from '../src/core/errors.ts';
import type { Statement } from '../src/core/statement.ts';
import { day } from '../src/core/time.ts';
import { utterances } from '../src/core/utterance.ts';
import { whyMessage } from '../src/views/why.ts';

export const why = command({
  name: 'why',
  summary: 'The proof of a statement: its surroundings, its snapshot, and how it got its labels',
  example: '/why latest',
  reply: 'private',
  access: 'everyone',
  options: {
    ref: {
      kind: kinds.ref,
      summary: 'the eight letters and digits after a quotation, or latest',
      required: true,
    },
  },
  async run({ ref }, context) {
    const statement = unsigned(await statementNamed(ref, context), context);
    const others = await renderingsOf(statement, context);
    const view = await viewOf([statement, ...others], context);
    const article = view.articles.get(statement.article);
    if (!article) throw new UserError(`The article of ${statement.ref} is not held any more.`);
    return whyMessage(statement, article, others, { ...view, isManager: context.isHomeManager });
  },
});

/** Who corrected it is home's to know. */
const unsigned = (statement: Statement, { isHome }: Context): Statement =>
  isHome
    ? statement
    : { ...statement, corrections: statement.corrections.map(each => ({ ...each, by: 'an editor' })) };

/** The other reports of the same utterance. */
async function renderingsOf(statement: Statement, { ledger }: Context): Promise<Statement[]> {
  const speakers = statement.speakers.map(({ actor }) => actor).filter(actor => actor !== null);
  if (speakers.length === 0) return [];
  const near = await ledger.statements({
    speakers,
    from: statement.at - 3 * day,
    until: statement.at + 3 * day,
  });
  const own = utterances(near).find(({ renderings }) => renderings.some(({ ref }) => ref === statement.ref));
  return own?.renderings.filter(({ ref }) => ref !== statement.ref) ?? [];
}
