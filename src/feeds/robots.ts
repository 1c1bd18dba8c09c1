/** What one robots.txt asks of us (RFC 9309). */
export interface Robots {
  /** `path` begins with a slash and has the query with it. */
  allows(path: string): boolean;
  /** Milliseconds between two requests that it asks for, null where it does not. */
  readonly delay: number | null;
}

export const everything: Robots = { allows: () => true, delay: null };
export const nothing: Robots = { allows: () => false, delay: null };

/** Crawlers read at least so much of the file (RFC 9309 2.5), in UTF-16 units here. */
const readLength = 500_000;
const longestDelay = 10_000;

interface Rule {
  readonly allow: boolean;
  readonly pattern: string;
}

interface Group {
  readonly products: string[];
  readonly rules: Rule[];
  delay: number | null;
}

/** The rules of the groups that name `product`, else of those for everybody. Delays above ten seconds count as ten. */
export function robotsIn(text: string, product: string): Robots {
  const groups = groupsIn(beginning(text));
  const named = groups.filter(({ products }) => products.includes(product.toLowerCase()));
  const ours = named.length > 0 ? named : groups.filter(({ products }) => products.includes('*'));
  const rules = ours.flatMap(group => group.rules);
  const delays = ours.flatMap(({ delay }) => delay ?? []);
  return {
    allows: path => path === '/robots.txt' || allowed(rules, normal(path)),
    delay: delays.length > 0 ? Math.min(Math.max(...delays), longestDelay) : null,
  };
}

/** Half a line could forbid what the whole one does not. */
const beginning = (text: string): string =>
  text.length <= readLength ? text : text.slice(0, text.lastIndexOf('\n', readLength) + 1);

function groupsIn(text: string): Group[] {
  const groups: Group[] = [];
  let isOpen = false;
  for (const [key, value] of lines(text)) {
    if (key === 'user-agent') {
      // Several user-agent lines in a row share the rules that follow.
      if (!isOpen) groups.push({ products: [], rules: [], delay: null });
      groups.at(-1)?.products.push(productIn(value));
      isOpen = true;
    } else if (key === 'allow' || key === 'disallow' || key === 'crawl-delay') {
      isOpen = false;
      addRule(groups.at(-1), key, value);
    }
  }
  return groups;
}

function addRule(group: Group | undefined, key: 'allow' | 'disallow' | 'crawl-delay', value: string): void {
  if (!group) return;
  if (key === 'crawl-delay') {
    if (/^\d{1,6}(\.\d{1,6})?$/.test(value)) group.delay = Math.round(Number(value) * 1000);
  } else if (value !== '') group.rules.push({ allow: key === 'allow', pattern: normal(value) });
}

function lines(text: string): [key: string, value: string][] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/[\r\n]+/)
    .flatMap(line => {
      const [statement = ''] = line.split('#', 1);
      const colon = statement.indexOf(':');
      if (colon < 0) return [];
      return [[statement.slice(0, colon).trim().toLowerCase(), statement.slice(colon + 1).trim()]];
    });
}

/** `Attache/1.0` names the product `attache`. */
const productIn = (value: string): string =>
  value.startsWith('*') ? '*' : (/^[a-z_-]*/i.exec(value)?.[0] ?? '').toLowerCase();

/** The longest pattern that matches decides; of two of one length the one that allows (RFC 9309 2.2.2). */
function allowed(rules: readonly Rule[], path: string): boolean {
  let best: Rule | null = null;
  for (const rule of rules) {
    if (best && rule.pattern.length < best.pattern.length) continue;
    if (best && rule.pattern.length === best.pattern.length && !rule.allow) continue;
    if (matches(rule.pattern, path)) best = rule;
  }
  return best?.allow ?? true;
}

/** A pattern begins where the path begins; `*` stands for anything, a final `$` for the end. */
function matches(pattern: string, path: string): boolean {
  const isAnchored = pattern.endsWith('$');
  const [first = '', ...rest] = (isAnchored ? pattern.slice(0, -1) : pattern).split('*');
  if (!path.startsWith(first)) return false;
  let from = first.length;
  const last = isAnchored ? rest.pop() : undefined;
  for (const part of rest) {
    const at = path.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  if (!isAnchored) return true;
  return last === undefined ? from === path.length : path.length - last.length >= from && path.endsWith(last);
}

/** Paths are compared with the same signs escaped in the same way (RFC 9309 2.2.2). */
function normal(path: string): string {
  const ascii = path.toWellFormed().replace(/[^\x21-\x7e]+/g, encodeURIComponent);
  return ascii.replace(/%[0-9a-f]{2}/gi, escaped => {
    const sign = String.fromCharCode(Number.parseInt(escaped.slice(1), 16));
    return /[\w.~-]/.test(sign) ? sign : escaped.toUpperCase();
  });
}
