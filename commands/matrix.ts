import { command } from '../src/app/command.ts';
import * as kinds from '../src/app/kinds.ts';
import * as times from '../src/app/times.ts';
import { type Catalog, parties } from '../src/core/catalog.ts';
import { feedHealth } from '../src/core/health.ts';
import { matrix as matrixOf } from '../src/core/matrix.ts';
import type { Topic } from '../src/core/topic.ts';
import { matrixMessage } from '../src/views/matrix.ts';

export const matrix = command({
  name: 'matrix',
  summary: 'Who stands where at one sight: parties and topics in a table',
  example: '/matrix NATO',
  reply: 'private',
  access: 'everyone',
  options: {
    about: { kind: kinds.field, summary: 'a negotiation, a family of topics or a topic' },
    party: { kind: kinds.party, summary: 'only this party, in more detail' },
    'as-of': { kind: times.date, summary: 'what was held at the end of that day' },
    page: { kind: times.page, summary: 'further parties' },
  },
  async run({ about, party, 'as-of': asOf, page = { number: 1, until: null } }, context) {
    const { catalog, now, given } = context;
    const field = about ?? catalog.negotiations[0] ?? { title: 'nothing', topics: [] };
    const asked = party ? [party] : partiesTo(field.topics, catalog);
    const held = await context.positions.positions({
      topics: field.topics.map(({ id }) => id),
      holders: asked.map(({ id }) => id),
      ...(asOf ? { asOf: asOf.utcEnd - 1 } : {}),
    });
    return matrixMessage(
      party ? `${party.name} on ${field.title}` : field.title,
      matrixOf(held, field.topics, asked),
      {
        ...context,
        feeds: feedHealth(await context.feedStates.all(), catalog),
        asOf: asOf?.date ?? null,
        until: Math.min(now, asOf?.utcEnd ?? now),
        page,
        asked: { command: 'matrix', given },
      },
    );
  },
});

/** The parties of the negotiations that the topics are argued in. */
function partiesTo(topics: readonly Topic[], catalog: Catalog) {
  const ids = catalog.negotiations
    .filter(({ id }) => topics.some(({ negotiation }) => negotiation === id))
    .flatMap(negotiation => negotiation.parties);
  return parties(catalog).filter(({ id }) => ids.includes(id));
}
