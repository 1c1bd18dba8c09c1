import { command } from '../src/app/command.ts';
import { viewOf } from '../src/app/evidence.ts';
import * as kinds from '../src/app/kinds.ts';
import { shifts as shiftsIn } from '../src/core/position.ts';
import { day } from '../src/core/time.ts';
import { shiftsMessage } from '../src/views/shifts.ts';

const usualDays = 30;
const newest = 10_000;

export const shifts = command({
  name: 'shifts',
  summary: 'Which positions moved, with the words before and after',
  example: '/shifts',
  reply: 'private',
  access: 'everyone',
  options: {
    topic: { kind: kinds.topic, summary: 'only on this topic' },
    party: { kind: kinds.party, summary: 'only of this party' },
    days: { kind: kinds.days, summary: `how far back, ${usualDays} days if not given` },
  },
  async run({ topic, party, days = usualDays }, context) {
    const statements = await context.ledger.statements({
      ...(topic ? { topics: topic.map(({ id }) => id) } : {}),
      ...(party ? { parties: [party.id] } : {}),
      limit: newest,
    });
    const from = context.now - days * day;
    const found = shiftsIn(statements).filter(
      shift =>
        shift.at >= from &&
        (!party || shift.party === party.id) &&
        (!topic || topic.some(({ id }) => id === shift.topic)),
    );
    const what = [party?.name, topic?.map(({ title }) => title).join(', ')].filter(Boolean).join(' on ');
    const shown = found.flatMap(({ before, after }) => [before, after]);
    return shiftsMessage(found.reverse(), { what: what || null, days }, await viewOf(shown, context));
  },
});
