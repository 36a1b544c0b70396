import type { CatalogueEntity } from '@latchkey/model';
import { aFlag } from '@latchkey/testkit/builders';
import { expect, test } from 'vitest';
import { bornOfFlag, isSold, missingEntries } from './born-of-flag.ts';

const entry = (type: CatalogueEntity['type'], name: string, version = ''): CatalogueEntity => ({
  id: `${type}-${name}`,
  type,
  name,
  version,
  belongsTo: null,
  description: '',
});

const complete = [
  entry('namespace', 'Feature-Flag'),
  entry('enforcement', 'Services', '1.0'),
  entry('licence_model', 'Services'),
  entry('attribute', 'isFeatureFlag'),
];

test('a flag is sold by one tag, spelled exactly so', () => {
  expect(isSold(aFlag({ tags: ['EntitledFeature'] }))).toBe(true);
  for (const tag of ['entitledFeature', 'EntitledFeature ', 'ENTITLEDFEATURE']) {
    expect(isSold(aFlag({ tags: [tag] }))).toBe(false);
  }
});

test('what is missing of the catalogue is named as people read it, its version included', () => {
  expect(missingEntries(complete)).toEqual([]);
  const older = complete.map((one) => (one.type === 'enforcement' ? { ...one, version: '2.0' } : one));
  expect(missingEntries(older)).toEqual(['enforcement Services 1.0']);
  expect(missingEntries(complete.slice(2))).toEqual(['namespace Feature-Flag', 'enforcement Services 1.0']);
});

test('a feature born of our own flag is guarded by it; one born elsewhere is guarded there', () => {
  const flag = aFlag({ key: 'exports', tags: ['beta', 'EntitledFeature'] });
  const ours = bornOfFlag(flag, { platform: 'latchkey', ref: 'exports' });
  expect(ours).toMatchObject({
    key: 'exports',
    kind: 'switch',
    access: 'gated',
    flagKey: 'exports',
    tags: ['beta'],
  });
  expect(bornOfFlag(flag, { platform: 'launchdarkly', ref: 'shop/exports' }).flagKey).toBeNull();
});
