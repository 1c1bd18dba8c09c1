import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Channel, Desk, DigestRule } from '../../src/core/desk.ts';
import { deskFor, type Standpoint } from '../../src/core/space.ts';
import { alertRule, desk } from '../support/made.ts';

const digest = (channel: string): DigestRule => ({
  ...{ id: `digest-${channel}`, channel, at: ['07:30'], weekdays: [1], zone: 'Europe/Kyiv' },
  ...{ whenQuiet: 'line', paused: false, topics: [], parties: [] },
});

/** A digest, an alert and notices for each of these channels. */
const deskOf = (channels: readonly Channel[]): Desk =>
  desk({
    channels,
    digests: channels.map(({ id }) => digest(id)),
    alerts: channels.map(({ id }) => alertRule({ id: `alert-${id}`, channel: id })),
    notices: channels.map(({ id }) => id),
    managers: { slack: ['U1'], discord: ['7'], terminal: [] },
    spaceManagers: { T2: ['U2'], G2: ['8'] },
  });

const ours = deskOf([
  { id: 'news', platform: 'slack', to: 'C1' },
  { id: 'here', platform: 'slack', to: 'C2', space: 'T1' },
  { id: 'far', platform: 'slack', to: 'C1', space: 'T2' },
  { id: 'server', platform: 'discord', to: '1' },
  { id: 'guild', platform: 'discord', to: '2', space: 'G2' },
  { id: 'paper', platform: 'terminal', to: 'paper' },
]);

const home: Standpoint = { platform: 'slack', space: 'T1', isHome: true };
const far: Standpoint = { platform: 'slack', space: 'T2', isHome: false };

const seen = (at: Standpoint): string[] => {
  const { channels, digests, alerts, notices } = deskFor(ours, at);
  const ids = channels.map(({ id }) => id);
  expect(digests.map(({ channel }) => channel)).toEqual(ids);
  expect(alerts.map(({ channel }) => channel)).toEqual(ids);
  expect(notices).toEqual(ids);
  return ids;
};

describe('a desk as a space sees it', () => {
  it('holds what is for that space alone; home has what names no space', () => {
    expect(seen(home)).toEqual(['news', 'here']);
    expect(seen(far)).toEqual(['far']);
    expect(seen({ platform: 'slack', space: 'T3', isHome: false })).toEqual([]);
    expect(seen({ platform: 'discord', space: 'G1', isHome: true })).toEqual(['server']);
    expect(seen({ platform: 'discord', space: 'G2', isHome: true })).toEqual(['server', 'guild']);
    expect(seen({ platform: 'discord', space: null, isHome: true })).toEqual(['server']);
  });

  it('is all of it at the terminal of who runs it', () => {
    expect(deskFor(ours, { platform: 'terminal', space: null, isHome: true })).toBe(ours);
  });

  it('has its own managers, and audiences at home alone', () => {
    expect(deskFor(ours, home).managers).toEqual({ slack: ['U1'], discord: [], terminal: [] });
    expect(deskFor(ours, far).managers).toEqual({ slack: ['U2'], discord: [], terminal: [] });
    const server = deskFor(ours, { platform: 'discord', space: 'G2', isHome: true });
    expect(server.managers.discord).toEqual(['7', '8']);
    expect(deskFor(ours, home).audiences).toHaveLength(1);
    expect(deskFor(ours, far).audiences).toEqual([]);
    expect(deskFor(ours, far).spaceManagers).toEqual({});
  });

  it('shows a rule whose channel is gone to home alone', () => {
    const lost = { ...ours, channels: [] };
    expect(deskFor(lost, home).digests).toHaveLength(ours.digests.length);
    expect(deskFor(lost, far).digests).toEqual([]);
  });

  it('shares nothing between two spaces, whatever is set up', () => {
    const space = fc.constantFrom('T1', 'T2', 'T3');
    const channel = fc.record({
      ...{ id: fc.stringMatching(/^[a-z]{4}$/), platform: fc.constant('slack' as const), to: fc.string() },
      space: fc.option(space),
    });
    fc.assert(
      fc.property(fc.uniqueArray(channel, { selector: ({ id }) => id }), space, space, (channels, a, b) => {
        fc.pre(a !== b);
        const at = (id: string): Standpoint => ({ platform: 'slack', space: id, isHome: id === 'T1' });
        const whole = deskOf(channels);
        const [one, other] = [deskFor(whole, at(a)), deskFor(whole, at(b))];
        const ids = new Set([...one.channels, ...one.digests, ...one.alerts].map(({ id }) => id));
        const shared = [...other.channels, ...other.digests, ...other.alerts].filter(({ id }) => ids.has(id));
        expect(shared).toEqual([]);
      }),
    );
  });
});
