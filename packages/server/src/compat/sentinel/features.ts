import type { Feature } from '@latchkey/model';
import { createFeature, describeFeature, retireFeature } from '../../slices/features/index.ts';
import { type Address, addressOf, nameVersionOf } from './address.ts';
import { readBody } from './body.ts';
import { assertMay, edit, edited } from './edit.ts';
import { type Asked, catalogueOf, created, type Desk, endpoint, nothingLeft, ok, param } from './endpoint.ts';
import { invalid, notFound } from './failure.ts';
import { FeatureWords, featureModelsShown, featureShown, featureWords, NewFeature } from './feature-form.ts';
import { entitiesOf } from './licensing.ts';
import { pageOf, searched } from './lists.ts';
import { type Loaded, loadAll, loadOne } from './load.ts';

type One = Loaded<Feature>;

/** The names that a feature goes by; all but the last say its key. */
export const featureNames = ['id', 'identifier', 'name', 'nameVersion'] as const;

const mayRead = (asked: Asked) => assertMay(asked, 'feature.read', catalogueOf(asked.place), 'feature/*');

async function findFeature(asked: Asked, { db }: Desk, { by, value }: Address): Promise<One> {
  const { name, version } = by === 'nameVersion' ? nameVersionOf(value) : { name: value, version: '' };
  const found = await loadOne(db.reader, 'feature', catalogueOf(asked.place), name);
  const isMeant = by !== 'nameVersion' || found?.body.sentinel.version === version;
  if (found && isMeant && found.body.state !== 'retired') return found;
  throw notFound(`There is no feature ${value}.`);
}

const addressed = (asked: Asked, desk: Desk): Promise<One> => {
  mayRead(asked);
  return findFeature(asked, desk, addressOf(param(asked, 'id'), featureNames));
};

async function shownAgain(asked: Asked, { db }: Desk, key: string) {
  const [found, all] = await Promise.all([
    loadOne(db.reader, 'feature', catalogueOf(asked.place), key),
    entitiesOf(db.reader, asked.place),
  ]);
  return { feature: found && featureShown(found, all) };
}

const isBorn = ({ body }: One): string => body.sentinel.isFeatureFlag;

export const featureEndpoints = [
  endpoint('GET', '/features', async (asked, { db }) => {
    mayRead(asked);
    const [every, all] = await Promise.all([
      loadAll(db.reader, 'feature', catalogueOf(asked.place)),
      entitiesOf(db.reader, asked.place),
    ]);
    const fitting = searched(
      every.filter(({ body }) => body.state !== 'retired'),
      asked.query,
      {
        id: ({ body }) => body.key,
        identifier: ({ body }) => body.key,
        name: ({ body }) => body.key,
        version: ({ body }) => body.sentinel.version,
        description: ({ body }) => body.description,
        namespaceName: ({ body }) => body.sentinel.namespace,
        licenseModelName: ({ body }) => body.sentinel.licenceModels,
        isFeatureFlag: isBorn,
        'CA_FTR.isFeatureFlag': isBorn,
      },
    );
    return pageOf(['features', 'feature'], fitting, asked.query, (one) => featureShown(one, all));
  }),

  endpoint('POST', '/features', async (asked, desk) => {
    const said = readBody('feature', NewFeature, asked.body);
    const key = said.nameVersion.name;
    assertMay(asked, createFeature.kind, catalogueOf(asked.place), 'feature/*');
    const words = featureWords(said, await entitiesOf(desk.db.reader, asked.place));
    const call = createFeature({ key, kind: 'switch', ...words, name: words.name ?? key });
    await edit(asked, desk, catalogueOf(asked.place), [call]);
    return created(await shownAgain(asked, desk, key));
  }),

  endpoint('GET', '/features/{id}', async (asked, desk) =>
    ok(await shownAgain(asked, desk, (await addressed(asked, desk)).body.key)),
  ),

  endpoint('GET', '/features/{id}/featureLicenseModels', async (asked, desk) => {
    const { body } = await addressed(asked, desk);
    const all = await entitiesOf(desk.db.reader, asked.place);
    return ok({ featureLicenseModels: featureModelsShown(body, all) });
  }),

  endpoint('PATCH', '/features/{id}', async (asked, desk) => {
    const { body: feature } = await addressed(asked, desk);
    const said = readBody('feature', FeatureWords, asked.body);
    if (said.nameVersion && said.nameVersion.name !== feature.key)
      throw invalid('A feature keeps its name: applications ask by it.', 'nameVersion/name');
    const words = featureWords(said, await entitiesOf(desk.db.reader, asked.place));
    const call = describeFeature({ feature: feature.key, ...words });
    await edit(asked, desk, catalogueOf(asked.place), [call]);
    return edited(asked, () => shownAgain(asked, desk, feature.key));
  }),

  endpoint('DELETE', '/features/{id}', async (asked, desk) => {
    const { body } = await addressed(asked, desk);
    await edit(asked, desk, catalogueOf(asked.place), [retireFeature({ feature: body.key })]);
    return nothingLeft;
  }),
];
