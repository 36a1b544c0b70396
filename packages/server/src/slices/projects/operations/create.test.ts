import { missingEntries } from '@latchkey/engine';
import type { AnyMutation } from '@latchkey/model';
import { expect, test } from 'vitest';
import { createProject } from './create.ts';

const clientSideId = 'a'.repeat(24);
const otto = {
  actor: { kind: 'member', id: 'otto', name: 'Otto' },
  now: 0,
  comment: '',
  newId: String,
} as const;
const place = { project: '', environment: '' };
const demo = {
  key: 'demo',
  name: 'Demo',
  environments: [
    { key: 'production', name: 'Production', protected: true, clientSideId },
    { key: 'staging', name: 'Staging', clientSideId },
  ],
};
const create = (input = demo) => createProject.compute(input, { project: null }, { ...otto, place });

test('a project starts with its environments, and the protected one is red', () => {
  const mutations = create() as readonly AnyMutation[];
  expect(mutations.slice(0, 3)).toMatchObject([
    { resource: 'project', place: { project: 'demo', environment: '' }, id: 'demo' },
    {
      resource: 'environment',
      place: { project: 'demo', environment: 'production' },
      after: { color: 'red' },
    },
    { resource: 'environment', place: { project: 'demo', environment: 'staging' }, after: { color: 'gray' } },
  ]);
});

test('a new project has every catalogue entry that flag-born features need, by its exact name', () => {
  const mutations = create() as readonly AnyMutation[];
  const entities = mutations.flatMap((one) =>
    one.resource === 'catalogue_entity' && one.after ? [one.after] : [],
  );
  expect(missingEntries(entities)).toEqual([]);
  expect(entities.map(({ type, name, version }) => [type, name, version])).toEqual([
    ['namespace', 'Feature-Flag', ''],
    ['enforcement', 'Services', '1.0'],
    ['licence_model', 'Services', ''],
    ['licence_model', 'Training', ''],
    ['licence_model', 'Support', ''],
    ['attribute', 'isFeatureFlag', ''],
  ]);
});

test('a project key and an environment key are used once', () => {
  const existing = { key: 'demo', name: 'Demo', description: '', tags: [] };
  expect(createProject.compute(demo, { project: existing }, { ...otto, place })).toMatchObject({
    refused: 'key_taken',
    facts: { field: 'key' },
  });
  const twice = { ...demo, environments: [...demo.environments, ...demo.environments] };
  expect(create(twice)).toMatchObject({ refused: 'key_taken', facts: { field: 'environments/2/key' } });
});
