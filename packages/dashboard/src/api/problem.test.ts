import { expect, test } from 'vitest';
import { Problem } from './problem.ts';

test('a problem document says what happened, and to which fields', () => {
  const problem = new Problem(400, {
    code: 'invalid_request',
    title: 'The request is not well formed',
    detail: 'A part of the request is not as expected.',
    errors: [{ pointer: '#/key', detail: 'is required' }, 'nonsense'],
  });
  expect(problem.message).toBe('A part of the request is not as expected.');
  expect(problem.errors).toEqual([{ pointer: '#/key', detail: 'is required' }]);
});

test('one field that is named beside the sentence is a message of its own', () => {
  const problem = new Problem(409, {
    code: 'key_taken',
    detail: 'There is a plan gold already.',
    field: 'key',
  });
  expect(problem.errors).toEqual([{ pointer: 'key', detail: 'There is a plan gold already.' }]);
});

test('an answer that is no document, such as a proxy’s page, is still a problem', () => {
  const problem = new Problem(502, '<html>Bad gateway</html>');
  expect(problem.status).toBe(502);
  expect(problem.errors).toEqual([]);
  expect(problem.message).toBe('The server did not answer as expected.');
});
