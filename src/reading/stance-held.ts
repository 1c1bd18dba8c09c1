import { accuses, type Held, longer, negatedVerb, silent } from './stance-chain.ts';
import type { Clause } from './stance-clauses.ts';
import { type Scene, wordsOf } from './stance-scene.ts';
import { isAttitude, rowEnding, subjectOf } from './stance-subjects.ts';
import type { TopicMatch } from './topics.ts';

/** "… proposed by Washington and backed by Europe". */
export function heldBy(scene: Scene, match: TopicMatch, clause: Clause): Held[] {
  const next = scene.matches.find(({ hit }) => hit.first > match.hit.last)?.hit.first ?? clause.to;
  return scene.acts
    .filter(
      ({ phrase, first, last }) =>
        isAttitude(phrase.of) && first > match.hit.last && last < Math.min(next, clause.to),
    )
    .filter(({ last }) => scene.words[last + 1]?.stem === 'by')
    .flatMap((act): Held[] => {
      const row = rowAfter(scene, act.last + 1).filter(party => !scene.sides.includes(party));
      const chain = longer(silent, act.phrase.of, wordsOf(scene, act), null, match, accuses(scene, match));
      return row.length > 0 ? [{ by: { who: 'described', parties: row }, chain }] : [];
    });
}

function rowAfter(scene: Scene, by: number): string[] {
  const first = scene.mentions.find(mention => mention.first > by && mention.first - by <= 3);
  const rows = scene.mentions.map(mention => rowEnding(scene, mention)).filter(row => row[0] === first);
  return (rows.at(-1) ?? []).map(({ party }) => party);
}

/** A phrase that holds its own verb: "Zelenskyy does not want peace". */
export function heldWithin(scene: Scene, match: TopicMatch, clause: Clause): Held[] {
  const verb = scene.acts.find(({ phrase, first }) => isAttitude(phrase.of) && first === match.hit.first);
  if (!verb || match.pole === 'name') return [];
  const by = subjectOf(scene, verb, clause);
  return by.who === 'speaker' ? [] : [{ by, chain: negatedVerb(scene, silent, verb, match) }];
}
