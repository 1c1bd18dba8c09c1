import type { AlertRule } from './desk.ts';
import type { Statement } from './statement.ts';
import { hour } from './time.ts';
import { bestRendering, type Utterance } from './utterance.ts';

/** Whether all that an utterance holds on the rule's topics was held by the same within the rule's cooldown before it. */
export function isRepeated(utterance: Utterance, rule: AlertRule, all: readonly Statement[]): boolean {
  if (rule.cooldownHours === 0) return false;
  const own = new Set(utterance.renderings.map(({ ref }) => ref));
  const from = utterance.at - rule.cooldownHours * hour;
  const earlier = all.filter(({ ref, at }) => !own.has(ref) && at >= from && at < utterance.at);
  const held = new Set(earlier.filter(each => isHeld(each, rule)).flatMap(each => cells(each, rule)));
  return cells(bestRendering(utterance), rule).every(cell => held.has(cell));
}

const isHeld = ({ layer, grade }: Statement, { grades }: AlertRule): boolean =>
  layer === 'body' && grades.includes(grade);

const cells = ({ stances }: Statement, { topics }: AlertRule): string[] =>
  stances
    .filter(({ topic }) => topics.length === 0 || topics.includes(topic))
    .map(({ topic, holder, stance }) => `${topic} ${holder} ${stance}`);
