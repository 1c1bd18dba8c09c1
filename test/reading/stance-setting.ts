import { loadConfig } from '../../src/config/load.ts';
import { catalog as catalogOf, partyOf } from '../../src/core/catalog.ts';
import type { Topic } from '../../src/core/topic.ts';
import type { Said, Setting } from '../../src/reading/said.ts';
import { stancesOn } from '../../src/reading/stance.ts';

const { catalog: shipped, lexicon } = loadConfig('config', { variable: () => null });

/** The shipped configuration at the time of the talks of November 2025. */
export const setting: Setting = { catalog: shipped, lexicon, at: Date.parse('2025-11-28T08:00Z') };

/** The shipped actors and words with another negotiation's topics. */
export function settingWith(topics: readonly Partial<Topic>[], parties: readonly string[]): Setting {
  const whole = topics.map(topic => ({
    id: 'topic',
    negotiation: 'other',
    family: 'family',
    title: 'Topic',
    proposition: 'It happens.',
    descriptive: false,
    terms: [],
    named: [],
    faint: [],
    pro: [],
    contra: [],
    units: [],
    ...topic,
  }));
  const negotiation = { id: 'other', title: 'Other talks', parties, families: {}, topics: whole };
  const actors = [...shipped.actors.values()];
  return { ...setting, catalog: catalogOf({ negotiations: [negotiation], actors, outlets: [], feeds: [] }) };
}

/** Words of a configured actor; an actor of no party speaks for itself here. */
export function saidBy(
  by: string,
  cue: string,
  text: string,
  more: Partial<Said> = {},
  { catalog, at } = setting,
): Said {
  const party = partyOf(catalog, by, at) ?? by;
  return {
    text,
    cue,
    sentence: `${text} ${cue}.`,
    kind: 'indirect',
    layer: 'body',
    speakers: [{ name: by, actor: by, party, office: null }],
    before: '',
    title: '',
    ...more,
  };
}

/** Stances by topic for the speaker's own party, by `topic@party` for others. */
export function labels(said: Said, at: Setting = setting): Record<string, string> {
  const own = said.speakers.map(({ party }) => party);
  const { stances } = stancesOn(said, at);
  return Object.fromEntries(
    stances.map(({ topic, holder, stance }) => [own.includes(holder) ? topic : `${topic}@${holder}`, stance]),
  );
}
