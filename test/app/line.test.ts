import { describe, expect, it } from 'vitest';
import { commandLine, parseCommandLine, parseLine } from '../../src/app/line.ts';

describe('parseLine', () => {
  it.each<[string, Record<string, string>]>([
    ['', {}],
    ['NATO', { '': 'NATO' }],
    ['security guarantees days:7', { '': 'security guarantees', days: '7' }],
    ['party:"United States" NATO', { '': 'NATO', party: 'United States' }],
    ['party:“United States”', { party: 'United States' }],
    ['days:1 days:2', { days: '2' }],
    ['https://example.org/a', { '': 'https://example.org/a' }],
    ['DAYS:7', { days: '7' }],
    ['about:Зеленський', { about: 'Зеленський' }],
    ['"open', { '': '"open' }],
    ['"Peter Ost" days:7 “the dam”', { '': '"Peter Ost" "the dam"', days: '7' }],
  ])('%j', (line, expected) => {
    expect(parseLine(line)).toEqual(expected);
  });

  it('a name such as __proto__ is a word like any other', () => {
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(parseLine('constructor:x')).toEqual({ constructor: 'x' });
  });
});

describe('parseCommandLine', () => {
  it('takes the command with or without slash, in any case', () => {
    expect(parseCommandLine('/Stance NATO')).toEqual({ command: 'stance', given: { '': 'NATO' } });
    expect(parseCommandLine('  brief')).toEqual({ command: 'brief', given: {} });
    expect(parseCommandLine('   ')).toBeNull();
  });

  it('reads back what commandLine writes', () => {
    const given = { '': 'NATO', party: 'United States', days: '7' };
    const line = commandLine('stance', given);
    expect(line).toBe('/stance NATO party:"United States" days:7');
    expect(parseCommandLine(line)).toEqual({ command: 'stance', given });
  });
});
