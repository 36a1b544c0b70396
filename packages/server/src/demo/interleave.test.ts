import { expect, test } from 'vitest';
import type { Chapter, Story } from './chapter.ts';
import { interleaved } from './interleave.ts';
import { otto } from './people.ts';

const chapter = (at: number, comment: string): Chapter => ({
  at,
  comment,
  by: otto,
  where: 'production',
  calls: [],
});
const told = (revision: number) =>
  ({
    status: 'applied',
    changeId: `c${revision}`,
    impact: null,
    revision,
    replayed: false,
    resources: [],
  }) as const;

test('threads are told in order of time, and each hears only what became of its own chapters', () => {
  const heard: string[] = [];
  function* thread(name: string, ...times: readonly number[]): Story {
    for (const at of times) {
      const outcome = yield chapter(at, `${name}${at}`);
      heard.push(`${name}${at} became ${outcome?.revision}`);
    }
  }
  const story = interleaved([thread('a', 1, 4, 5), thread('b', 2, 3)]);
  const order: string[] = [];
  for (let next = story.next(null), revision = 1; !next.done; next = story.next(told(revision++))) {
    order.push(next.value.comment);
  }
  expect(order).toEqual(['a1', 'b2', 'b3', 'a4', 'a5']);
  expect(heard).toEqual(['a1 became 1', 'b2 became 2', 'b3 became 3', 'a4 became 4', 'a5 became 5']);
});

test('of two chapters at one time, that of the earlier thread comes first', () => {
  function* thread(name: string): Story {
    yield chapter(7, name);
  }
  const story = interleaved([thread('a'), thread('b')]);
  expect([story.next(null), story.next(null), story.next(null)]).toMatchObject([
    { value: { comment: 'a' } },
    { value: { comment: 'b' } },
    { done: true },
  ]);
});
