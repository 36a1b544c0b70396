import { bornOfFlag } from '@latchkey/engine';
import type { CatalogueEntity, Feature, Flag } from '@latchkey/model';
import { aFlag, anEnvironment } from '@latchkey/testkit/builders';
import { expect, test } from 'vitest';
import { createFlag } from './create.ts';
import { describeFlag } from './describe.ts';
import { archiveFlag, restoreFlag } from './lifecycle.ts';
import { offerWaitingFlags } from './offer-waiting.ts';

const here = {
  actor: { kind: 'member', id: 'eve', name: 'Eve' },
  now: 0,
  comment: '',
  newId: (prefix: string) => `${prefix}_1`,
  place: { project: 'demo', environment: '' },
} as const;
const entity = (type: CatalogueEntity['type'], name: string, version = ''): CatalogueEntity => ({
  id: `${type}-${name.toLowerCase()}`,
  type,
  name,
  version,
  belongsTo: null,
  description: '',
});
const entities = [
  entity('namespace', 'Feature-Flag'),
  entity('enforcement', 'Services', '1.0'),
  entity('licence_model', 'Services'),
  entity('attribute', 'isFeatureFlag'),
];
const nothing = {
  flag: null,
  environments: [anEnvironment(), anEnvironment({ key: 'staging' })],
  feature: null,
  entities,
};
const exports = { key: 'exports', name: 'Exports', kind: 'boolean' } as const;
const flag = aFlag({
  ...exports,
  variations: [{ value: true }, { value: false }],
  temporary: true,
  clientSide: false,
});
const feature: Feature = bornOfFlag(flag, { platform: 'latchkey', ref: 'exports' });
/** Guards nothing, and is in no environment yet. */
const alone = { guarded: [], environments: [] };

test('a new flag is off in every environment and will serve true to all once it is on', () => {
  expect(createFlag.compute(exports, nothing, here)).toMatchObject([
    { resource: 'flag', after: flag },
    ...['production', 'staging'].map((key) => ({
      resource: 'flag_targeting',
      place: { project: 'demo', environment: key },
      after: { on: false, offVariation: 1, fallthrough: { variation: 0 }, targets: [], rules: [] },
    })),
  ]);
});

test('a boolean flag that lists false first is still off when it is off', () => {
  const variations = [{ value: false }, { value: true }];
  expect(createFlag.compute({ ...exports, variations }, nothing, here)).toMatchObject([
    {},
    { after: { offVariation: 0, fallthrough: { variation: 1 } } },
    {},
  ]);
});

test('variations are of the flag’s kind, and a boolean flag has its two', () => {
  const wrong = [{ value: 'blue' }, { value: 3 }];
  expect(createFlag.compute({ ...exports, kind: 'string', variations: wrong }, nothing, here)).toMatchObject({
    refused: 'variation_kind',
    facts: { field: 'variations/1/value' },
  });
  const twice = [{ value: true }, { value: true }];
  expect(createFlag.compute({ ...exports, variations: twice }, nothing, here)).toMatchObject({
    refused: 'variation_kind',
  });
});

test('a flag tagged EntitledFeature becomes a feature of the same key, without a version, in the same change', () => {
  const made = createFlag.compute({ ...exports, tags: ['EntitledFeature', 'reporting'] }, nothing, here);
  expect(made).toHaveLength(4);
  expect(made).toMatchObject({
    3: {
      resource: 'feature',
      after: {
        key: 'exports',
        kind: 'switch',
        flagKey: 'exports',
        tags: ['reporting'],
        sentinel: {
          namespace: 'Feature-Flag',
          enforcement: 'Services 1.0',
          licenceModels: ['Services'],
          isFeatureFlag: 'Yes',
          version: '',
        },
      },
    },
  });
});

test.each(['entitledfeature', 'EntitledFeatures', 'Entitled-Feature', 'ENTITLEDFEATURE'])(
  'the tag %s does not make a feature: the spelling is exact',
  (tag) => {
    expect(createFlag.compute({ ...exports, tags: [tag] }, nothing, here)).toHaveLength(3);
  },
);

test('the tag may come later, and a feature that is there already is left alone', () => {
  const tagged = { flag: 'exports', tags: ['EntitledFeature'] };
  expect(describeFlag.compute(tagged, { ...alone, flag, feature: null, entities }, here)).toMatchObject([
    { resource: 'flag', after: { tags: ['EntitledFeature'] } },
    { resource: 'feature', after: { key: 'exports', sentinel: { isFeatureFlag: 'Yes' } } },
  ]);
  expect(describeFlag.compute(tagged, { ...alone, flag, feature, entities }, here)).toHaveLength(1);
});

test.each(entities.map((one) => [one.name, one.type, one] as const))(
  'while %s (%s) has another name no feature is created; it is made up for when the name is back',
  (_, __, missing) => {
    const incomplete = entities.map((one) => (one === missing ? { ...one, name: 'Other' } : one));
    const sold = { ...flag, tags: ['EntitledFeature'] };
    const seen = { ...nothing, entities: incomplete };
    expect(createFlag.compute({ ...exports, tags: sold.tags }, seen, here)).toHaveLength(3);
    const flags = [sold, { ...sold, key: 'gone', state: 'archived' as const }, { ...flag, key: 'plain' }];
    expect(offerWaitingFlags.compute({}, { flags, features: [], entities: incomplete }, here)).toEqual([]);
    expect(offerWaitingFlags.compute({}, { flags, features: [], entities }, here)).toMatchObject([
      { resource: 'feature', id: 'exports' },
    ]);
    expect(offerWaitingFlags.compute({}, { flags, features: [feature], entities }, here)).toEqual([]);
  },
);

test('losing the tag leaves the feature as it is', () => {
  const sold = { ...flag, tags: ['EntitledFeature'] };
  const seen = { ...alone, flag: sold, feature, entities };
  expect(describeFlag.compute({ flag: 'exports', tags: [] }, seen, here)).toMatchObject([
    { resource: 'flag' },
  ]);
});

test('variations can be added and altered but not taken away, because rules count them', () => {
  const colour: Flag = { ...flag, kind: 'string', variations: [{ value: 'a' }, { value: 'b' }] };
  const describe = (values: readonly string[]) =>
    describeFlag.compute(
      { flag: 'exports', variations: values.map((value) => ({ value })) },
      {
        ...alone,
        flag: { ...colour, variations: [...colour.variations, { value: 'c' }] },
        feature: null,
        entities,
      },
      here,
    );
  expect(describe(['a', 'b'])).toMatchObject({
    refused: 'variation_unknown',
    facts: { field: 'variations' },
  });
  expect(describe(['a', 'b', 'x', 'd'])).toMatchObject([{ after: { variations: { length: 4 } } }]);
});

test('an archived flag comes back as it was', () => {
  expect(
    archiveFlag.compute({ flag: 'exports' }, { flag, flags: [flag], environments: [] }, here),
  ).toMatchObject([{ after: { state: 'archived' } }]);
  const archived = { ...flag, state: 'archived' as const };
  expect(restoreFlag.compute({ flag: 'exports' }, { flag: archived }, here)).toMatchObject([{ after: flag }]);
});
