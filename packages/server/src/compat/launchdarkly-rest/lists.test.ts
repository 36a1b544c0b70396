import { expect, test } from 'vitest';
import { byQuery, byTags, filtered, readFilter } from './filter.ts';
import { collection, onePage, pageAsked, sorted } from './paging.ts';

const flags = [
  { key: 'a', tags: ['x', 'y'] },
  { key: 'b', tags: ['y'] },
  { key: 'c', tags: [] },
];
const keys = (filter: string): readonly string[] =>
  filtered(flags, filter, { query: byQuery(({ key }) => key), tags: byTags(({ tags }) => tags) }).map(
    ({ key }) => key,
  );

test('filters are read in both ways in which LaunchDarkly writes them', () => {
  expect(readFilter('query:dark mode,tags:a+b,creationDate:{"before":1,"after":0}')).toEqual([
    { field: 'query', operator: 'is', value: 'dark mode' },
    { field: 'tags', operator: 'is', value: 'a+b' },
    { field: 'creationDate', operator: 'is', value: { before: 1, after: 0 } },
  ]);
  expect(readFilter('tags anyOf ["a,b","c"],query equals "x"')).toEqual([
    { field: 'tags', operator: 'anyOf', value: ['a,b', 'c'] },
    { field: 'query', operator: 'equals', value: 'x' },
  ]);
  expect(() => readFilter('whatever')).toThrow(/field:value/);
});

test('tags joined by + must all be there, by | or anyOf one of them', () => {
  expect(keys('tags:x+y')).toEqual(['a']);
  expect(keys('tags:x|y')).toEqual(['a', 'b']);
  expect(keys('tags anyOf ["x"]')).toEqual(['a']);
  expect(keys('query:B')).toEqual(['b']);
  expect(() => keys('colour:red')).toThrow(/colour/);
});

test('a page links to those beside it that exist, with the question that was asked', () => {
  const asked = { limit: '2', offset: '2', filter: 'tags:x', env: ['a', 'b'] };
  const page = pageAsked(asked);
  const items = [1, 2, 3, 4, 5, 6, 7];
  expect(onePage(items, page)).toEqual([3, 4]);
  const { _links: links, totalCount } = collection(onePage(items, page), 7, '/flags/shop', asked, page);
  expect(totalCount).toBe(7);
  const offset = (name: string) => new URL(links[name]?.href ?? '', 'http://x').searchParams.get('offset');
  expect(['first', 'prev', 'next', 'last'].map(offset)).toEqual(['0', '0', '4', '6']);
  expect(new URL(links['next']?.href ?? '', 'http://x').searchParams.getAll('env')).toEqual(['a', 'b']);
  expect(() => pageAsked({ limit: '0' })).toThrow(/limit/);
});

test('lists are sorted by several fields, descending behind a minus', () => {
  const fields = {
    tags: ({ tags }: { tags: string[] }) => tags.length,
    key: ({ key }: { key: string }) => key,
  };
  expect(sorted(flags, '-tags,key', fields).map(({ key }) => key)).toEqual(['a', 'b', 'c']);
  expect(sorted(flags, '-key', fields).map(({ key }) => key)).toEqual(['c', 'b', 'a']);
  expect(() => sorted(flags, 'colour', fields)).toThrow(/tags, key/);
});
