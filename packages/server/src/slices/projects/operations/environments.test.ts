import { firstTargeting } from '@latchkey/engine';
import type { Plan } from '@latchkey/model';
import { aFlag, anEnvironment, aPlan } from '@latchkey/testkit/builders';
import { expect, test } from 'vitest';
import { createEnvironment } from './create-environment.ts';
import { describeProject } from './describe.ts';
import { describeEnvironment } from './describe-environment.ts';

const clientSideId = 'b'.repeat(24);
const here = {
  actor: { kind: 'member', id: 'otto', name: 'Otto' },
  now: 0,
  comment: '',
  newId: (prefix: string) => `${prefix}_1`,
  place: { project: 'demo', environment: '' },
} as const;
const asked = { key: 'test', name: 'Test', clientSideId };
const production = anEnvironment({ protected: true });

test('a new environment has every flag switched off, as a new flag starts in an old environment', () => {
  const flags = [
    aFlag({ variations: [{ value: true }, { value: false }] }),
    aFlag({ key: 'reversed', variations: [{ value: false }, { value: true }] }),
    aFlag({ key: 'colour', kind: 'string', variations: [{ value: 'a' }, { value: 'b' }, { value: 'c' }] }),
  ];
  expect(createEnvironment.compute(asked, { environment: null, flags }, here)).toMatchObject([
    { resource: 'environment', place: { project: 'demo', environment: 'test' } },
    ...flags.map((one) => ({
      resource: 'flag_targeting',
      place: { project: 'demo', environment: 'test' },
      after: firstTargeting(one, 'salt_1'),
    })),
  ]);
});

test('an environment key is used once', () => {
  const seen = { environment: production, flags: [] };
  expect(createEnvironment.compute({ ...asked, key: 'production' }, seen, here)).toMatchObject({
    refused: 'key_taken',
  });
});

test('the plan of customers without a subscription is one that exists and is sold', () => {
  const there = { ...here, place: { project: 'demo', environment: 'production' } };
  const describe = (defaultPlan: string | null, plan: Plan | null) =>
    describeEnvironment.compute(
      { environment: 'production', defaultPlan },
      { environment: production, plan },
      there,
    );
  const free = aPlan({ key: 'free' });
  expect(describe('free', free)).toMatchObject([{ after: { ...production, defaultPlan: 'free' } }]);
  expect(describe('free', null)).toMatchObject({ refused: 'plan_unknown', facts: { field: 'defaultPlan' } });
  expect(describe('free', { ...free, state: 'retired' })).toMatchObject({ refused: 'plan_retired' });
  expect(describe(null, null)).toMatchObject([{ after: { defaultPlan: null } }]);
});

test('words that are not mentioned stay as they are', () => {
  const project = { key: 'demo', name: 'Demo', description: 'All of it', tags: ['a'] };
  expect(describeProject.compute({ project: 'demo', name: 'Shop' }, { project }, here)).toMatchObject([
    { after: { ...project, name: 'Shop' } },
  ]);
});
