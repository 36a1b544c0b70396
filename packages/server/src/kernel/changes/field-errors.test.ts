import { Instant, Link } from '@latchkey/model';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { fieldErrors } from './field-errors.ts';

const Body = z.strictObject({
  name: z.string(),
  items: z.array(z.strictObject({ plan: z.string(), quantity: z.int().min(1) })).optional(),
  from: Instant.optional(),
  link: z.union([Link, Link.shape.url.transform((url) => ({ url }))]).optional(),
  value: z.discriminatedUnion('kind', [z.object({ kind: z.literal('a'), size: z.number() })]).optional(),
});
const complaintsAbout = (body: unknown) => fieldErrors(Body.safeParse(body).error?.issues ?? []);

test('a missing field says that it is required', () => {
  expect(complaintsAbout({})).toEqual([{ pointer: '#/name', detail: 'is required: string' }]);
});

test('a wrong type says what was expected, and not what was sent', () => {
  expect(complaintsAbout({ name: { password: 'hunter2' } })).toEqual([
    { pointer: '#/name', detail: 'must be string, not object' },
  ]);
});

test('a bound is said in words', () => {
  const Bounded = z.object({
    rules: z.array(z.string()).max(2),
    index: z.int().min(0),
    share: z.number().lt(1),
    op: z.enum(['in', 'contains']),
    kind: z.literal('a'),
  });
  const issues = Bounded.safeParse({ rules: ['a', 'b', 'c'], index: -1, share: 1, op: 'x', kind: 'b' }).error
    ?.issues;
  expect(fieldErrors(issues ?? [])).toEqual([
    { pointer: '#/rules', detail: 'must have at most 2 items' },
    { pointer: '#/index', detail: 'must be at least 0' },
    { pointer: '#/share', detail: 'must be less than 1' },
    { pointer: '#/op', detail: 'must be one of "in", "contains"' },
    { pointer: '#/kind', detail: 'must be "a"' },
  ]);
});

test('unknown fields are named one by one, where they are', () => {
  expect(complaintsAbout({ name: 'a', items: [{ plan: 'gold', quantity: 1, 'a/b': 1, c: 2 }] })).toEqual([
    { pointer: '#/items/0/a~1b', detail: 'is not a known field' },
    { pointer: '#/items/0/c', detail: 'is not a known field' },
  ]);
});

test('a bad date says how dates are written', () => {
  expect(complaintsAbout({ name: 'a', from: '2026-02-30' })[0]).toMatchObject({
    pointer: '#/from',
    detail: expect.stringContaining('2026-03-01'),
  });
});

test('of the alternatives, the one that came closest speaks', () => {
  expect(complaintsAbout({ name: 'a', link: { url: 'ftp://x' } })).toEqual([
    { pointer: '#/link/url', detail: 'must be an http or https address' },
  ]);
  expect(complaintsAbout({ name: 'a', value: { kind: 'b' } })[0]?.pointer).toMatch(/^#\/value/);
});

test('names that cannot be printed are escaped, and long ones cut', () => {
  const [complaint] = complaintsAbout({ name: 'a', [`\ud800 ${'x'.repeat(500)}`]: 1 });
  expect(complaint?.pointer).toMatch(/^#\/%EF%BF%BD%20x{98}$/);
});
