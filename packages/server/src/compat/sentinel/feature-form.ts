import type { Feature } from '@latchkey/model';
import { z } from 'zod';
import { listOf, NamedValues, NameVersion, Reference } from './body.ts';
import { minuteShown } from './calendar.ts';
import { invalid } from './failure.ts';
import { type Entity, enforcementName, type Licensing, licensingOf } from './licensing.ts';
import { listed } from './lists.ts';
import type { Loaded } from './load.ts';

const LicenceModels = listOf('featureLicenseModel', z.strictObject({ licenseModel: Reference }));

const words = {
  displayName: z.string().exactOptional(),
  description: z.string().exactOptional(),
  namespace: Reference.exactOptional(),
  featureLicenseModels: LicenceModels.exactOptional(),
  customAttributes: NamedValues.exactOptional(),
};
export const NewFeature = z.strictObject({ nameVersion: NameVersion, ...words });
export const FeatureWords = z.strictObject({ nameVersion: NameVersion.exactOptional(), ...words });
type Words = z.infer<typeof FeatureWords>;

/** The words of the request as our operations take them; what is not mentioned stays out. */
export function featureWords(said: Words, all: readonly Entity[]) {
  const { displayName, description, namespace, featureLicenseModels, customAttributes, nameVersion } = said;
  const isFeatureFlag = flagBorn(customAttributes?.customAttribute ?? []);
  const version = nameVersion?.version;
  const licensing = featureLicenseModels && modelsNamed(featureLicenseModels.featureLicenseModel, all);
  if (isFeatureFlag === 'Yes' && version)
    throw invalid('Features born of a flag have no version.', 'nameVersion/version');
  return {
    ...(displayName !== undefined && { name: displayName }),
    ...(description !== undefined && { description }),
    sentinel: {
      ...(namespace && { namespace: namespaceNamed(namespace, all) }),
      ...licensing,
      ...(isFeatureFlag && { isFeatureFlag }),
      ...(version !== undefined && { version }),
    },
  };
}

function modelsNamed(
  said: readonly { readonly licenseModel: Reference }[],
  all: readonly Entity[],
): Licensing | undefined {
  if (said.length === 0) return undefined;
  const names = said.map(
    ({ licenseModel: { id, name = '' } }) => all.find((one) => one.id === id)?.name ?? name,
  );
  return licensingOf(names, all);
}

function namespaceNamed({ id, name }: Reference, all: readonly Entity[]): string {
  const found = all.find((one) => one.type === 'namespace' && (id ? one.id === id : one.name === name));
  if (found) return found.name;
  throw invalid(`There is no namespace ${id ?? name ?? ''}.`, 'namespace');
}

function flagBorn(attributes: readonly { name: string; value: string }[]): 'Yes' | 'No' | undefined {
  const other = attributes.find(({ name }) => name !== 'isFeatureFlag');
  if (other)
    throw invalid(`Features have no attribute ${other.name}; only isFeatureFlag.`, 'customAttributes');
  const said = attributes[0]?.value;
  if (said === undefined || said === 'Yes' || said === 'No') return said;
  throw invalid('isFeatureFlag is Yes or No.', 'customAttributes');
}

/** A feature as the protocol shows it. Its name there is our key. */
export function featureShown({ body, createdAt, updatedAt }: Loaded<Feature>, all: readonly Entity[]) {
  const { key, name, description, sentinel } = body;
  const namespace = all.find((one) => one.type === 'namespace' && one.name === sentinel.namespace);
  return {
    id: key,
    identifier: key,
    nameVersion: { name: key, version: sentinel.version },
    displayName: name,
    description,
    ...(sentinel.namespace !== '' && {
      namespace: { ...(namespace && { id: namespace.id }), name: sentinel.namespace },
    }),
    featureLicenseModels: featureModelsShown(body, all),
    customAttributes: listed('customAttribute', [{ name: 'isFeatureFlag', value: sentinel.isFeatureFlag }]),
    creationDate: minuteShown(createdAt),
    lastModifiedDate: minuteShown(updatedAt),
  };
}

export function featureModelsShown({ sentinel }: Feature, all: readonly Entity[]) {
  const owner = all.find(
    (one) => one.type === 'enforcement' && enforcementName(one) === sentinel.enforcement,
  );
  const models = sentinel.licenceModels.map((name) => {
    const model = all.find((one) => one.type === 'licence_model' && one.name === name);
    return {
      licenseModel: { ...(model && { id: model.id }), name },
      enforcement: owner
        ? { id: owner.id, nameVersion: { name: owner.name, version: owner.version } }
        : { nameVersion: { name: sentinel.enforcement, version: '' } },
    };
  });
  return listed('featureLicenseModel', models);
}
