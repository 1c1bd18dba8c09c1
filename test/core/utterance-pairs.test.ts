import { describe, expect, it } from 'vitest';
import { actorsNamed, folded, partyOf } from '../../src/core/catalog.ts';
import type { Kind, Span, Stance, Statement } from '../../src/core/statement.ts';
import { utterances } from '../../src/core/utterance.ts';
import { told } from '../../src/core/utterance-told.ts';
import { tokens } from '../../src/reading/tokens.ts';
import { at, lakes, speakerOf, statement } from '../support/made.ts';

/**
 * Pairs of sentences by Anna Berg, Water Minister of Nordland. Each side is "when kind topics | sentence": the day and
 * hour of the article in November 2025 (the 27th is a Thursday), the kind, the topics with the stance that a reader of the
 * sentence would give, and the sentence with its cue in {} and its content in «». The labels were set before the first run.
 */
const same: [string, string, string][] = [
  [
    'the same words',
    '27T10 d dam:o | «The dam will never be built on our shore», Berg {said} on Thursday.',
    '27T15 d dam:o | «The dam will never be built on our shore», Berg {said}.',
  ],
  [
    'a word exchanged',
    '27T10 d dam:o | «We cannot accept a dam on the upper lake», Berg {said}.',
    '27T12 d dam:o | «We can not agree to a dam on the upper lake», the minister {said}.',
  ],
  [
    'another translation',
    '27T10 d quota:s | «Overall, we believe this could serve as a basis for a quota», Berg {said}.',
    '27T18 d quota:s | «In general, we consider that it can be used as the foundation of a quota», she {said}.',
  ],
  [
    'rejects and does not accept',
    '27T10 i dam:o | Berg {said} that «Nordland rejects the dam above the falls».',
    '27T12 i dam:o | Berg {said} «Nordland does not accept the dam above the falls».',
  ],
  [
    'refuses and will not',
    '27T10 i quota:o | Berg {said} «Nordland refuses to sign the fishing protocol».',
    '27T12 d quota:o | «We will not sign the fishing protocol», she {said}.',
  ],
  [
    'unacceptable and not acceptable',
    '27T10 d dam:o | «A dam at the narrows is unacceptable», Berg {said}.',
    '27T12 d dam:o | «A dam at the narrows is not acceptable», Berg {said}.',
  ],
  [
    'impossible and not possible',
    '27T10 d dam:o | «A dam before winter is impossible», Berg {said}.',
    '27T12 d dam:o | «It is not possible to have a dam before winter», Berg {said}.',
  ],
  [
    'truce and ceasefire',
    '27T10 d : | «Patrol boats must observe a truce on both lakes», Berg {said}.',
    '27T12 d : | «Patrol boats have to observe a ceasefire on both lakes», Berg {said}.',
  ],
  [
    'pull back and withdraw',
    '27T10 d quota:s | «Sudish troops must pull back from the areas they occupy», Berg {said}.',
    '27T12 d quota:s | «The forces of Sudland should withdraw from the territories they hold», Berg {said}.',
  ],
  [
    'a fragment and the sentence',
    '27T10 m quota:s | Berg {called} the protocol «a possible basis for future agreements».',
    '27T12 d quota:s | «We studied the protocol and agree that it can be a basis for future agreements», Berg {said}.',
  ],
  [
    'reported speech and quotation',
    '27T10 i quota:s | Berg {said} «her delegation was ready to work on a memorandum about a fishing season».',
    '27T12 d quota:s | «Our delegation is prepared to cooperate on a memorandum regarding the fishing season», she {said}.',
  ],
  [
    'yesterday told today',
    '27T20 d dam:o | «The turbines have to be dismantled before spring», Berg {said} on Thursday.',
    '28T09 d dam:o | «The turbines have to be dismantled before spring», Berg {said} on Thursday.',
  ],
  [
    'yesterday without a day',
    '27T20 d dam:o | «The turbines have to be dismantled before spring», Berg {said}.',
    '28T12 d dam:o | «The turbines have to be dismantled before spring», Berg {said}.',
  ],
  [
    'the word yesterday',
    '27T20 d dam:o | «The turbines must be dismantled before spring», Berg {said} on Thursday.',
    '28T18 d dam:o | «The turbines must be dismantled before spring», Berg {said} yesterday.',
  ],
  [
    'a date and a weekday',
    '27T20 d dam:o | «The turbines must be dismantled before spring», Berg {said} on 27 November.',
    '29T08 d dam:o | «The turbines must be dismantled before spring», Berg {said} on Thursday.',
  ],
  [
    'reported after the weekend, with its day',
    '28T20 d dam:o | «The turbines must be dismantled before spring», Berg {said} on Friday.',
    '30T21 d dam:o | «The turbines must be dismantled before spring», Berg {said} on Friday.',
  ],
  [
    'earlier this week',
    '25T10 d quota:s | «Fishermen deserve a fair share of the catch», Berg {said} on Tuesday.',
    '27T10 d quota:s | «Fishermen deserve a fair share of the catch», Berg {said} earlier this week.',
  ],
  [
    'late in the evening, in other zones',
    '27T22 d quota:s | «Fishermen deserve a fair share of the catch», Berg {said} on Thursday.',
    '28T02 d quota:s | «Fishermen deserve a fair share of the catch», Berg {said} Thursday night.',
  ],
  [
    'figures written out',
    '27T10 d quota:s | «We need 3 locks on the canal», Berg {said}.',
    '27T12 d quota:s | «We need three locks on the canal», Berg {said}.',
  ],
  [
    'separators in figures',
    '27T10 d quota:s | «The quota must stay at 600,000 tonnes», Berg {said}.',
    '27T12 d quota:s | «The quota has to remain at 600000 tonnes», Berg {said}.',
  ],
  [
    'a figure left out',
    '27T10 d quota:s | «The quota must stay at 600,000 tonnes of trout», Berg {said}.',
    '27T12 i quota:s | Berg {said} «the quota of trout must stay».',
  ],
  [
    'an adjective for the name',
    '27T10 i league-entry:o | Berg {voiced} «Nordland’s opposition to Sudland’s accession to the League».',
    '27T12 i league-entry:o | Berg {said} «Nordland opposes Sudish membership in the League».',
  ],
  [
    'an alias for the name',
    '27T10 d quota:s | «Norden will open its sluices in spring», Berg {said}.',
    '27T12 d quota:s | «Nordland will open its sluices in spring», Berg {said}.',
  ],
  [
    'a name left out',
    '27T10 d quota:s | «Sudland must reopen the northern sluices at once», Berg {said}.',
    '27T12 d quota:s | «They must reopen the northern sluices at once», Berg {said}.',
  ],
  [
    'told whom is left out',
    '27T10 d quota:s | «The northern sluices must reopen at once», Berg {told} the Assembly.',
    '27T12 d quota:s | «The northern sluices must reopen at once», Berg {said}.',
  ],
  [
    'commended and praised',
    '27T10 d : | «I want to commend the mediators for reviving the talks», Berg {said}.',
    '27T12 i : | Berg {said} «the mediators deserved praise for their revival of the negotiations».',
  ],
  [
    'threat and danger',
    '27T10 d league-entry:o | «The League’s desire to pull Sudland into its orbit remains a threat to us», Berg {said}.',
    '27T12 d league-entry:o | «The League’s attempts to drag Sudland into its orbit are still a danger for us», Berg {said}.',
  ],
  [
    'pointless and useless',
    '27T10 d quota:o | «Signing papers with the Sudish leadership is pointless», Berg {said}.',
    '27T12 d quota:o | «It is useless to sign documents with the Sudish authorities», Berg {said}.',
  ],
  [
    'neither nor and no or',
    '27T10 d league-entry:s | «Sudland has no say or veto over who joins the League», Berg {said}.',
    '27T12 d league-entry:s | «Sudland has neither a say nor a veto over who can be a member of the League», Berg {said}.',
  ],
  [
    'a contraction',
    '27T10 d dam:o | «We won’t surrender the upper lake to anyone», Berg {said}.',
    '27T12 d dam:o | «We will not surrender the upper lake to anyone», Berg {said}.',
  ],
  [
    'condition first and last',
    '27T10 d quota:c | «If the nets are removed, the sluices will open», Berg {said}.',
    '27T12 d quota:c | «The sluices will open if they remove the nets», Berg {said}.',
  ],
  [
    'delegations meet',
    '27T10 d : | «Our negotiators will meet at the end of this week in Torvik», Berg {said}.',
    '27T12 i : | Berg {said} «delegations would meet at the end of the week in Torvik».',
  ],
];

const different: [string, string, string][] = [
  [
    'a negation',
    '27T10 d dam:s | «We will accept a dam at the narrows», Berg {said}.',
    '27T12 d dam:o | «We will not accept a dam at the narrows», Berg {said}.',
  ],
  [
    'a negation the reader overlooked',
    '27T10 d dam:n | «The dam at the narrows will be finished this year», Berg {said}.',
    '27T12 d dam:n | «The dam at the narrows will not be finished this year», Berg {said}.',
  ],
  [
    'accepts and rejects',
    '27T10 i dam:n | Berg {said} «Nordland accepts the dam above the falls».',
    '27T12 i dam:n | Berg {said} «Nordland rejects the dam above the falls».',
  ],
  [
    'possible and impossible',
    '27T10 d dam:n | «An agreement on the dam is possible this winter», Berg {said}.',
    '27T12 d dam:n | «An agreement on the dam is impossible this winter», Berg {said}.',
  ],
  [
    'supports and opposes',
    '27T10 i league-entry:s | Berg {said} «Nordland supports Sudish entry to the League».',
    '27T12 i league-entry:o | Berg {said} «Nordland opposes Sudish entry to the League».',
  ],
  [
    'never',
    '27T10 d : | «Nordish ferries will return to the southern harbour», Berg {said}.',
    '27T12 d : | «Nordish ferries will never return to the southern harbour», Berg {said}.',
  ],
  [
    'without',
    '27T10 d : | «The treaty can be signed with Sudish observers», Berg {said}.',
    '27T12 d : | «The treaty can be signed without Sudish observers», Berg {said}.',
  ],
  [
    'another figure',
    '27T10 d quota:s | «The quota must stay at 600,000 tonnes», Berg {said}.',
    '27T12 d quota:s | «The quota must stay at 800,000 tonnes», Berg {said}.',
  ],
  [
    'another number of days',
    '27T10 d : | «We propose a pause of 30 days on both lakes», Berg {said}.',
    '27T12 d : | «We propose a pause of 60 days on both lakes», Berg {said}.',
  ],
  [
    'another number in words',
    '27T10 d : | «Sudland must return two patrol boats», Berg {said}.',
    '27T12 d : | «Sudland must return five patrol boats», Berg {said}.',
  ],
  [
    'another percentage',
    '27T10 d quota:s | «We hold 19% of the southern shore», Berg {said}.',
    '27T12 d quota:s | «We hold 23% of the southern shore», Berg {said}.',
  ],
  [
    'another year',
    '27T10 d : | «The canal will open in 2027», Berg {said}.',
    '27T12 d : | «The canal will open in 2029», Berg {said}.',
  ],
  [
    'another party named',
    '27T10 d : | «Sudland must withdraw its boats from the bay», Berg {said}.',
    '27T12 d : | «The League must withdraw its boats from the bay», Berg {said}.',
  ],
  [
    'another person named',
    '27T10 d : | «I am ready to meet Karl Ost next week», Berg {said}.',
    '27T12 d : | «I am ready to meet Peter Ost next week», Berg {said}.',
  ],
  [
    'another place named',
    '27T10 d : | «The next round of talks will be held in Torvik», Berg {said}.',
    '27T12 d : | «The next round of talks will be held in Lindholm», Berg {said}.',
  ],
  [
    'another region named',
    '27T10 d quota:s | «We will keep Vestmark whatever happens», Berg {said}.',
    '27T12 d quota:s | «We will keep Ostmark whatever happens», Berg {said}.',
  ],
  [
    'another addressee',
    '27T10 i dam:o | Berg {urged} Sudland «to stop the work on the dam».',
    '27T12 i dam:o | Berg {urged} Ostreich «to stop the work on the dam».',
  ],
  [
    'told another chamber',
    '27T10 d dam:o | «The work on the dam has to stop», Berg {told} the Assembly.',
    '27T12 d dam:o | «The work on the dam has to stop», Berg {told} Lakeside Radio.',
  ],
  [
    'repeated the next day',
    '26T10 d dam:o | «The dam will never be built on our shore», Berg {said} on Wednesday.',
    '27T15 d dam:o | «The dam will never be built on our shore», Berg {said} on Thursday.',
  ],
  [
    'repeated, with dates',
    '26T10 d dam:o | «The dam will never be built on our shore», Berg {said} on 26 November.',
    '27T15 d dam:o | «The dam will never be built on our shore», Berg {said} on 27 November.',
  ],
  [
    'repeated today',
    '26T10 d dam:o | «The dam will never be built on our shore», Berg {said} on Wednesday.',
    '27T15 d dam:o | «The dam will never be built on our shore», Berg {said} today.',
  ],
  [
    'repeated after the article',
    '26T10 d dam:o | «The dam will never be built on our shore», Berg {said}.',
    '27T15 d dam:o | «The dam will never be built on our shore», Berg {said} on Thursday.',
  ],
  [
    'repeated three days later',
    '24T10 d dam:o | «The dam will never be built on our shore», Berg {said}.',
    '27T15 d dam:o | «The dam will never be built on our shore», Berg {said}.',
  ],
  [
    'two days later in other words',
    '25T10 d dam:o | «We reject any dam above the falls», Berg {said}.',
    '27T08 i dam:o | Berg {said} «no dam could be accepted at the falls».',
  ],
  [
    'last week and this',
    '27T10 d quota:s | «Fishermen deserve a fair share of the catch», Berg {said} last week.',
    '27T12 d quota:s | «Fishermen deserve a fair share of the catch», Berg {said} on Thursday.',
  ],
  [
    'another matter',
    '27T10 d dam:o | «The dam will flood three villages in the north», Berg {said}.',
    '27T12 d quota:s | «Fishermen deserve a fair share of the catch», Berg {said}.',
  ],
  [
    'two conditions',
    '27T10 d quota:c | «If the nets are removed, the sluices will open», Berg {said}.',
    '27T12 d quota:c | «If the ferries return, the harbour will be dredged», Berg {said}.',
  ],
  [
    'the same opening',
    '27T10 d : | «It is extremely important for us to rebuild the harbour», Berg {said}.',
    '27T12 d : | «It is extremely important for us to vaccinate the herds», Berg {said}.',
  ],
  [
    'one shared word',
    '27T10 d : | «The lake belongs to those who live beside it», Berg {said}.',
    '27T12 d : | «Nobody can drain a lake in one winter», Berg {said}.',
  ],
  [
    'expected and absent',
    '27T10 i : | Berg {said} «the Sudish envoy was expected in Torvik next week».',
    '27T12 i : | Berg {said} «claims that the Sudish envoy took bribes were absurd».',
  ],
  [
    'thanks for talks, hope in talks',
    '27T10 i : | Berg {voiced} «gratitude for the revival of direct talks between the capitals».',
    '27T12 i : | Berg {said} «the direct talks gave reason to believe in a good harvest».',
  ],
  [
    'agreement wanted, agreement drafted',
    '27T10 d quota:s | «Of course we want an agreement in the end», Berg {said}.',
    '27T12 i : | Berg {said} «no agreement had been drafted».',
  ],
];

const catalog = lakes();

function nameOf(words: string): string | null {
  const adjective = [...catalog.actors.values()].find(({ adjectives }) =>
    adjectives.some(each => folded(each) === folded(words)),
  );
  const [found = adjective] = actorsNamed(catalog, words);
  if (!found) return null;
  const party = partyOf(catalog, found.id, at('2025-11-27'));
  return found.kind === 'person' && party ? `${party}/${found.id}` : (party ?? found.id);
}

const kinds: Record<string, Kind> = { d: 'direct', m: 'mixed', i: 'indirect' };
const sides: Record<string, Stance> = { s: 'supports', o: 'opposes', c: 'conditional', n: 'noncommittal' };

function side(given: string): Statement {
  const [head = '', marked = ''] = given.split(' | ');
  const [when = '', kind = '', topics = ''] = head.split(' ');
  const { text, content, cue } = unmarked(marked);
  const published = at(`2025-11-${when}:00Z`);
  const speakers = [speakerOf.berg];
  return Object.assign(
    statement({
      at: published,
      kind: kinds[kind] ?? 'direct',
      speakers,
      stances: topics.split(',').flatMap(each => {
        const [topic = '', letter = ''] = each.split(':');
        return topic ? [{ topic, holder: 'nordland', stance: sides[letter] ?? 'noncommittal', why: [] }] : [];
      }),
      stems: tokens(text.slice(content.start, content.end))
        .filter(token => /^\p{L}/u.test(token.text))
        .map(token => token.lower),
    }),
    { told: told(text, { content: [content], cue: [cue], source: [], speakers }, published, nameOf) },
  );
}

function unmarked(marked: string): { text: string; content: Span; cue: Span } {
  const bare = (part: string): string => part.replace(/[«»{}]/g, '');
  const span = (open: string, close: string): Span => ({
    start: bare(marked.slice(0, marked.indexOf(open))).length,
    end: bare(marked.slice(0, marked.indexOf(close))).length,
  });
  return { text: bare(marked), content: span('«', '»'), cue: span('{', '}') };
}

describe('two renderings are of one utterance', () => {
  it.each(same)('%s', (_, a, b) => {
    expect(utterances([side(a), side(b)])).toHaveLength(1);
  });
});

describe('two renderings are of two utterances', () => {
  it.each(different)('%s', (_, a, b) => {
    expect(utterances([side(a), side(b)])).toHaveLength(2);
  });
});
