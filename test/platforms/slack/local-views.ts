import type { View } from '@slack/types';

export type Shown = View & { readonly id: string; readonly hash: string; readonly user: string };

/** Slack's windows and home tabs. */
export function localViews() {
  const views = new Map<string, Shown>();
  const homes = new Map<string, Shown>();
  const triggers = new Map<string, number>();
  let count = 0;

  function shown(view: string | undefined, user: string, id?: string): Shown {
    count += 1;
    return { ...(JSON.parse(view ?? '{}') as View), id: id ?? `V${count}`, hash: `h${count}`, user };
  }

  /** `exchanged_trigger_id` and `expired_trigger_id`: a trigger is good once, for three seconds. */
  function refusedTrigger(trigger = ''): string | null {
    const spent = triggers.get(trigger);
    triggers.set(trigger, 1);
    if (trigger.startsWith('expired')) return 'expired_trigger_id';
    return spent ? 'exchanged_trigger_id' : null;
  }

  function opened({ view, trigger_id }: Record<string, string>): object {
    const error = refusedTrigger(trigger_id);
    if (error) return { ok: false, error };
    const made = shown(view, 'U0ANN');
    views.set(made.id, made);
    return { ok: true, view: made };
  }

  function updated({ view, view_id = '' }: Record<string, string>): object {
    const old = views.get(view_id);
    if (!old) return { ok: false, error: 'not_found' };
    views.set(view_id, shown(view, old.user, view_id));
    return { ok: true, view: views.get(view_id) };
  }

  function published({ view, user_id = '', hash }: Record<string, string>): object {
    const old = homes.get(user_id);
    if (hash && old && old.hash !== hash) return { ok: false, error: 'hash_conflict' };
    homes.set(user_id, shown(view, user_id, old?.id));
    return { ok: true, view: homes.get(user_id) };
  }

  /** Undefined where it is no method of views. */
  function answer(method: string, given: Record<string, string>): object | undefined {
    if (method === 'views.open' || method === 'views.push') return opened(given);
    if (method === 'views.update') return updated(given);
    return method === 'views.publish' ? published(given) : undefined;
  }

  return { answer, views, homes };
}
