import { describe, expect, it } from 'vitest';
import { indexWriteUnits, itemSize, readUnits, writeUnits } from '../../bench/units.ts';

describe('item sizes, by the rules of the developer guide', () => {
  it.each([
    ['a text is as long as its UTF-8', { å: { S: 'åäö' } }, 2 + 6],
    ['a truth is one byte', { a: { BOOL: true } }, 1 + 1],
    ['nothing is one byte', { a: { NULL: true as const } }, 1 + 1],
    ['a number is half its digits and one', { a: { N: '1234' } }, 1 + 3],
    ['zeros at the ends do not count', { a: { N: '5000' } }, 1 + 2],
    ['a minus sign is one byte', { a: { N: '-12' } }, 1 + 3],
    [
      'a list is three bytes and one for each element',
      { a: { L: [{ S: 'x' }, { S: 'y' }] } },
      1 + 3 + 2 * (1 + 1),
    ],
    ['a map likewise, with its names', { a: { M: { b: { S: 'x' } } } }, 1 + 3 + 1 + 2],
  ])('%s', (_rule, item, size) => {
    expect(itemSize(item)).toBe(size);
  });
});

describe('units', () => {
  it('a write is charged by started kilobyte of the larger of before and after', () => {
    expect(writeUnits(0, 1024, false)).toBe(1);
    expect(writeUnits(0, 1025, false)).toBe(2);
    expect(writeUnits(3000, 10, false)).toBe(3);
  });

  it('a write in a transaction is charged twice', () => {
    expect(writeUnits(0, 1025, true)).toBe(4);
  });

  it('a read is charged by started 4 kilobytes, half when it may be old', () => {
    expect(readUnits(4096, true)).toBe(1);
    expect(readUnits(4097, true)).toBe(2);
    expect(readUnits(4097, false)).toBe(1);
    expect(readUnits(0, true)).toBe(1);
  });
});

describe('an index of keys', () => {
  const index = { name: 'i', keys: ['watch', 'at'] };
  const item = { watch: { S: 'case' }, at: { S: '1' } };

  it.each([
    ['an item that is not in it', undefined, { watch: { S: 'case' } }, 0],
    ['an entry that is new', undefined, item, 1],
    ['an entry that goes', item, { watch: { S: 'case' } }, 1],
    ['an entry whose key changes', item, { ...item, at: { S: '2' } }, 2],
    ['an entry that stays', item, { ...item, other: { S: 'x' } }, 0],
  ])('charges for %s', (_what, before, after, units) => {
    expect(indexWriteUnits(index, before, after)).toBe(units);
  });
});
