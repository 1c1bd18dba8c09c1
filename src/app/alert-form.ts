import type { AlertRule } from '../core/desk.ts';
import type { Action } from '../core/message.ts';
import type { Context } from './command.ts';
import { topicWord } from './digest-form.ts';

const asks = ['topic', 'party', 'person', 'kind', 'quiet'];

/** Who fills in a form and sends it off has decided: nothing is asked back. */
export const newAlertButton: Action = {
  ...{ label: 'New alert…', command: 'alerts add', given: { save: 'yes' }, asks },
};

export const changeAlertButton = ({ id }: Pick<AlertRule, 'id'>): Action => ({
  ...{ label: 'Change…', command: 'alerts change', given: { alert: id }, asks },
});

/** The words that would set an alert as it is. What no one word names is left out: it stays. */
export function alertWords(rule: AlertRule, context: Pick<Context, 'catalog'>): Record<string, string> {
  const { parties, people, outlets, quietHours, perHour, cooldownHours, silentDays } = rule;
  const topic = topicWord(rule, context);
  const kind = kindWord(rule);
  return {
    ...(topic === null ? {} : { topic }),
    ...oneWord('party', parties),
    ...oneWord('person', people),
    ...oneWord('outlet', outlets),
    ...(kind === null ? {} : { kind }),
    ...(kind === 'silence' ? { days: String(silentDays) } : {}),
    quiet: quietHours ? `${quietHours.from}-${quietHours.until}` : 'off',
    ...(quietHours ? { through: quietHours.through, zone: quietHours.zone } : {}),
    perhour: String(perHour ?? 0),
    cooldown: String(cooldownHours),
  };
}

const oneWord = (name: string, [only, ...others]: readonly string[]): Record<string, string> =>
  others.length > 0 ? {} : { [name]: only ?? 'all' };

function kindWord({ kinds }: AlertRule): string | null {
  const [only, ...others] = kinds;
  if (others.length === 0) return only ?? null;
  return kinds.toSorted().join() === 'shift,statement' ? 'all' : null;
}
