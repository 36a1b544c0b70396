import type { Feature } from '@latchkey/model';
import type { Product } from './catalogue.ts';
import { invalid } from './failure.ts';

const services = 'Services 1.0';
const mayMix: ReadonlySet<string> = new Set(['Services', 'Training', 'Support']);

/**
 * With features that were born of flags, an entitlement holds nothing but the Services enforcement: its licence models
 * Services, Training and Support go together. And only what was published can be sold.
 */
export function assertMayBeSold(products: readonly Product[], features: ReadonlyMap<string, Feature>): void {
  const draft = products.find(({ state }) => state === 'DRAFT');
  if (draft) throw invalid(`${nameOf(draft)} is a draft; enable the product first.`, 'productKeys');
  const inside = products.flatMap((product) =>
    product.edition.body.resolvedItems.flatMap((item) => {
      const feature = features.get(item.feature);
      return feature ? [{ product, feature }] : [];
    }),
  );
  const born = inside.find(({ feature }) => feature.sentinel.isFeatureFlag === 'Yes');
  if (!born) return;
  const foreign = inside.find(
    ({ feature: { sentinel } }) =>
      sentinel.enforcement !== services || sentinel.licenceModels.some((model) => !mayMix.has(model)),
  );
  if (!foreign) return;
  const { enforcement, licenceModels } = foreign.feature.sentinel;
  throw invalid(
    `${born.feature.key} was born of a flag, so only products of ${services} with ${[...mayMix].join(', ')} go with it; ` +
      `${nameOf(foreign.product)} has ${foreign.feature.key} of ${enforcement} (${licenceModels.join(', ')}).`,
    'productKeys',
  );
}

const nameOf = ({ plan, edition }: Product): string => `${plan.name} ${edition.body.version}.0`;
