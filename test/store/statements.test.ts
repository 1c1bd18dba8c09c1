import { describe, expect, it } from 'vitest';
import { rememberedRows, sealOf } from '../../src/store/statements.ts';
import { aStatement } from './examples.ts';

const rowOf = (number: number, ref: string) => {
  const text = JSON.stringify(aStatement({ ref }));
  return { number, text, seal: sealOf(text) };
};

describe('rows that were read before', () => {
  it('are not read again', () => {
    const read = rememberedRows();
    expect(read(rowOf(1, 'a'))).toEqual([aStatement({ ref: 'a' })]);
    expect(read(rowOf(1, 'a'))[0]).toBe(read(rowOf(1, 'a'))[0]);
  });

  it('are read again where they changed, and give nothing where that was behind the program', () => {
    const read = rememberedRows();
    const row = rowOf(1, 'a');
    read(row);
    expect(read({ ...row, text: row.text.replace('"a"', '"b"') })).toEqual([]);
    expect(read({ ...row, seal: row.seal + 1 })).toEqual([]);
    expect(read(rowOf(1, 'c')).map(({ ref }) => ref)).toEqual(['c']);
  });

  it('are forgotten, the one longest unread first', () => {
    const read = rememberedRows(2);
    const [a, b] = [read(rowOf(1, 'a'))[0], read(rowOf(2, 'b'))[0]];
    expect(read(rowOf(1, 'a'))[0]).toBe(a);
    read(rowOf(3, 'c'));
    expect(read(rowOf(1, 'a'))[0]).toBe(a);
    expect(read(rowOf(2, 'b'))[0]).not.toBe(b);
  });
});
