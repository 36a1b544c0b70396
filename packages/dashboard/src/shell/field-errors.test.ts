import { expect, test } from 'vitest';
import { Problem } from '../api/problem.ts';
import { fieldErrors } from './field-errors.ts';

const refused = (document: ConstructorParameters<typeof Problem>[1]) =>
  fieldErrors(new Problem(400, document));

test('a message goes to the field that the refusal points at', () => {
  const errors = refused({ errors: [{ pointer: '#/items/0/quantity', detail: 'must be a whole number' }] });
  expect(errors.of('quantity')).toBe('must be a whole number');
  expect(errors.of('plan')).toBeUndefined();
  expect(errors.rest()).toEqual([]);
});

test('what no field shows stands above the form', () => {
  const errors = refused({
    errors: [{ pointer: '#/attributes', detail: 'must have at most 100 attributes' }],
  });
  expect(errors.of('name')).toBeUndefined();
  expect(errors.rest()).toEqual(['must have at most 100 attributes']);
});

test('a code that is about one field finds it without a pointer', () => {
  const errors = refused({ code: 'key_taken', detail: 'acme is already in use.' });
  expect(errors.of('key')).toBe('acme is already in use.');
  expect(errors.rest()).toEqual([]);
});

test('no refusal, no messages', () => {
  expect(fieldErrors(null).of('key')).toBeUndefined();
  expect(fieldErrors(null).rest()).toEqual([]);
});
