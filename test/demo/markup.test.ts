import { describe, expect, test } from 'vitest';
import { encoded, escaped } from '../../src/demo/markup.ts';

describe('markup', () => {
  test('leaves no character that could end a text or an attribute', () => {
    expect(escaped(`<@&1> "a" & 'b'`)).toBe(`&lt;@&amp;1&gt; &quot;a&quot; &amp; 'b'`);
  });

  test('fits a document into a page of single bytes', () => {
    const bytes = encoded('“Київ” — Türkiye', 'windows-1251');
    expect(new TextDecoder('windows-1251').decode(bytes)).toBe('“Київ” — T&#252;rkiye');
  });
});
