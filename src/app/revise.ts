import { isSameMessage, type Line, type Message } from '../core/message.ts';
import { day, type Instant } from '../core/time.ts';
import { revisionMessage } from '../views/revision.ts';
import type { Delivery, Log, Posted, Store } from './ports.ts';
import { type Remade, type RemakeTools, remade } from './remake.ts';

export interface ReviseTools extends RemakeTools {
  readonly store: Pick<Store, 'articles' | 'ledger' | 'positions' | 'marks' | 'outbox'>;
  readonly log: Log;
}

const cursorKey = 'revisions';
const batch = 200;

/** How long what was posted is put right; later, corrections are in `/why` and in every answer. */
const lasting = 14 * day;

/**
 * Promises to put right what was posted of statements that an editor corrected, or an outlet took back, since: the
 * message is changed, and one line in its thread says so. The cursor moves in the transaction that writes the promises.
 */
export async function promiseRevisions(tools: ReviseTools, now: Instant): Promise<void> {
  while (await promiseNext(tools, now));
}

async function promiseNext(tools: ReviseTools, now: Instant): Promise<boolean> {
  const { marks, ledger, outbox } = tools.store;
  const value = (await marks.get(cursorKey))?.value ?? null;
  const rows = await ledger.changed(Number(value), batch);
  const last = rows.at(-1);
  if (!last) return false;
  const changed = new Set(rows.map(({ ref }) => ref));
  const posted = await outbox.posted(await outbox.restingOn([...changed], now - lasting));
  const deliveries: Delivery[] = [];
  for (const each of posted)
    deliveries.push(...(await revised(each, { changed, number: last.number, now }, tools)));
  const mark = { key: cursorKey, dueAt: null, value: String(last.number) };
  await outbox.promise(deliveries, [mark], [{ key: cursorKey, value }]);
  return true;
}

interface Changes {
  /** Refs of what changed. */
  readonly changed: ReadonlySet<string>;
  /** The last change: it makes keys that are the same when the step is repeated. */
  readonly number: number;
  readonly now: Instant;
}

/** What puts one message right; nothing where it says the same as before. */
async function revised(posted: Posted, changes: Changes, tools: ReviseTools): Promise<Delivery[]> {
  if (!posted.recipe) return [];
  const again = await remade(posted.recipe, tools);
  const edits = await editsOf(posted, again, changes, tools);
  if (edits.length === 0) return [];
  tools.log.info('posted message changed', { key: posted.key, messages: edits.length });
  const news = [...again.lines].flatMap(([ref, line]) => (changes.changed.has(ref) ? [line] : []));
  return posted.isShown && news.length > 0 ? [...edits, noteOf(posted, news, changes)] : edits;
}

/** The changes of a message and of those with its detail, which are known by what they are headed with. */
async function editsOf(
  posted: Posted,
  { parent, details }: Remade,
  { number, now }: Changes,
  tools: ReviseTools,
): Promise<Delivery[]> {
  const keys = posted.recipe?.kind === 'digest' ? posted.recipe.details : [];
  const parts = await tools.store.outbox.posted(keys);
  const change = (of: Posted, message: Message | null): Delivery => ({
    ...placeOf(of),
    key: `${of.key}~${number}`,
    message: message ?? of.message,
    notBefore: now,
    change: { of: of.key, how: message ? 'edit' : 'remove' },
  });
  const edits = [posted, ...parts].flatMap(each => {
    const wanted = each === posted ? parent : details.find(({ summary }) => summary === each.message.summary);
    return wanted && isSameMessage(wanted, each.message) ? [] : [change(each, wanted ?? null)];
  });
  return [...edits, ...furtherDetails(posted, parts, details, { number, now })];
}

const placeOf = ({ platform, to }: Posted): Pick<Delivery, 'platform' | 'to' | 'under'> => ({
  ...{ platform, to },
  under: null,
});

/** What belongs under another heading now than any that was posted. */
function furtherDetails(
  posted: Posted,
  parts: readonly Posted[],
  details: readonly Message[],
  { number, now }: Pick<Changes, 'number' | 'now'>,
): Delivery[] {
  const known = new Set(parts.map(({ message }) => message.summary));
  return details
    .filter(({ summary }) => !known.has(summary))
    .map((message, i) => ({
      ...placeOf(posted),
      ...{ key: `${posted.key}:${number}.${i + 1}`, message, notBefore: now, under: posted.key },
    }));
}

/** In the thread of the message, or of the one it belongs under. */
const noteOf = (posted: Posted, lines: readonly Line[], { number, now }: Changes): Delivery => ({
  ...placeOf(posted),
  key: `${posted.key}~${number}:note`,
  message: revisionMessage(lines, posted.message),
  under: posted.under ?? posted.key,
  notBefore: now,
});
