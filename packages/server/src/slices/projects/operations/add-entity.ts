import { CatalogueEntity, Key, Name, text } from '@latchkey/model';
import { z } from 'zod';
import { all, mutate, operation, refuse } from '../../../kernel/changes/operation.ts';
import { isCalledAs } from './seeded-entities.ts';

export const NewEntity = z.strictObject({
  type: CatalogueEntity.shape.type,
  name: Name,
  version: text(50).exactOptional(),
  belongsTo: Key.exactOptional(),
  description: text(1000).exactOptional(),
});

/** One more namespace, enforcement, licence model or attribute; adding a removed one back by its name restores it. */
export const addEntity = operation({
  kind: 'catalogue.add',
  scope: 'project',
  input: NewEntity,
  resource: ({ type }) => `catalogue/${type}`,
  setup: () => ({ entities: all('catalogue_entity') }),
  compute(said, { entities }, { place }) {
    const id = freeId(said, new Set(entities.map(({ id }) => id)));
    const entity: CatalogueEntity = { id, version: '', belongsTo: null, description: '', ...said };
    if (entities.some((other) => isCalledAs(other, entity))) {
      return refuse('catalogue_entity_taken', 'There is an entry with this name already.', { field: 'name' });
    }
    const owner = entities.find((other) => other.id === said.belongsTo);
    if (said.belongsTo !== undefined && owner?.type !== 'enforcement') {
      return refuse('catalogue_entity_unknown', 'There is no such enforcement.', { field: 'belongsTo' });
    }
    return [mutate('catalogue_entity', place, null, entity)];
  },
});

/** A readable id from type and name, numbered where it is in use: a renamed entry keeps the id of its first name. */
function freeId({ type, name }: Pick<CatalogueEntity, 'type' | 'name'>, taken: ReadonlySet<string>): string {
  const words = `${type}-${name}`
    .replaceAll(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-');
  const id = words.slice(0, 90).replace(/-$/, '');
  if (!taken.has(id)) return id;
  for (let number = 2; ; number += 1) if (!taken.has(`${id}-${number}`)) return `${id}-${number}`;
}
