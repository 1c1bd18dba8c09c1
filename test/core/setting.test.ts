import { expect, test } from 'vitest';
import type { DigestRule } from '../../src/core/desk.ts';
import { deskWith, type Setting } from '../../src/core/setting.ts';
import { alertRule, desk } from '../support/made.ts';

const rule: DigestRule = {
  ...{ id: 'morning', channel: 'newsroom', at: ['07:30'], weekdays: [1], zone: 'Europe/Kyiv' },
  ...{ whenQuiet: 'line', paused: false, topics: [], parties: [] },
};
const set = (id: string, value: DigestRule | null): Setting => ({
  ...{ kind: 'digest', id, by: 'slack U1', at: 1, value },
});

test('what was set in chat takes the place of what the file says, or follows it', () => {
  const evening = { ...rule, id: 'evening' };
  const changed = { ...rule, at: ['08:00'] };
  const file = desk({ digests: [rule, evening] });
  const own = { ...rule, id: 'own' };
  expect(deskWith(file, [set('own', own), set('morning', changed)]).digests).toEqual([changed, evening, own]);
});

test('a setting taken back leaves what the file says, or nothing', () => {
  const file = desk({ digests: [rule] });
  expect(deskWith(file, [set('morning', null), set('own', null)]).digests).toEqual([rule]);
});

test('a channel named in chat is one of the desk', () => {
  const here = { id: 'slack C9', platform: 'slack', to: 'C9' } as const;
  const setting: Setting = { kind: 'channel', id: here.id, by: 'slack U1', at: 1, value: here };
  expect(deskWith(desk(), [setting]).channels).toEqual([...desk().channels, here]);
});

test('an alert set in chat follows those of the file, until it is taken back', () => {
  const file = desk({ alerts: [alertRule()] });
  const own = alertRule({ id: 'own', owner: 'slack U1' });
  const setting: Setting = { kind: 'alert', id: 'own', by: 'slack U1', at: 1, value: own };
  expect(deskWith(file, [setting]).alerts).toEqual([...file.alerts, own]);
  expect(deskWith(file, [{ ...setting, value: null }]).alerts).toEqual(file.alerts);
});
