import { describe, expect, test } from 'vitest';
import { robotsIn } from '../../src/feeds/robots.ts';

const allows = (robots: string, path: string): boolean => robotsIn(robots, 'attache').allows(path);

describe('robots.txt', () => {
  test.for([
    ['', '/a', true],
    ['User-agent: *\nDisallow: /', '/a', false],
    ['User-agent: *\nDisallow:', '/a', true],
    ['User-agent: *\nDisallow: /news', '/newspaper', false],
    ['User-agent: *\nDisallow: /news/', '/newspaper', true],
    ['User-agent: *\nDisallow: /\nAllow: /public', '/public/1', true],
    ['User-agent: *\nAllow: /public\nDisallow: /', '/public/1', true],
    ['User-agent: *\nDisallow: /p\nAllow: /p', '/p', true],
    ['User-agent: *\nAllow: /p\nDisallow: /page', '/page', false],
    ['User-agent: *\nDisallow: /*.pdf$', '/a/b.pdf', false],
    ['User-agent: *\nDisallow: /*.pdf$', '/a/b.pdf?x', true],
    ['User-agent: *\nDisallow: /a*b*c', '/a-b-c-d', false],
    ['User-agent: *\nDisallow: /a*b*c', '/a-c-b', true],
    ['User-agent: *\nDisallow: /a$', '/a', false],
    ['User-agent: *\nDisallow: /a$', '/ab', true],
    ['User-agent: *\nDisallow: *print=1', '/a?print=1', false],
    ['User-agent: *\nDisallow: /', '/robots.txt', true],
    ['User-agent: *\nDisallow: /новости', '/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8/1', false],
    ['User-agent: *\nDisallow: /%d0%bd', '/%D0%BD', false],
    ['User-agent: *\nDisallow: /%7euser', '/~user', false],
    ['User-agent: *\nDisallow: /a%2Fb', '/a/b', true],
    ['User-agent: *\r\nDisallow: /a # not this\r\n', '/a', false],
    ['\uFEFFuser-agent : *\ndisallow : /a', '/a', false],
    ['Disallow: /a', '/a', true],
    ['nonsense\nUser-agent: *\nSitemap: https://x.example/s.xml\nDisallow: /a', '/a', false],
  ] as const)('%j says for %s: %s', ([robots, path, allowed]) => {
    expect(allows(robots, path)).toBe(allowed);
  });

  test.for([
    ['User-agent: attache\nDisallow: /a\n\nUser-agent: *\nDisallow: /', '/b', true],
    ['User-agent: *\nDisallow: /\n\nUser-agent: ATTACHE/2.0\nAllow: /', '/b', true],
    ['User-agent: attachement\nDisallow: /', '/b', true],
    ['User-agent: other\nUser-agent: attache\nDisallow: /', '/b', false],
    ['User-agent: attache\nDisallow: /a\nUser-agent: other\nDisallow: /b', '/b', true],
    [
      'User-agent: attache\nDisallow: /a\n\nUser-agent: other\nDisallow: /\n\nUser-agent: attache\nDisallow: /b',
      '/b',
      false,
    ],
    ['User-agent: attache\nCrawl-delay: 2\nUser-agent: *\nDisallow: /', '/b', true],
  ] as const)('our group in %j decides on %s: %s', ([robots, path, allowed]) => {
    expect(allows(robots, path)).toBe(allowed);
  });

  test.for([
    ['User-agent: *\nCrawl-delay: 2.5', 2_500],
    ['User-agent: *\nCrawl-delay: 3600', 10_000],
    ['User-agent: *\nCrawl-delay: soon', null],
    ['User-agent: other\nCrawl-delay: 5', null],
  ] as const)('%j asks for %s ms between requests', ([robots, delay]) => {
    expect(robotsIn(robots, 'attache').delay).toBe(delay);
  });

  test('ends quickly on a file made to take long', () => {
    const many = `User-agent: *\n${'Disallow: /*a*a*a*a*a*a*a*a*a*a*b\n'.repeat(20_000)}`;
    const begun = performance.now();
    expect(allows(many, `/${'a'.repeat(2_000)}`)).toBe(true);
    expect(allows(`User-agent: *\nDisallow: /${'*a'.repeat(200_000)}`, `/${'a'.repeat(8_000)}`)).toBe(true);
    expect(performance.now() - begun).toBeLessThan(2_000);
  });
});
