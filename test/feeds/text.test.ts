import { expect, test } from 'vitest';
import { textOf } from '../../src/feeds/text.ts';

test.for([
  ['<p>One <b>two</b> three.</p><p>Four.</p>', 'One two three.\nFour.'],
  ['<div>One<br>two<br/><br/>three</div>', 'One\ntwo\nthree'],
  ['One <a href="x">t</a>wo', 'One two'],
  ['<ul><li>One<li>Two</ul><table><tr><td>a</td><td>b</td></tr></table>', 'One\nTwo\na\nb'],
  ['<p>“We&nbsp;agree,” she&shy; said&#8230;</p>', '“We agree,” she said…'],
  ['<p>in\n  wrapped\tlines</p>', 'in wrapped lines'],
  ['<figure><img alt="x"><figcaption>Caption claims so</figcaption></figure><p>Text</p>', 'Text'],
  ['<script>let a = "<p>no</p>"</script><style>p{}</style><p>Yes</p>', 'Yes'],
  ['&lt;p&gt;Escaped &amp;amp; again&lt;/p&gt;', 'Escaped & again'],
  ['Plain line one.\nPlain line two.', 'Plain line one.\nPlain line two.'],
  ['A wrapped\nparagraph.\n\nAnother\none.', 'A wrapped paragraph.\nAnother one.'],
  ['5 < 7 & 8 > 3', '5 < 7 & 8 > 3'],
  ['<html><head><title>no</title></head><body><p>Body</p></body></html>', 'Body'],
  ['<p>cut off in the mid', 'cut off in the mid'],
  ['<p>a</p>\u200b<p>\u200b</p>', 'a'],
  ['', ''],
] as const)('%s', ([html, text]) => {
  expect(textOf(html)).toBe(text);
});

test.for([
  ['"<" alone', '<'.repeat(200_000)],
  ['nesting', '<div>'.repeat(50_000)],
  ['formatting that is never closed', '<b>x'.repeat(50_000)],
  ['references', '&amp'.repeat(200_000)],
] as const)('ends quickly on %s', { timeout: 5_000 }, ([, html]) => {
  expect(textOf(html)).toBeTypeOf('string');
});
