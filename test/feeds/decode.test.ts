import { expect, test } from 'vitest';
import { decoded } from '../../src/feeds/decode.ts';

/** “ясно” in windows-1251 and “sì” in windows-1252, curly quotes included. */
const cyrillic = Uint8Array.of(0x93, 0xff, 0xf1, 0xed, 0xee, 0x94);
const western = Uint8Array.of(0x93, 0x73, 0xec, 0x94);
const after = (head: string, bytes: Uint8Array): Uint8Array => Buffer.concat([Buffer.from(head), bytes]);

test.for([
  ['<meta charset="windows-1251">', cyrillic, '“ясно”'],
  ['<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">', cyrillic, '“ясно”'],
  ["<?xml version='1.0' encoding='windows-1251'?>", cyrillic, '“ясно”'],
  ['<meta charset=iso-8859-1>', western, '“sì”'],
  ['<meta charset="no-such-encoding">', western, '“sì”'],
] as const)('believes %s', ([head, bytes, text]) => {
  expect(decoded(after(head, bytes), 'text/html')).toBe(head + text);
});

test('believes the header before the document, unless it says only what servers always say', () => {
  const bytes = after('<meta charset="koi8-r">', cyrillic);
  expect(decoded(bytes, 'text/html; charset="windows-1251"')).toContain('“ясно”');
  expect(
    decoded(after('<meta charset="windows-1251">', cyrillic), 'text/html; charset=iso-8859-1'),
  ).toContain('“ясно”');
});

test('believes valid UTF-8 before any label', () => {
  const bytes = Buffer.from('<meta charset="windows-1251">“Україна”');
  expect(decoded(bytes, 'text/html; charset=koi8-r')).toContain('“Україна”');
});

test('guesses where nothing is said', () => {
  expect(decoded(cyrillic, null)).toBe('“ясно”');
  expect(decoded(western, null)).toBe('“sì”');
});

test.for([
  [],
  [0],
  [0xff],
  [0xff, 0xfe],
  [0, 0, 0xfe, 0xff],
  [0, 0, 0, 60, 0, 0x11, 0, 0],
  [0xef, 0xbb, 0xbf],
])('takes the bytes %o', bytes => {
  expect(decoded(Uint8Array.from(bytes), null)).toBeTypeOf('string');
});
