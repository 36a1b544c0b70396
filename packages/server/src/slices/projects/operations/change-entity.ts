import { Key, Name, text } from '@latchkey/model';
import { z } from 'zod';
import { all, mutate, one, operation, refuse } from '../../../kernel/changes/operation.ts';
import { isCalledAs } from './seeded-entities.ts';

export const EntityWords = z.strictObject({
  id: Key,
  name: Name.exactOptional(),
  version: text(50).exactOptional(),
  description: text(1000).exactOptional(),
});

/** Gives an entry another name, version or description. What looks for the old name no longer finds it. */
export const renameEntity = operation({
  kind: 'catalogue.rename',
  scope: 'project',
  input: EntityWords,
  resource: ({ id }) => `catalogue/${id}`,
  setup: ({ id }) => ({ entity: one('catalogue_entity', id), entities: all('catalogue_entity') }),
  compute({ id, ...words }, { entity, entities }, { place }) {
    if (!entity) return refuse('catalogue_entity_unknown', 'There is no such catalogue entry.');
    const renamed = { ...entity, ...words };
    if (entities.some((other) => other.id !== id && isCalledAs(other, renamed))) {
      return refuse('catalogue_entity_taken', 'There is an entry with this name already.', { field: 'name' });
    }
    return [mutate('catalogue_entity', place, entity, renamed)];
  },
});

/** Takes an entry out of the catalogue. Features that name it keep the name. */
export const removeEntity = operation({
  kind: 'catalogue.remove',
  scope: 'project',
  input: z.strictObject({ id: Key }),
  resource: ({ id }) => `catalogue/${id}`,
  setup: ({ id }) => ({ entity: one('catalogue_entity', id) }),
  compute(_, { entity }, { place }) {
    if (!entity) return refuse('catalogue_entity_unknown', 'There is no such catalogue entry.');
    return [mutate('catalogue_entity', place, entity, null)];
  },
});
