import { z } from 'zod';
import { all, mutate, operation } from '../../../kernel/changes/operation.ts';
import { isCalledAs, seededEntities } from './seeded-entities.ts';

/** Brings back what a project starts with: renamed entries get their names back, removed ones return, others stay. */
export const restoreCatalogue = operation({
  kind: 'catalogue.restore',
  scope: 'project',
  input: z.strictObject({}),
  resource: () => 'catalogue/seeded',
  setup: () => ({ entities: all('catalogue_entity') }),
  compute(_, { entities }, { place }) {
    return seededEntities
      .filter((seed) => !entities.some((entity) => isCalledAs(entity, seed)))
      .map((seed) => {
        const before = entities.find(({ id }) => id === seed.id) ?? null;
        return mutate('catalogue_entity', place, before, seed);
      });
  },
});
