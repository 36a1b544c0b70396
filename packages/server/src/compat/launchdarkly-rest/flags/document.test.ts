import { aFlag, anEnvironment, aTargeting } from '@latchkey/testkit/builders';
import { describe, expect, test } from 'vitest';
import { applyJsonPatch, JsonPatch } from '../json-patch.ts';
import { partsOfDocument } from './document.ts';
import { flagOf } from './representation.ts';

const kept = <B>(body: B) => ({ body, version: 3, createdAt: 1, updatedAt: 2 });
const flag = aFlag({
  key: 'checkout',
  kind: 'string',
  variations: [{ value: 'old' }, { value: 'new' }, { value: 'beta' }],
});
const before = flagOf('shop', {
  flag: kept(flag),
  inEnvironments: [
    {
      environment: anEnvironment({ key: 'production' }),
      targeting: kept(
        aTargeting({
          flag: 'checkout',
          on: true,
          offVariation: 0,
          fallthrough: { variation: 1 },
          targets: [{ variation: 2, values: ['ada'] }],
          rules: [
            {
              id: 'r1',
              clauses: [{ id: 'c1', attribute: 'country', op: 'in', values: ['SE'] }],
              variation: 0,
            },
          ],
        }),
      ),
    },
    { environment: anEnvironment({ key: 'test' }), targeting: kept(aTargeting({ flag: 'checkout' })) },
  ],
});

/** The operations of each place that are left after a patch. */
const operations = (...steps: object[]) =>
  partsOfDocument('shop', before, applyJsonPatch(before, JsonPatch.parse(steps)))
    .filter(({ calls }) => calls.length > 0)
    .map(({ place, calls }) => [place.environment, calls.map(({ kind, input }) => [kind, input])]);

describe('a JSON patch of a flag', () => {
  test('that changes nothing is no change', () => {
    expect(operations({ op: 'replace', path: '/name', value: before.name })).toEqual([]);
  });

  test('touches only what it names, in the places that it names', () => {
    expect(
      operations(
        { op: 'replace', path: '/description', value: 'How they pay' },
        { op: 'replace', path: '/environments/production/on', value: false },
        { op: 'add', path: '/environments/test/targets/-', value: { variation: 1, values: ['eve'] } },
      ),
    ).toEqual([
      ['', [['flag.describe', { flag: 'checkout', description: 'How they pay' }]]],
      ['production', [['flag.turn', { flag: 'checkout', on: false }]]],
      [
        'test',
        [
          [
            'flag.target',
            { flag: 'checkout', targets: [{ contextKind: 'user', variation: 1, values: ['eve'] }] },
          ],
        ],
      ],
    ]);
  });

  test('keeps the ids of the rules and clauses that it does not touch', () => {
    const path = '/environments/production/rules/0/clauses/0/values/-';
    expect(operations({ op: 'add', path, value: 'NO' })).toMatchObject([
      [
        'production',
        [
          [
            'flag.set-rules',
            { rules: [{ id: 'r1', clauses: [{ id: 'c1', values: ['SE', 'NO'] }], variation: 0 }] },
          ],
        ],
      ],
    ]);
  });

  test('adds, alters and takes away variations by their ids', () => {
    expect(
      operations(
        { op: 'add', path: '/variations/0/name', value: 'Old' },
        { op: 'remove', path: '/variations/1' },
        { op: 'add', path: '/variations/-', value: { value: 'gamma' } },
      ),
    ).toEqual([
      [
        '',
        [
          ['flag.update-variation', { flag: 'checkout', variation: 0, name: 'Old' }],
          ['flag.add-variation', { flag: 'checkout', variation: { value: 'gamma' } }],
          ['flag.remove-variation', { flag: 'checkout', variation: 1 }],
        ],
      ],
    ]);
  });

  test.each([
    ['a field that nobody edits', { op: 'replace', path: '/key', value: 'other' }],
    ['an environment that is not there', { op: 'add', path: '/environments/nowhere', value: {} }],
    ['an environment that is taken away', { op: 'remove', path: '/environments/test' }],
    ['tracking of evaluations', { op: 'replace', path: '/environments/test/trackEvents', value: true }],
    ['variations in another order', { op: 'move', from: '/variations/0', path: '/variations/2' }],
    [
      'a rule with a field that nobody knows',
      {
        op: 'add',
        path: '/environments/test/rules/-',
        value: { variation: 0, clauses: [{ op: 'in', values: [], colour: 'red' }] },
      },
    ],
  ])('is refused for %s', (_, step) => {
    expect(() => operations(step)).toThrow(expect.objectContaining({ status: 400 }));
  });
});
