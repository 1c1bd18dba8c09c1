import type { APISelectMenuOption } from 'discord.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Inline, Message } from '../../../src/core/message.ts';
import { escaped } from '../../../src/platforms/discord/markdown.ts';
import type { Row } from '../../../src/platforms/discord/packing.ts';
import { type Post, render } from '../../../src/platforms/discord/render.ts';
import { expectWithinLimits } from './check.ts';
import { anyText, audiences, desk, gallery, message, nobody, quote } from './messages.ts';

const textOf = (posts: readonly Post[]): string =>
  posts
    .flatMap(({ content = '', embeds = [] }) => [
      content,
      ...embeds.flatMap(({ title = '', description = '', fields = [] }) => [
        title,
        description,
        ...fields.flatMap(({ name, value }) => [name, value]),
      ]),
    ])
    .join('\n');

const contentOf = (...blocks: Block[]): string | undefined => render(message(blocks), audiences)[0]?.content;

const descriptionOf = (...blocks: Block[]): string | undefined =>
  render(message(blocks), audiences)[0]?.embeds?.[0]?.description;

const optionsIn = (control: Row['components'][number]): APISelectMenuOption[] =>
  'options' in control ? control.options : [];

describe('the gallery', () => {
  it.each(Object.entries(gallery))('%s is within every limit', (_, shown) => {
    for (const post of render(shown, audiences)) expectWithinLimits(post);
  });

  it('looks as it should: an alert', () => {
    const [post] = render(gallery.alert as Message, audiences);
    expect(post?.content).toBe('<@&400000000000000001> Night desk · 1 new statement: Andrii Sybiha');
    expect(post?.embeds?.[0]).toEqual({
      color: expect.any(Number),
      description: [
        '**Ukraine** opposes: Ukraine cedes territory',
        '> “We want peace” … “but not at any price.”',
        '— **Ukraine** · Andrii Sybiha, Foreign Minister · <t:1764200000:f> · ' +
          '[The Wire](https://wire.example/2025/11/27/talks_%28update%29?a=1%202) · `7f3a9k2c`',
        '',
        '-# For Ukraine desk · rule red-lines',
      ].join('\n'),
    });
  });

  it('labels what are not the speaker’s own words', () => {
    const shown = textOf(render(gallery.stance as Message, audiences));
    expect(shown).toContain('> *partly quoted:* The alliance must not\n> come closer.');
    expect(shown).toContain('> *paraphrase:* that accession was not on the table');
  });

  it('shows a narrow table in columns and one with links in lines', () => {
    expect(render(gallery.status as Message, audiences)[0]?.embeds?.[0]?.description).toBe(
      '```\nfeed         last poll\nthe-wire     ok\nthe-gazette  http-error: `\u200b`\u200b` HTTP 404\n```',
    );
    const lines = '- **Russia** · says: [no](https://wire.example/no) · old';
    expect(textOf(render(gallery.linkedTable as Message, audiences))).toContain(lines);
  });

  it('sets many columns of short cells in several code blocks, and long words in lines', () => {
    const names = ['European leaders', 'United States', 'Росія', 'Türkiye', 'Vatican', 'Hungary'];
    const table = (cell: string): Message =>
      message([
        { type: 'table', columns: ['', ...names], rows: [[['Accession'], ...names.map(() => [cell])]] },
      ]);
    const blocks = textOf(render(table('✗ 12d (3)'), audiences)).match(/```\n[^`]*```/g) ?? [];
    expect(blocks).toHaveLength(2);
    for (const block of blocks) {
      expect(block).toContain('Accession  ✗ 12d (3)');
      expect(Math.max(...block.split('\n').map(line => line.length))).toBeLessThanOrEqual(56);
    }
    expect(textOf(render(table('said nothing at all'), audiences))).toContain(
      '- **Accession** · European leaders: said nothing at all',
    );
  });

  it('loses none of a long message', () => {
    const shown = textOf(render(gallery.long as Message, audiences));
    for (const i of [0, 57, 99]) expect(shown).toContain(`- item ${i} `);
    for (const i of [0, 75, 149]) expect(shown).toContain(`row ${i}\n`);
    expect(shown.match(/Worten\./g)).toHaveLength(250);
    const rows = render(gallery.long as Message, audiences).flatMap(({ components = [] }) => components);
    const choices = rows.flatMap(({ components }) => components.flatMap(optionsIn));
    expect(choices).toHaveLength(60);
  });

  it('keeps out the characters that turn the direction of what follows', () => {
    expect(textOf(render(gallery.rightToLeft as Message, audiences))).toContain('abcgnp.exe שלום');
  });
});

describe('a plain message', () => {
  it('is content, without link previews and without the summary again', () => {
    const link: Inline = { link: 'list', href: 'https://wire.example/list' };
    const [post, ...rest] = render(message([{ type: 'text', line: ['See the ', link] }]), audiences);
    expect(rest).toEqual([]);
    expect(post).toEqual({
      content: 'See the [list](https://wire.example/list)',
      allowed_mentions: { parse: [], roles: [] },
      flags: 4,
    });
  });

  it('becomes an embed where it is longer than content may be', () => {
    const exact = render(message([{ type: 'text', line: ['a'.repeat(2_000)] }]), audiences);
    expect(exact.map(({ content }) => content?.length)).toEqual([2_000]);
    const over = render(message([{ type: 'text', line: ['a'.repeat(2_001)] }]), audiences);
    expect(over[0]).toMatchObject({ content: 'A summary', embeds: [{ description: 'a'.repeat(2_001) }] });
  });
});

describe('text', () => {
  it('is escaped where markdown would change it', () => {
    expect(escaped('a *b* _c_ ~~d~~ `e` ||f|| [g](h) \\i')).toBe(
      'a \\*b\\* \\_c\\_ \\~\\~d\\~\\~ \\`e\\` \\|\\|f\\|\\| \\[g\\](h) \\\\i',
    );
    expect(escaped('@everyone <@&1> <t:0:R> <:e:4> :smile: https://x.example')).toBe(
      '\\@everyone \\<\\@&1> \\<t\\:0:R> \\<\\:e:4> \\:smile: https\\://x.example',
    );
    expect(escaped('# a\n> b\n  - c\n1. d\n-# e\n+ f')).toBe('\\# a\n\\> b\n  \\- c\n1\\. d\n\\-# e\n\\+ f');
  });

  it('is left as it is where nothing would', () => {
    const prose = 'He said: “No. (Not 1.5 million, not #2 - never!)” at 12:30; 5 > 3 + 1';
    expect(escaped(prose)).toBe(prose);
  });

  it('does not become an address or a mention where pieces meet', () => {
    expect(contentOf({ type: 'text', line: ['https:', '//x.example <', '@&400000000000000001>'] })).toBe(
      'https\\://x.example \\<\\@&400000000000000001>',
    );
    expect(
      contentOf({ type: 'text', line: [{ bold: 'a' }, { bold: 'b' }, { code: 'c' }, { code: '`' }] }),
    ).toBe('**ab**c\\`');
  });

  it('links to web addresses alone, and nothing ends the address early', () => {
    const linked = (href: string) => contentOf({ type: 'text', line: [{ link: 'a]b', href }] });
    expect(linked('https://x.example/a_(b) c?d=[1]')).toBe(
      '[a\\]b](https://x.example/a_%28b%29%20c?d=%5B1%5D)',
    );
    for (const href of ['javascript:alert(1)', 'discord://x', 'file:///etc/passwd', '/x', '', 'https://']) {
      expect(linked(href)).toBe('a\\]b');
    }
  });
});

describe('a quotation', () => {
  const words = fc.array(fc.stringMatching(/^[\p{L}\p{N}_*~`<@#[\]().,!’-]{1,30}$/u), {
    minLength: 1,
    maxLength: 1_500,
  });
  const unescaped = (text: string): string => text.replace(/\\([^\p{L}\p{N}\s])/gu, '$1');

  it('is never cut inside a word, and every cut is marked', () => {
    fc.assert(
      fc.property(words, all => {
        const posts = render(message([quote([all.join(' ')])]), audiences);
        for (const post of posts) expectWithinLimits(post);
        const texts = posts.flatMap(({ embeds = [] }) => embeds.map(({ description = '' }) => description));
        for (const text of texts.slice(0, -1)) expect(text.endsWith(' […]')).toBe(true);
        for (const text of texts.slice(1)) expect(text.startsWith('> […] ')).toBe(true);
        const shown = texts.map(text => text.replace(/ \[…\]$/, '').replace(/^> (\[…\] )?/, '')).join(' ');
        const said = unescaped(shown).replace(/\n— Somebody$/, '');
        expect(said).toBe(`“${all.join(' ')}”`);
      }),
      { numRuns: 25 },
    );
  });

  it('is cut between characters where there are no spaces', () => {
    const text = '🇺🇦👩‍👩‍👧‍👦'.repeat(700);
    const posts = render(message([quote([text])]), audiences);
    expect(posts.length).toBeGreaterThan(1);
    for (const post of posts) expectWithinLimits(post);
    const shown = textOf(posts).replace(/[\p{L}\p{P}\p{Zs}\n>]/gu, '');
    expect(shown).toBe(text);
  });

  it('repeats its label where a paraphrase goes on', () => {
    const posts = render(message([quote(['word '.repeat(1_500)], 'indirect')]), audiences);
    expect(posts[1]?.embeds?.[0]?.description).toMatch(/^> \*paraphrase:\* \[…\] word/);
  });

  it('stands behind one bar, whatever lines it has', () => {
    expect(descriptionOf(quote(['one\n\n# two\n> three'], 'mixed'))).toBe(
      '> *partly quoted:* one\n> \\# two\n> \\> three\n— Somebody',
    );
  });
});

const piece: fc.Arbitrary<Inline> = fc.oneof(
  anyText(60),
  fc.constantFrom(
    '@everyone',
    '<@&400000000000000001>',
    '<@&400000000000000009>',
    'https://x.example',
    '```',
    '\n# ',
  ),
  fc.string({ maxLength: 400 }).map(bold => ({ bold })),
  fc.string({ maxLength: 300 }).map(code => ({ code })),
  fc.record({ link: fc.string({ maxLength: 300 }), href: fc.oneof(fc.webUrl(), fc.string()) }),
  fc.record({
    date: fc.integer({ min: 0, max: 4e12 }),
    as: fc.constantFrom('day' as const, 'moment' as const),
  }),
);
const line = fc.array(piece, { maxLength: 8 });
const longText = fc.tuple(anyText(30), fc.nat(400)).map(([part, n]) => part.repeat(n));
const block: fc.Arbitrary<Block> = fc.oneof(
  longText.map((text): Block => ({ type: 'heading', text })),
  line.map((each): Block => ({ type: 'text', line: each })),
  longText.map((text): Block => ({ type: 'text', line: [text] })),
  fc
    .tuple(
      fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 3 }),
      fc.constantFrom('direct', 'mixed', 'indirect'),
      line,
    )
    .map(([parts, kind, by]): Block => quote(parts, kind as 'direct', by)),
  fc
    .array(fc.record({ label: fc.string({ maxLength: 300 }), value: line }), { maxLength: 30 })
    .map((fields): Block => ({ type: 'fields', fields })),
  fc.array(line, { maxLength: 30 }).map((items): Block => ({ type: 'list', items })),
  fc
    .tuple(
      fc.array(fc.string({ maxLength: 10 }), { maxLength: 5 }),
      fc.array(fc.array(line, { maxLength: 6 }), { maxLength: 30 }),
    )
    .map(([columns, rows]): Block => ({ type: 'table', columns, rows })),
  line.map((each): Block => ({ type: 'note', line: each })),
  fc.constant<Block>({ type: 'divider' }),
  fc
    .array(
      fc.record({
        label: fc.string({ maxLength: 120 }),
        command: fc.constantFrom('stance', 'quotes'),
        given: fc.dictionary(fc.string({ maxLength: 10 }), anyText(60), {
          maxKeys: 3,
        }),
      }),
      { maxLength: 40 },
    )
    .map((actions): Block => ({ type: 'actions', actions })),
);

describe('any message', () => {
  const any = fc.record({
    summary: anyText(3_000),
    blocks: fc.array(block, { maxLength: 12 }),
    ping: fc.subarray(['desk', 'nobody', 'unknown']),
    zone: fc.constant('Europe/Kyiv'),
  });

  it('is within every limit', () => {
    fc.assert(
      fc.property(any, each => {
        for (const post of render(each, audiences)) expectWithinLimits(post);
      }),
      { numRuns: 60 },
    );
  });

  it('can notify the roles it names and nobody else', () => {
    fc.assert(
      fc.property(any, each => {
        const [first, ...rest] = render(each, audiences);
        expect(first?.allowed_mentions).toEqual({
          parse: [],
          roles: each.ping.includes('desk') ? [desk.discord] : [],
        });
        for (const post of rest) expect(post.allowed_mentions).toEqual({ parse: [], roles: [] });
      }),
      { numRuns: 60 },
    );
  });
});

describe('a ping', () => {
  it('is in the content of the first post only', () => {
    const posts = render({ ...(gallery.long as Message), ping: ['desk'] }, audiences);
    expect(posts[0]?.content).toBe('<@&400000000000000001> A summary');
    expect(textOf(posts.slice(1))).not.toContain('<@&');
  });

  it('of an audience without a role here is its name', () => {
    const odd = { ...nobody, id: 'odd', name: '@here *night*', discord: '@everyone' };
    const [post] = render(message([], { ping: ['nobody', 'odd', 'gone'] }), [nobody, odd]);
    expect(post?.content).toBe('Night desk · \\@here \\*night\\* · gone · A summary');
    expect(post?.allowed_mentions).toEqual({ parse: [], roles: [] });
  });

  it('names no role twice and leaves no role out silently', () => {
    const many = Array.from({ length: 100 }, (_, i) => ({
      ...desk,
      id: `d${i}`,
      discord: String(400_000_000_000_000_000n + BigInt(i)),
    }));
    const ids = many.map(({ id }) => id);
    const [post] = render(message([{ type: 'heading', text: 'x' }], { ping: [...ids, ...ids] }), many);
    expect(post?.content?.length).toBeLessThanOrEqual(2_000);
    expect(post?.content?.endsWith(' […]')).toBe(true);
    for (const role of post?.allowed_mentions.roles ?? []) expect(post?.content).toContain(`<@&${role}>`);
  });
});

describe('the actions of a block', () => {
  const shown = (count: number) => {
    const actions = Array.from({ length: count }, (_, i) => ({
      ...{ label: `Topic ${i}`, command: 'stance', given: { '': `${i}` } },
    }));
    const more = { label: 'Share here', command: 'stance', given: {}, aloud: true } as const;
    const posts = render(
      message([
        { type: 'text', line: ['text'] },
        { type: 'actions', actions },
        { type: 'actions', actions: [more] },
      ]),
      audiences,
    );
    for (const post of posts) expectWithinLimits(post);
    return posts.flatMap(({ components = [] }) => components.map(({ components: each }) => each));
  };

  it('are buttons up to a row of them, together with those that follow', () => {
    expect(shown(4).map(row => row.map(({ type }) => type))).toEqual([[2, 2, 2, 2, 2]]);
    expect(shown(5).map(row => row.map(({ type }) => type))).toEqual([[2, 2, 2, 2, 2], [2]]);
  });

  it('are a select where they are more, and what is chosen asks what the button would', () => {
    expect(shown(6).map(row => row.map(({ type }) => type))).toEqual([[3], [2]]);
    expect(shown(6)[0]?.flatMap(optionsIn)[5]).toEqual({ label: 'Topic 5', value: '["stance","","5"]' });
  });

  it('are several selects from 26 on', () => {
    expect(shown(25).map(row => row.flatMap(optionsIn).length)).toEqual([25, 0]);
    expect(shown(26).map(row => row.flatMap(optionsIn).length)).toEqual([25, 1, 0]);
  });
});
