import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correctionCase, csvHead, csvRows, statementDocument } from '../../src/app/export.ts';
import { article, lakes, speakerOf, statement } from '../support/made.ts';

const words = { content: [{ start: 24, end: 47 }], quotations: [{ start: 25, end: 46 }], article: 'a1' };

/** As a reader of RFC 4180 takes a line apart. */
function cells(line: string): string[] {
  const found = line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g);
  return [...found].map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '');
}

describe('csv', () => {
  it('has a row for each stance, with words, place and proof', () => {
    const stances = [
      { topic: 'dam', holder: 'nordland', stance: 'opposes', why: [] },
      { topic: 'quota', holder: 'nordland', stance: 'supports', why: [] },
    ] as const;
    const rows = csvRows(statement({ ...words, stances }), article(), lakes()).map(cells);
    const named = rows.map(row => Object.fromEntries(cells(csvHead()).map((name, i) => [name, row[i]])));
    expect(named).toMatchObject([
      {
        person: 'Anna Berg',
        office: 'Water Minister of Nordland',
        organisation: 'Nordland',
        concept: 'dam',
        agreement: 'opposes',
        text: '“We will not build it,”',
        outlet: 'Lakeside Post',
        start: '24',
        end: '47',
        sha256: article().snapshot.sha256,
      },
      { concept: 'quota', agreement: 'supports' },
    ]);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '\t=1', '\r=1', '＝1'])(
    '%j is no formula in a spreadsheet, and can be read back',
    text => {
      const given = article({ snapshot: { sha256: 'x', text } });
      const content = [{ start: 0, end: text.length }];
      const [row = ''] = csvRows(statement({ content, url: text }), given, lakes());
      expect(cells(row)[11]).toBe(`'${text}`);
      expect(cells(row)[13]).toBe(`'${text}`);
    },
  );

  it('any text is one cell', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: fc.constantFrom(...'",;\r\n\'=я😀 x') }), text => {
        const given = article({ snapshot: { sha256: 'x', text } });
        const [row = ''] = csvRows(statement({ content: [{ start: 0, end: text.length }] }), given, lakes());
        expect(cells(row)).toHaveLength(cells(csvHead()).length);
        expect(cells(row)[11]?.replace(/^'/, '')).toBe(text.replace(/^'/, ''));
      }),
    );
  });
});

it('a statement is a JSON document with its words', () => {
  const made = statement({ ...words });
  expect(statementDocument(made, article(), lakes())).toMatchObject({
    ref: made.ref,
    text: '“We will not build it,”',
    quotations: ['We will not build it,'],
    stances: [{ topic: 'dam', holder: 'nordland', stance: 'opposes' }],
    copyOf: null,
    standing: 'current',
  });
});

it('a correction is a case: the passage, the place in it, what was read and what is right', () => {
  const right = statement({ ...words, speakers: [speakerOf.ost] });
  const found = correctionCase({ statement: right, read: statement({ ...words }) }, article());
  expect(found.passage).toBe('“We will not build it,” Anna Berg said on Thursday.');
  const [[start = 0, end = 0] = []] = found.content;
  expect(found.passage.slice(start, end)).toBe('“We will not build it,”');
  expect(found.read?.speakers[0]?.name).toBe('Anna Berg');
  expect(found.right?.speakers[0]?.name).toBe('Karl Ost');
  expect(
    correctionCase({ statement: { ...right, standing: 'withdrawn' }, read: null }, article()).right,
  ).toBeNull();
});
