import { expect, test } from 'vitest';
import { entitledFeaturesEndpoint, exampleLookUp } from './words.ts';

test('the look-up is at the address that consoles show', () => {
  expect(entitledFeaturesEndpoint('https://latchkey.example.com')).toBe(
    'https://latchkey.example.com/ems/api/v5/entitledFeatures',
  );
});

test('the example asks for one customer, with the key in its header', () => {
  expect(exampleLookUp('http://127.0.0.1:4400')).toBe(
    'curl "http://127.0.0.1:4400/ems/api/v5/entitledFeatures?customerIdentifier=CUSTOMER" -H "X-API-Key: KEY"',
  );
});
