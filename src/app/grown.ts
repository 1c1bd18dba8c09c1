import type { News } from '../core/alert.ts';
import { inOutlets } from '../core/alert.ts';
import { isSameMessage } from '../core/message.ts';
import type { AlertRecipe } from '../core/recipe.ts';
import type { Statement } from '../core/statement.ts';
import { day, type Instant } from '../core/time.ts';
import { utterances } from '../core/utterance.ts';
import type { AlertTools } from './alert-post.ts';
import type { Delivery, Posted } from './ports.ts';
import { remade } from './remake.ts';

/** Reports of one utterance come within so long of each other. */
const occasion = 3 * day;

/** Statements that report an utterance once more, and those that reported it before. */
interface Further {
  readonly added: readonly Statement[];
  readonly had: readonly string[];
}

/** `number`: of the last of the news; it makes keys that are the same when the step is repeated. */
export interface Step {
  readonly number: number;
  readonly now: Instant;
}

/** Changes alerts that were told of utterances which further outlets have now. Nobody is notified again. */
export async function grownAlerts(news: News, step: Step, tools: AlertTools): Promise<Delivery[]> {
  const { outbox } = tools.store;
  const further = furtherIn(news);
  const keys = await outbox.restingOn(
    further.flatMap(({ had }) => had),
    step.now - occasion,
  );
  const changed: Delivery[] = [];
  for (const posted of await outbox.posted(keys))
    changed.push(...(await grown(posted, further, step, tools)));
  return changed;
}

function furtherIn({ news, known }: News): Further[] {
  if (news.length === 0) return [];
  const oldest = Math.min(...news.map(({ at }) => at)) - occasion;
  const fresh = new Set(news);
  return utterances([...known.filter(({ at }) => at >= oldest), ...news]).flatMap(({ renderings }) => {
    const added = renderings.filter(each => fresh.has(each));
    const had = renderings.filter(each => !fresh.has(each)).map(({ ref }) => ref);
    return added.length > 0 && had.length > 0 ? [{ added, had }] : [];
  });
}

async function grown(
  { recipe, ...posted }: Posted,
  further: readonly Further[],
  { number, now }: Step,
  tools: AlertTools,
): Promise<Delivery[]> {
  if (recipe?.kind !== 'alert') return [];
  const added = further.filter(({ had }) => had.some(ref => recipe.said.includes(ref)));
  const carried = inOutlets(
    added.flatMap(each => each.added),
    recipe.rule,
  );
  if (carried.length === 0) return [];
  const again: AlertRecipe = { ...recipe, said: [...recipe.said, ...carried.map(({ ref }) => ref)] };
  const { parent: message } = await remade(again, tools);
  if (isSameMessage(message, posted.message)) return [];
  const { key, platform, to } = posted;
  const change = { of: key, how: 'edit' } as const;
  return [
    { key: `${key}~s${number}`, platform, to, under: null, message, recipe: again, notBefore: now, change },
  ];
}
