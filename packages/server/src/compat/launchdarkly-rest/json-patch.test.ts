import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { applyJsonPatch, applyMergePatch, JsonPatch } from './json-patch.ts';

const patched = (document: unknown, ...steps: object[]) => applyJsonPatch(document, JsonPatch.parse(steps));

describe('a JSON patch', () => {
  test('adds, replaces, removes, moves and copies, in order', () => {
    const flag = { name: 'Old', tags: ['a'], on: false };
    expect(
      patched(
        flag,
        { op: 'replace', path: '/name', value: 'New' },
        { op: 'add', path: '/tags/-', value: 'c' },
        { op: 'add', path: '/tags/1', value: 'b' },
        { op: 'remove', path: '/on' },
        { op: 'copy', from: '/name', path: '/title' },
        { op: 'move', from: '/tags/0', path: '/tags/2' },
      ),
    ).toEqual({ name: 'New', tags: ['b', 'c', 'a'], title: 'New' });
    expect(flag).toEqual({ name: 'Old', tags: ['a'], on: false });
  });

  test('reads names with a slash or a tilde in them', () => {
    expect(patched({ 'a/b': { '~': 1 } }, { op: 'replace', path: '/a~1b/~0', value: 2 })).toEqual({
      'a/b': { '~': 2 },
    });
  });

  test.each([
    ['what is not there', { op: 'replace', path: '/nobody', value: 1 }, 422],
    ['an index past the end', { op: 'add', path: '/tags/3', value: 1 }, 422],
    ['a step through a text', { op: 'add', path: '/name/0', value: 1 }, 422],
    ['a name that reaches into the prototype', { op: 'add', path: '/__proto__', value: 1 }, 422],
    ['a move into itself', { op: 'move', from: '/tags', path: '/tags/0' }, 422],
    ['a path without a slash', { op: 'remove', path: 'name' }, 400],
    ['a test that does not hold', { op: 'test', path: '/name', value: 'other' }, 409],
  ])('is refused for %s', (_, step, status) => {
    expect(() => patched({ name: 'a', tags: ['x'] }, step)).toThrow(expect.objectContaining({ status }));
  });

  property.prop([fc.array(fc.integer(), { minLength: 1 }), fc.nat()])(
    'that removes what it added leaves everything as it was',
    (items, at) => {
      const path = `/${at % (items.length + 1)}`;
      expect(patched(items, { op: 'add', path, value: 'new' }, { op: 'remove', path })).toEqual(items);
    },
  );
});

test('a merge patch replaces what it names, removes what it says is null, and leaves the rest', () => {
  const before = { name: 'a', tags: ['x'], availability: { web: true, mobile: true } };
  expect(applyMergePatch(before, { name: null, tags: ['y'], availability: { web: false } })).toEqual({
    tags: ['y'],
    availability: { web: false, mobile: true },
  });
});
