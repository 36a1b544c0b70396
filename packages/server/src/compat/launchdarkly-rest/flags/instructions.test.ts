import { aFlag, aTargeting } from '@latchkey/testkit/builders';
import { describe, expect, test } from 'vitest';
import { variationId } from '../ids.ts';
import { partsOfInstructions } from './semantic.ts';

const flag = aFlag({
  key: 'checkout',
  kind: 'string',
  variations: [{ value: 'old' }, { value: 'new' }, { value: 'beta' }],
  clientSide: false,
});
const targeting = aTargeting({
  flag: 'checkout',
  targets: [
    { contextKind: 'customer', variation: 1, values: ['acme'] },
    { variation: 2, values: ['ada'] },
  ],
});
const id = (index: number, key = 'checkout') => variationId('shop', key, index);

/** The operations that instructions stand for: of the project first, then of the environment. */
function operations(...instructions: { kind: string; [parameter: string]: unknown }[]) {
  const [shared, own] = partsOfInstructions(
    { project: 'shop', environment: 'production', flag, targeting },
    instructions,
  );
  expect(shared?.place).toEqual({ project: 'shop', environment: '' });
  expect(own?.place).toEqual({ project: 'shop', environment: 'production' });
  return [...(shared?.calls ?? []), ...(own?.calls ?? [])];
}

const sent = { contextKind: 'user', attribute: 'country', op: 'in', values: ['SE'], negate: false };
const kept = { contextKind: 'user', attribute: 'country', op: 'in', values: ['SE'] };
const rule = { rule: 'r1' };
const ofRule = { ruleId: 'r1' };
const ofClause = { ruleId: 'r1', clauseId: 'c1' };

/** The instruction, its parameters, and the operation with its input. */
const pairs: readonly (readonly [string, object, string, object])[] = [
  ['turnFlagOn', {}, 'flag.turn', { on: true }],
  ['turnFlagOff', {}, 'flag.turn', { on: false }],
  ['addTargets', { variationId: id(2), values: ['a'] }, 'flag.add-targets', { variation: 2, keys: ['a'] }],
  [
    'addTargets',
    { contextKind: 'device', variationId: id(0), values: ['a', 'b'] },
    'flag.add-targets',
    { contextKind: 'device', variation: 0, keys: ['a', 'b'] },
  ],
  [
    'removeTargets',
    { variationId: id(1), values: ['a'] },
    'flag.remove-targets',
    { variation: 1, keys: ['a'] },
  ],
  [
    'addUserTargets',
    { variationId: id(1), values: ['a'] },
    'flag.add-targets',
    { variation: 1, keys: ['a'] },
  ],
  [
    'removeUserTargets',
    { variationId: id(1), values: ['a'] },
    'flag.remove-targets',
    { variation: 1, keys: ['a'] },
  ],
  ['clearTargets', { variationId: id(1) }, 'flag.clear-targets', { variation: 1 }],
  ['clearUserTargets', { variationId: id(1) }, 'flag.clear-targets', { variation: 1, contextKind: 'user' }],
  [
    'replaceTargets',
    { targets: [{ contextKind: 'device', variationId: id(0), values: ['d'] }] },
    'flag.target',
    { targets: [{ contextKind: 'device', variation: 0, values: ['d'] }] },
  ],
  [
    'replaceUserTargets',
    { targets: [{ variationId: id(0), values: ['eve'] }] },
    'flag.target',
    {
      targets: [
        { variation: 0, values: ['eve'] },
        { contextKind: 'customer', variation: 1, values: ['acme'] },
      ],
    },
  ],
  [
    'addRule',
    { clauses: [sent], variationId: id(1), description: 'Sweden', beforeRuleId: 'r0' },
    'flag.add-rule',
    { rule: { description: 'Sweden', clauses: [kept], variation: 1 }, before: 'r0' },
  ],
  [
    'addRule',
    {
      clauses: [{ attribute: 'segmentMatch', op: 'segmentMatch', values: ['pilots'] }],
      rolloutWeights: { [id(1)]: 30_000, [id(0)]: 70_000 },
      rolloutBucketBy: 'plan',
      rolloutContextKind: 'customer',
    },
    'flag.add-rule',
    {
      rule: {
        clauses: [{ attribute: '', op: 'segmentMatch', values: ['pilots'] }],
        rollout: {
          contextKind: 'customer',
          bucketBy: 'plan',
          variations: [
            { variation: 0, weight: 70_000 },
            { variation: 1, weight: 30_000 },
          ],
        },
      },
    },
  ],
  ['removeRule', ofRule, 'flag.remove-rule', rule],
  [
    'replaceRules',
    { rules: [{ clauses: [sent], variationId: id(0) }] },
    'flag.set-rules',
    { rules: [{ clauses: [kept], variation: 0 }] },
  ],
  ['reorderRules', { ruleIds: ['r2', 'r1'] }, 'flag.reorder-rules', { rules: ['r2', 'r1'] }],
  [
    'updateRuleVariationOrRollout',
    { ...ofRule, variationId: id(2) },
    'flag.update-rule',
    { ...rule, serve: { variation: 2 } },
  ],
  [
    'updateRuleDescription',
    { ...ofRule, description: 'North' },
    'flag.update-rule',
    { ...rule, description: 'North' },
  ],
  ['addClauses', { ...ofRule, clauses: [sent] }, 'flag.add-clauses', { ...rule, clauses: [kept] }],
  [
    'updateClause',
    { ...ofClause, clause: { _id: 'c1', ...sent } },
    'flag.update-clause',
    { ...rule, clause: 'c1', with: kept },
  ],
  ['removeClauses', { ...ofRule, clauseIds: ['c1'] }, 'flag.remove-clauses', { ...rule, clauses: ['c1'] }],
  [
    'addValuesToClause',
    { ...ofClause, values: ['NO'] },
    'flag.add-clause-values',
    { ...rule, clause: 'c1', values: ['NO'] },
  ],
  [
    'removeValuesFromClause',
    { ...ofClause, values: ['SE'] },
    'flag.remove-clause-values',
    { ...rule, clause: 'c1', values: ['SE'] },
  ],
  [
    'updateFallthroughVariationOrRollout',
    { variationId: id(1) },
    'flag.set-fallthrough',
    { fallthrough: { variation: 1 } },
  ],
  ['updateOffVariation', { variationId: id(0) }, 'flag.set-off-variation', { offVariation: 0 }],
  [
    'addPrerequisite',
    { key: 'payments', variationId: id(0, 'payments') },
    'flag.add-prerequisite',
    { prerequisite: { flag: 'payments', variation: 0 } },
  ],
  [
    'updatePrerequisite',
    { key: 'payments', variationId: id(1, 'payments') },
    'flag.update-prerequisite',
    { prerequisite: { flag: 'payments', variation: 1 } },
  ],
  ['removePrerequisite', { key: 'payments' }, 'flag.remove-prerequisite', { prerequisite: 'payments' }],
  [
    'replacePrerequisites',
    { prerequisites: [{ key: 'payments', variationId: id(1, 'payments') }] },
    'flag.set-prerequisites',
    { prerequisites: [{ flag: 'payments', variation: 1 }] },
  ],
  [
    'addVariation',
    { value: 'gamma', name: 'Gamma' },
    'flag.add-variation',
    { variation: { value: 'gamma', name: 'Gamma' } },
  ],
  [
    'updateVariation',
    { variationId: id(1), value: 'newer' },
    'flag.update-variation',
    { variation: 1, value: 'newer' },
  ],
  ['removeVariation', { variationId: id(2) }, 'flag.remove-variation', { variation: 2 }],
  ['updateName', { value: 'Paying' }, 'flag.describe', { name: 'Paying' }],
  ['updateDescription', { value: 'How they pay' }, 'flag.describe', { description: 'How they pay' }],
  ['addTags', { values: ['shop'] }, 'flag.tag', { add: ['shop'] }],
  ['removeTags', { values: ['shop'] }, 'flag.tag', { remove: ['shop'] }],
  ['makeFlagPermanent', {}, 'flag.describe', { temporary: false }],
  ['makeFlagTemporary', {}, 'flag.describe', { temporary: true }],
  ['updateMaintainerMember', { value: 'm_1' }, 'flag.describe', { owner: 'm_1' }],
  ['removeMaintainer', {}, 'flag.describe', { owner: null }],
  ['archiveFlag', {}, 'flag.archive', {}],
  ['restoreFlag', {}, 'flag.restore', {}],
  ['deprecateFlag', {}, 'flag.deprecate', {}],
  ['restoreDeprecatedFlag', {}, 'flag.restore', {}],
];

describe('an instruction stands for an operation', () => {
  test.each(pairs)('%s %j → %s', (kind, parameters, operation, input) => {
    expect(operations({ kind, ...parameters })).toEqual([
      { kind: operation, input: { flag: 'checkout', ...input } },
    ]);
  });
});

describe('what cannot be done here is said', () => {
  test.each([
    ['an instruction that nobody knows', { kind: 'sprinkleFlag' }, 400],
    ['a parameter that nobody knows', { kind: 'turnFlagOn', gently: true }, 400],
    ['a variation of another flag', { kind: 'updateOffVariation', variationId: id(0, 'other') }, 400],
    ['a rule that serves nothing', { kind: 'addRule', clauses: [sent] }, 400],
    [
      'an operator that nobody knows',
      { kind: 'addRule', clauses: [{ ...sent, op: 'near' }], variationId: id(0) },
      400,
    ],
    ['custom properties', { kind: 'addCustomProperties', key: 'jira', name: 'Jira', values: ['X-1'] }, 501],
    ['teams', { kind: 'updateMaintainerTeam', value: 'team' }, 501],
    ['tracking of evaluations', { kind: 'updateTrackEvents', trackEvents: true }, 501],
    ['phones without browsers', { kind: 'turnOnClientSideAvailability', value: 'usingMobileKey' }, 400],
  ])('%s', (_, instruction, status) => {
    expect(() => operations(instruction)).toThrow(expect.objectContaining({ status }));
  });

  test('an instruction about an environment when none is named', () => {
    const about = { project: 'shop', environment: null, flag, targeting: null };
    expect(() => partsOfInstructions(about, [{ kind: 'turnFlagOn' }])).toThrow(/environmentKey/);
  });
});

test('browsers and phones are offered a flag together', () => {
  const both = ['usingEnvironmentId', 'usingMobileKey'].map((value) => ({
    kind: 'turnOnClientSideAvailability',
    value,
  }));
  expect(operations(...both)).toEqual([
    { kind: 'flag.describe', input: { flag: 'checkout', clientSide: true } },
  ]);
});
