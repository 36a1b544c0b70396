import type { CatalogueEntity } from '@latchkey/model';

/** What every project starts with: Sentinel-style consoles and flag-born features look for these exact names. */
export const seededEntities: readonly CatalogueEntity[] = [
  entity('namespace-feature-flag', 'namespace', 'Feature-Flag', 'Features that are born of flags.'),
  {
    ...entity('enforcement-services', 'enforcement', 'Services', 'Rights that a service checks.'),
    version: '1.0',
  },
  licenceModel(
    'licence-model-services',
    'Services',
    'A feature that a service switches on, with dates and a quantity.',
  ),
  licenceModel(
    'licence-model-training',
    'Training',
    'Sessions or hours of training, to be taken within its dates.',
  ),
  licenceModel(
    'licence-model-support',
    'Support',
    'A level of support with its response time, for its dates.',
  ),
  entity(
    'attribute-is-feature-flag',
    'attribute',
    'isFeatureFlag',
    'Yes for features born of a flag, No for all others.',
  ),
];

function entity(
  id: string,
  type: CatalogueEntity['type'],
  name: string,
  description: string,
): CatalogueEntity {
  return { id, type, name, version: '', belongsTo: null, description };
}

function licenceModel(id: string, name: string, description: string): CatalogueEntity {
  return { ...entity(id, 'licence_model', name, description), belongsTo: 'enforcement-services' };
}

/** Entries are told apart by what people and outside systems call them: type, name and version. */
export const isCalledAs = (a: CatalogueEntity, b: CatalogueEntity): boolean =>
  a.type === b.type && a.name === b.name && a.version === b.version;
