import type { CatalogueEntity, Place } from '@latchkey/model';
import type { Reader } from '../../kernel/store/database.ts';
import { tableStore } from '../../kernel/store/resources.ts';
import { invalid } from './failure.ts';

export type Entity = CatalogueEntity;

const entities = tableStore('catalogue_entity');

/** Namespaces, enforcements, licence models and attributes of the project. */
export const entitiesOf = (db: Reader, place: Place): Promise<readonly Entity[]> =>
  entities.all(db, { project: place.project, environment: '' }, {});

/** `Services 1.0`: how features name their enforcement. */
export const enforcementName = ({ name, version }: Pick<Entity, 'name' | 'version'>): string =>
  version === '' ? name : `${name} ${version}`;

export interface Licensing {
  readonly enforcement: string;
  readonly licenceModels: string[];
}

/** The enforcement that the named licence models belong to: they must be there, and be of one enforcement. */
export function licensingOf(names: readonly string[], all: readonly Entity[]): Licensing {
  const models = names.map((name) => {
    const model = all.find((one) => one.type === 'licence_model' && one.name === name);
    if (!model) throw invalid(`There is no licence model ${name}.`, 'featureLicenseModels');
    return model;
  });
  const owners = new Set(models.map(({ belongsTo }) => belongsTo));
  if (owners.size > 1)
    throw invalid('The licence models of a feature belong to one enforcement.', 'featureLicenseModels');
  const owner = all.find((one) => one.id === models[0]?.belongsTo);
  if (!owner) throw invalid(`${names[0]} belongs to no enforcement.`, 'featureLicenseModels');
  return { enforcement: enforcementName(owner), licenceModels: models.map(({ name }) => name) };
}

export const licenceModelShown = ({ id, name, description }: Entity) => ({
  id,
  name,
  description,
  state: 'ENABLE',
});
