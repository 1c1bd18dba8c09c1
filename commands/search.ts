import * as choices from '../src/app/choices.ts';
import { command } from '../src/app/command.ts';
import { involving, pageView } from '../src/app/evidence.ts';
import * as kinds from '../src/app/kinds.ts';
import { searchWords } from '../src/app/search.ts';
import * as times from '../src/app/times.ts';
import { UserError } from '../src/core/errors.ts';
import { pageOf } from '../src/core/page.ts';
import { day } from '../src/core/time.ts';
import { newestFirst, utterances } from '../src/core/utterance.ts';
import { quotesMessage, quotesShown } from '../src/views/quotes.ts';
import { howRead, otherWays } from '../src/views/search.ts';
import { counted } from '../src/views/words.ts';

const newest = 200;

export const search = command({
  name: 'search',
  summary: 'Statements with these words in any ending, newest first',
  example: '/search ceasefire',
  reply: 'private',
  access: 'everyone',
  options: {
    words: {
      kind: choices.words,
      summary: 'all of them must occur; "in quotation marks": side by side',
      required: true,
    },
    topic: { kind: kinds.topic, summary: 'only on this topic' },
    party: { kind: kinds.actor, summary: 'only by or about this party, or by this person' },
    days: { kind: times.days, summary: 'how far back, all of the record if not given' },
    page: { kind: times.page, summary: 'older ones' },
  },
  async run({ words, topic, party, days, page }, context) {
    const stems = searchWords(words);
    if (stems.length === 0) throw noWord(words);
    const until = page?.until ?? null;
    const all = await context.ledger.statements({
      words: stems,
      ...(topic ? { topics: topic.map(({ id }) => id) } : {}),
      ...(party ? involving(party) : {}),
      ...(days === undefined ? {} : { from: (until ?? context.now) - days * day }),
      ...(until === null ? {} : { until }),
      limit: newest,
    });
    // Headlines are no evidence.
    const found = all.filter(({ layer }) => layer === 'body');
    const asked = { command: 'search', given: context.given };
    const said = newestFirst(utterances(found));
    const shown = pageOf(page, found, context.now);
    const view = {
      ...(await pageView(said, shown, quotesShown, context)),
      title: `Search: ${words}`,
      span: days === undefined ? '' : `the last ${counted(days, 'day')}`,
      page: shown,
      asked,
      looked: all.length === newest ? newest : null,
    };
    const lead = howRead(words, stems);
    return quotesMessage(said, view, { lead, nothing: otherWays(words, asked) });
  },
});

function noWord(words: string): UserError {
  const seen = words.replace(/\s+/g, ' ').slice(0, 40);
  return new UserError(
    `There is no word to look for in “${seen}”. Signs and stars stand for nothing; type words. For example: /search ceasefire`,
    { suggestions: ['ceasefire'], option: 'words' },
  );
}
