import type { CatalogueEntity } from '@latchkey/model';
import { expect, test } from 'vitest';
import { addEntity } from './add-entity.ts';
import { removeEntity, renameEntity } from './change-entity.ts';
import { restoreCatalogue } from './restore-catalogue.ts';
import { seededEntities } from './seeded-entities.ts';

const here = {
  actor: { kind: 'member', id: 'mira', name: 'Mira' },
  now: 0,
  comment: '',
  newId: (prefix: string) => `${prefix}_1`,
  place: { project: 'demo', environment: '' },
} as const;
const [namespace, ...others] = seededEntities as readonly [CatalogueEntity, ...CatalogueEntity[]];
const renamed = { ...namespace, name: 'Flags' };

test('an entry can be renamed and removed, because the catalogue is its owner’s', () => {
  const seen = { entity: namespace, entities: seededEntities };
  expect(renameEntity.compute({ id: namespace.id, name: 'Flags' }, seen, here)).toMatchObject([
    { after: renamed },
  ]);
  expect(removeEntity.compute({ id: namespace.id }, seen, here)).toMatchObject([
    { before: namespace, after: null },
  ]);
});

test('two entries of a type are never called the same', () => {
  const [services, training] = seededEntities.filter(({ type }) => type === 'licence_model');
  if (!services || !training) throw new Error('the seeded licence models are gone');
  const seen = { entity: training, entities: seededEntities };
  expect(renameEntity.compute({ id: training.id, name: services.name }, seen, here)).toMatchObject({
    refused: 'catalogue_entity_taken',
  });
  expect(addEntity.compute({ type: 'licence_model', name: 'Services' }, seen, here)).toMatchObject({
    refused: 'catalogue_entity_taken',
  });
});

test('adding a renamed entry back by its first name restores it under a new id', () => {
  const seen = { entities: [renamed, ...others] };
  expect(addEntity.compute({ type: 'namespace', name: 'Feature-Flag' }, seen, here)).toMatchObject([
    { after: { id: 'namespace-feature-flag-2', name: 'Feature-Flag' } },
  ]);
});

test('restoring gives renamed entries their names back, returns removed ones and leaves all others alone', () => {
  const own: CatalogueEntity = { ...namespace, id: 'own', name: 'Ours' };
  const [, ...rest] = others;
  expect(restoreCatalogue.compute({}, { entities: [renamed, own, ...rest] }, here)).toMatchObject([
    { before: renamed, after: namespace },
    { before: null, after: others[0] },
  ]);
  expect(restoreCatalogue.compute({}, { entities: [...seededEntities, own] }, here)).toEqual([]);
});
