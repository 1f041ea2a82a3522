import { marshall } from '@aws-sdk/util-dynamodb';
import { describe, expect, it } from 'vitest';
import { itemSize } from '../../../bench/units.ts';
import { countedDown, countedUp } from '../../../shared/records/keys.ts';
import { cursorOf, placeIn } from '../../../shared/records/row-cursor.ts';
import { rowFrom, rowItems } from '../../../shared/records/row-items.ts';
import { bytesOf, roomFor, unitsFor } from '../../../shared/records/row-units.ts';
import { manyRows } from '../../builders/rows.ts';

const rows = manyRows(500);

describe('a cursor', () => {
  it('leads back to its place in its own list, and nowhere in another', () => {
    const cursor = cursorOf('newest all', '2026-11-23#N-2026-0001');
    expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/);
    expect(placeIn(cursor, 'newest all')).toBe('2026-11-23#N-2026-0001');
    expect(placeIn(cursor, 'oldest all')).toBeUndefined();
  });

  it.each(['', 'x', 'e30', 'bnVsbA', 'W10', '[]', 'WyJuZXdlc3QgYWxsIiwxXQ'])('%j is none', (cursor) => {
    expect(placeIn(cursor, 'newest all')).toBeUndefined();
  });
});

describe('a row as it is stored', () => {
  it('comes back as it was', () => {
    for (const row of rows) for (const item of rowItems(row, 7)) expect(rowFrom(item)).toEqual(row);
  });

  it('is some 300 bytes', () => {
    const sizes = rows.flatMap((row) => rowItems(row, 7)).map((item) => itemSize(marshall(item) as never));
    expect(Math.max(...sizes)).toBeLessThanOrEqual(450);
    expect(sizes.reduce((sum, it) => sum + it, 0) / sizes.length).toBeLessThanOrEqual(330);
  });
});

describe('what a read costs', () => {
  it('is counted as DynamoDB counts it, or a little more', () => {
    for (const row of rows.slice(0, 50)) {
      const items = rowItems(row, 7);
      const exact = items.reduce((sum, item) => sum + itemSize(marshall(item) as never), 0);
      expect(bytesOf(items)).toBeGreaterThanOrEqual(exact);
      expect(bytesOf(items)).toBeLessThanOrEqual(exact * 1.05);
    }
  });

  it('is half a unit for each begun block of 4 KB, and at least one', () => {
    expect([0, 1, 4096, 4097, 24_576].map(unitsFor)).toEqual([0.5, 0.5, 0.5, 1, 3]);
    expect([roomFor(3, 450), roomFor(0.5, 4096), roomFor(0.4, 1)]).toEqual([54, 1, 0]);
  });
});

describe('days that count down', () => {
  it('sort the latest first, and come back as they were', () => {
    const days = ['1999-12-31', '2026-01-01', '2026-11-23'];
    expect(days.map(countedDown).toSorted()).toEqual(days.map(countedDown).toReversed());
    expect(days.map(countedDown).map(countedUp)).toEqual(days);
  });
});
