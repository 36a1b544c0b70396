import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { pageQuery, readCursor, toPage, writeCursor } from './paging.ts';

const Position = z.strictObject({ name: z.string(), key: z.string() });

property.prop([fc.nat(30), fc.integer({ min: 1, max: 10 })])(
  'page after page shows every row once, in order',
  (count, limit) => {
    const all = Array.from({ length: count }, (_, number) => number);
    const seen: number[] = [];
    let cursor: string | null = null;
    do {
      const after: number = readCursor(cursor ?? undefined, z.int()) ?? -1;
      const rows = all.filter((row) => row > after).slice(0, limit + 1);
      const page = toPage(rows, { limit, position: (row) => row, item: (row) => row });
      seen.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen).toEqual(all);
  },
);

test.each([
  'nonsense',
  '%%%',
  writeCursor({ name: 'a' }),
  writeCursor({ name: 'a', key: 'b', project: 'other' }),
  writeCursor({ name: 'a\u0000', key: 'b' }),
  Buffer.from('{"__proto__":{},"name":"a","key":"b"}').toString('base64url'),
])('the cursor %s is not one of this list', (cursor) => {
  expect(() => readCursor(cursor, Position)).toThrow(expect.objectContaining({ code: 'invalid_cursor' }));
});

test('a page has fifty rows unless asked otherwise, and never more than two hundred', () => {
  const Query = z.strictObject(pageQuery);
  expect(Query.parse({})).toEqual({ limit: 50 });
  expect(Query.parse({ limit: '200' })).toEqual({ limit: 200 });
  for (const limit of ['0', '201', '1.5', 'many', '']) expect(Query.safeParse({ limit }).success).toBe(false);
});
