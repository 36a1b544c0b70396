import type { CatalogueEntity, Feature, Flag } from '@latchkey/model';

/** A flag with this tag, spelled exactly so, is sold: it has a feature of its own key. */
export const entitledFeatureTag = 'EntitledFeature';

export const isSold = ({ tags }: Pick<Flag, 'tags'>): boolean => tags.includes(entitledFeatureTag);

type Named = Pick<CatalogueEntity, 'type' | 'name' | 'version'>;

/** The catalogue entries that a flag-born feature refers to. While one is missing by its exact name, none is created. */
const required: readonly Named[] = [
  { type: 'namespace', name: 'Feature-Flag', version: '' },
  { type: 'enforcement', name: 'Services', version: '1.0' },
  { type: 'licence_model', name: 'Services', version: '' },
  { type: 'attribute', name: 'isFeatureFlag', version: '' },
];

/** Which of the required entries are not there, as people read them: `namespace Feature-Flag`. */
export const missingEntries = (entities: readonly CatalogueEntity[]): readonly string[] =>
  required
    .filter(({ type, name, version }) =>
      entities.every((one) => one.type !== type || one.name !== name || one.version !== version),
    )
    .map(({ type, name, version }) => `${type.replace('_', ' ')} ${name}${version && ` ${version}`}`);

/** The feature that a flag becomes. It has no version of its own, and no grant yet: nobody has it until it is sold. */
export const bornOfFlag = (
  { key, name, description, tags, owner }: Pick<Flag, 'key' | 'name' | 'description' | 'tags' | 'owner'>,
  source: Feature['source'],
): Feature => ({
  key,
  name,
  description,
  kind: 'switch',
  unit: null,
  levels: null,
  flagKey: source.platform === 'latchkey' ? key : null,
  requires: [],
  access: 'gated',
  merge: 'any',
  enforcement: 'hard',
  failMode: 'last_known',
  seatBound: false,
  essential: false,
  exclusiveTo: null,
  owner,
  tags: tags.filter((tag) => tag !== entitledFeatureTag),
  state: 'general',
  source,
  sentinel: {
    namespace: 'Feature-Flag',
    enforcement: 'Services 1.0',
    licenceModels: ['Services'],
    isFeatureFlag: 'Yes',
    version: '',
  },
});
