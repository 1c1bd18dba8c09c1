import type { Said, Setting } from './said.ts';
import { type Act, known } from './stance-lexicon.ts';
import type { Hit } from './stance-phrases.ts';
import { actsAt, type Scene, type Spoken } from './stance-scene.ts';
import { type Word, wordsIn } from './stance-words.ts';
import { matchesIn, type TopicMatch } from './topics.ts';

/**
 * With the topics that pronouns stand for. A statement without a topic takes it from what stands before it in its
 * sentence, or in the sentences before ("calling it “unacceptable”"); a sentence of a longer statement from its last one.
 */
export function withReferents(scene: Scene, said: Said, setting: Setting): Scene {
  const pronouns = scene.acts.filter(
    act => act.phrase.of === 'pronouns' && act.first >= scene.cueWords && refers(scene, act),
  );
  const [first] = pronouns;
  if (!first) return scene;
  if (scene.matches.every(({ passing }) => passing)) {
    const last = topicBefore(said, setting);
    return last ? { ...scene, matches: [referent(last, first)] } : scene;
  }
  return { ...scene, matches: [...scene.matches, ...pronouns.flatMap(pronoun => carried(scene, pronoun))] };
}

/** Whether a statement that names no topic can take one from what stands before it. */
export function mayRefer({ words, cueWords }: Spoken, said: Said, setting: Setting): boolean {
  const { acts } = known(setting.catalog, setting.lexicon.stance);
  const isPronoun = ({ stem }: Word): boolean => acts.get(stem)?.some(({ of }) => of === 'pronouns') === true;
  return words.slice(cueWords).some(isPronoun) && topicBefore(said, setting) !== null;
}

const followers: ReadonlySet<Act> = new Set<Act>([
  'copulas',
  'duties',
  'hedges',
  'negators',
  'against',
  'auxiliaries',
]);

/** A pronoun that is subject or object, not the "that" which only opens a clause. */
function refers(scene: Scene, { first, last }: Hit<Act>): boolean {
  const next = scene.words[last + 1];
  if (next?.kind !== 'word') return true;
  if (isExpletive(scene, first)) return false;
  const named = scene.acts.some(act => act.phrase.of === 'naming' && act.last === first - 1);
  return named || actsAt(scene, last + 1).some(kind => followers.has(kind));
}

/** "It is important to …", "it would be wrong that …" */
function isExpletive({ words, acts }: Scene, at: number): boolean {
  if (words[at]?.stem !== 'it') return false;
  const after = words.slice(at + 1, at + 9);
  const end = after.findIndex(({ stem, kind }) => stem === 'to' || stem === 'that' || kind !== 'word');
  return (
    end >= 0 &&
    after[end]?.kind === 'word' &&
    acts.some(
      ({ first, phrase }) => first > at && first <= at + end && ['favour', 'against'].includes(phrase.of),
    )
  );
}

/** Characters looked back at. */
const mostContext = 1000;

/** One sentence back: what was spoken of earlier may have been somebody else's matter. */
function lastSentence(text: string): string {
  let at = text.trimEnd().length;
  while (at > 0 && /[.!?”"’']/.test(text[at - 1] ?? '')) at--;
  while (at > 0 && !/[.!?]/.test(text[at - 1] ?? '')) at--;
  return text.slice(at);
}

/** The last topic spoken of before the statement. */
function topicBefore(said: Said, setting: Setting): TopicMatch | null {
  const { forms } = known(setting.catalog, setting.lexicon.stance);
  const at = said.sentence.indexOf(said.text.slice(0, 12));
  for (const before of [at > 0 ? said.sentence.slice(0, at) : '', lastSentence(said.before)]) {
    const context = before.slice(-mostContext);
    const matches = matchesIn(context, wordsIn(context, forms), setting);
    const last = matches.toSorted((a, b) => a.hit.last - b.hit.last).at(-1);
    if (last) return last;
  }
  return null;
}

/** Within a statement only plain things are carried on: a phrase with a side of its own has had its say. */
function carried(scene: Scene, pronoun: Hit<Act>): TopicMatch[] {
  const sentence = scene.clauses.find(
    ({ from, to }) => pronoun.first >= from && pronoun.first < to,
  )?.sentence;
  if (sentence === undefined) return [];
  const sentenceOf = ({ hit }: TopicMatch): number | undefined =>
    scene.clauses.find(({ from, to }) => hit.last >= from && hit.last < to)?.sentence;
  if (scene.matches.some(match => sentenceOf(match) === sentence)) return [];
  const last = scene.matches.findLast(match => sentenceOf(match) === sentence - 1);
  return last?.pole === 'thing' ? [referent(last, pronoun)] : [];
}

function referent(match: TopicMatch, { phrase, at, first, last }: Hit<Act>): TopicMatch {
  const pole = match.pole === 'thing' ? 'thing' : 'name';
  const hit = { phrase: match.hit.phrase, at, first, last };
  return { ...match, pole, hit, words: phrase.text, standsFor: match.words };
}
