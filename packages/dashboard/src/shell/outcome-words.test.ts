import { expect, test } from 'vitest';
import { outcomeInWords } from './outcome-words.ts';

test('sent for approval does not read like saved', () => {
  expect(outcomeInWords({ outcome: 'done', reply: {} }, 'Acme has it now.').message).toBe('Acme has it now.');
  expect(outcomeInWords({ outcome: 'pending' }, 'Acme has it now.')).toMatchObject({
    title: 'Sent for approval',
    message: expect.stringContaining('Nothing has changed yet'),
  });
  expect(
    outcomeInWords({ outcome: 'scheduled', effectiveAt: '2026-03-01T09:00:00Z' }, 'Acme has it now.').message,
  ).toBe('It will happen on 1 Mar 2026, 09:00 UTC.');
});
