import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { vaultOf } from '../../src/vault/vault.ts';

const secret = randomBytes(32);
const vault = vaultOf(secret);
const about = 'slack T1';

test('what is sealed is opened again, by every process with the key', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, of) => {
      expect(vaultOf(secret).open(vault.seal(text, of), of)).toBe(text);
    }),
  );
});

test('another key, another thing and a changed character open nothing', () => {
  const sealed = vault.seal('xoxb-secret', about);
  expect(vaultOf(randomBytes(32)).open(sealed, about)).toBeNull();
  expect(vault.open(sealed, 'slack T2')).toBeNull();
  for (let at = 0; at < sealed.length - 1; at++) {
    const other = sealed[at] === 'A' ? 'B' : 'A';
    expect(vault.open(sealed.slice(0, at) + other + sealed.slice(at + 1), about)).toBeNull();
  }
  for (const text of ['', 'v1.', 'v1.AAAA', 'xoxb-secret', sealed.slice(0, -4)])
    expect(vault.open(text, about)).toBeNull();
});

test('the same text is never sealed the same way, and is not to be seen in it', () => {
  const all = Array.from({ length: 1_000 }, () => vault.seal('xoxb-secret', about));
  expect(new Set(all.map(each => each.slice(0, 19))).size).toBe(all.length);
  expect(all.join()).not.toContain('secret');
  expect(all.join()).not.toContain(Buffer.from('secret').toString('base64url'));
});
