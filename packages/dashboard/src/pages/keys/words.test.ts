import { expect, test } from 'vitest';
import { exampleLookUp } from './words.ts';

test('the example asks the endpoint for one customer, with the key in its header', () => {
  expect(exampleLookUp('https://latchkey.example.com/ems/api/v5/entitledFeatures')).toBe(
    'curl "https://latchkey.example.com/ems/api/v5/entitledFeatures?customerIdentifier=CUSTOMER" -H "X-API-Key: KEY"',
  );
});
