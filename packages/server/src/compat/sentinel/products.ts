import { type Feature, type OperationCall, type Plan, planVersionId } from '@latchkey/model';
import { createPlan, describePlan, draftVersion, publishPlan, retirePlan } from '../../slices/plans/index.ts';
import { addressIn, addressOf, nameVersionOf } from './address.ts';
import { readBody } from './body.ts';
import { type Catalogue, findProduct, loadCatalogue, type Product, productNames } from './catalogue.ts';
import { assertComment, assertMay, edit, edited } from './edit.ts';
import { type Asked, catalogueOf, created, type Desk, endpoint, ok, param } from './endpoint.ts';
import { EmsFailure, invalid, notFound } from './failure.ts';
import { featureNames } from './features.ts';
import { pageOf, searched } from './lists.ts';
import { loadAll } from './load.ts';
import {
  assertNextVersion,
  itemOf,
  keyOf,
  NewProduct,
  namespaceOf,
  ProductWords,
  productFeaturesShown,
  productShown,
  productTypeOf,
} from './product-form.ts';

async function load(asked: Asked, { db }: Desk): Promise<Catalogue> {
  assertMay(asked, 'plan.read', catalogueOf(asked.place), 'plan/*');
  return loadCatalogue(db.reader, asked.place, asked.now);
}

const addressed = async (asked: Asked, catalogue: Catalogue): Promise<Product> =>
  findProduct(catalogue, addressOf(param(asked, 'id'), productNames));

async function shownAgain(asked: Asked, desk: Desk, id: string) {
  const catalogue = await load(asked, desk);
  return { product: productShown(findProduct(catalogue, { by: 'id', value: id }), catalogue.features) };
}

type Said = NonNullable<NewProduct['productFeatures']>['productFeature'][number];

function featureMeant(said: Said, features: Catalogue['features']): Feature {
  const { by, value } = addressIn(said.feature, featureNames, 'productFeatures');
  const { name, version } = by === 'nameVersion' ? nameVersionOf(value) : { name: value, version: '' };
  const feature = features.get(name);
  if (feature && (by !== 'nameVersion' || feature.sentinel.version === version)) return feature;
  throw notFound(`There is no feature ${value}.`);
}

/** A new product is the next version of the plan of that name, or the first of a new plan. */
function callsFor(said: NewProduct, plans: readonly Plan[], features: Catalogue['features']) {
  const plan = plans.find(({ name }) => name === said.nameVersion.name);
  const key = plan?.key ?? keyOf(said);
  if (plan && said.identifier !== undefined && said.identifier !== plan.key)
    throw invalid(`${plan.name} is known as ${plan.key}.`, 'identifier');
  assertNextVersion(said.nameVersion.version, plan?.latestVersion ?? 0);
  const wanted = (said.productFeatures?.productFeature ?? []).map((one) => ({
    said: one,
    feature: featureMeant(one, features),
  }));
  const namespace = namespaceOf(wanted.map(({ feature }) => feature));
  if (said.namespace?.name !== undefined && said.namespace.name !== namespace)
    throw invalid('A product is in the namespace of its features.', 'namespace');
  const words = {
    ...(said.description !== undefined && { description: said.description }),
    ...(said.productType !== undefined && { productType: productTypeOf(said.productType) }),
  };
  const calls: OperationCall[] = [];
  if (!plan) calls.push(createPlan({ key, name: said.nameVersion.name, ...words }));
  else if (Object.keys(words).length > 0) calls.push(describePlan({ plan: key, ...words }));
  calls.push(draftVersion({ plan: key, items: wanted.map((one) => itemOf(one.said, one.feature)) }));
  return { key, version: (plan?.latestVersion ?? 0) + 1, calls };
}

export const productEndpoints = [
  endpoint('GET', '/products', async (asked, desk) => {
    const { products, features } = await load(asked, desk);
    const fitting = searched(products, asked.query, {
      id: ({ id }) => id,
      identifier: ({ plan }) => plan.key,
      name: ({ plan }) => plan.name,
      version: ({ edition }) => `${edition.body.version}.0`,
      productType: ({ plan }) => plan.productType.toUpperCase(),
      state: ({ state }) => state,
      featureName: ({ edition }) => edition.body.resolvedItems.map(({ feature }) => feature),
    });
    return pageOf(['products', 'product'], fitting, asked.query, (one) => productShown(one, features));
  }),

  endpoint('POST', '/products', async (asked, desk) => {
    const said = readBody('product', NewProduct, asked.body);
    const { features } = await load(asked, desk);
    const plans = await loadAll(desk.db.reader, 'plan', catalogueOf(asked.place));
    const { key, version, calls } = callsFor(
      said,
      plans.map(({ body }) => body),
      features,
    );
    if (said.state === 'ENABLE') assertMay(asked, publishPlan.kind, asked.place, `plan/${key}`);
    assertComment(asked);
    await edit(asked, desk, catalogueOf(asked.place), calls);
    if (said.state === 'ENABLE') await edit(asked, desk, asked.place, [publishPlan({ plan: key, version })]);
    return created(await shownAgain(asked, desk, planVersionId(key, version)));
  }),

  endpoint('GET', '/products/{id}', async (asked, desk) => {
    const catalogue = await load(asked, desk);
    return ok({ product: productShown(await addressed(asked, catalogue), catalogue.features) });
  }),

  endpoint('GET', '/products/{id}/productFeatures', async (asked, desk) => {
    const catalogue = await load(asked, desk);
    const product = await addressed(asked, catalogue);
    return ok({ productFeatures: productFeaturesShown(product, catalogue.features) });
  }),

  endpoint('PATCH', '/products/{id}', async (asked, desk) => {
    const product = await addressed(asked, await load(asked, desk));
    const { nameVersion, description, productType, state } = readBody('product', ProductWords, asked.body);
    const { plan, edition } = product;
    const { version } = edition.body;
    if (nameVersion && nameVersion.version !== '' && nameVersion.version !== `${version}.0`)
      throw invalid('A product keeps its version; create the next one.', 'nameVersion/version');
    if (state === 'DRAFT' && product.state !== 'DRAFT')
      throw invalid('What was published does not become a draft again.', 'state');
    if (state === 'DISABLE' && version !== plan.latestVersion)
      throw invalid(`Only the newest version can end its product: ${plan.latestVersion}.0.`, 'state');
    const words = {
      ...(nameVersion && { name: nameVersion.name }),
      ...(description !== undefined && { description }),
      ...(productType !== undefined && { productType: productTypeOf(productType) }),
    };
    const calls: OperationCall[] = [];
    if (Object.keys(words).length > 0) calls.push(describePlan({ plan: plan.key, ...words }));
    if (state === 'DISABLE') calls.push(retirePlan({ plan: plan.key }));
    assertComment(asked);
    if (calls.length > 0) await edit(asked, desk, catalogueOf(asked.place), calls);
    if (state === 'ENABLE' && product.state !== 'ENABLE')
      await edit(asked, desk, asked.place, [publishPlan({ plan: plan.key, version })]);
    return edited(asked, () => shownAgain(asked, desk, product.id));
  }),

  endpoint('DELETE', '/products/{id}', () => {
    throw new EmsFailure(
      405,
      'method_not_allowed',
      'Products stay, because customers may have them. End one with PATCH and state DISABLE.',
    );
  }),
];
