import type { Flag } from '@latchkey/model';
import type { RestTargeting } from './targeting.ts';

interface VariationSummary {
  readonly rules: number;
  readonly nullRules: number;
  readonly targets: number;
  readonly contextTargets: number;
  readonly isFallthrough?: true;
  readonly isOff?: true;
  readonly rollout?: number;
}

export interface Summary {
  readonly variations: Readonly<Record<string, VariationSummary>>;
  readonly prerequisites: number;
}

/** How many rules and targets lead to each variation: what lists say of an environment. */
export function summaryOf({ variations }: Pick<Flag, 'variations'>, targeting: RestTargeting): Summary {
  const { fallthrough, offVariation, prerequisites, rules, targets, contextTargets } = targeting;
  const ofVariation = (index: number): VariationSummary => {
    const own = rules.filter((rule) => 'variation' in rule && rule.variation === index);
    const listed = (lists: RestTargeting['targets']): number =>
      lists.reduce((sum, list) => sum + (list.variation === index ? list.values.length : 0), 0);
    const weight =
      'rollout' in fallthrough
        ? fallthrough.rollout.variations.find(({ variation }) => variation === index)?.weight
        : undefined;
    return {
      rules: own.length,
      nullRules: own.filter(({ clauses }) => clauses.length === 0).length,
      targets: listed(targets),
      contextTargets: listed(contextTargets),
      ...('variation' in fallthrough && fallthrough.variation === index && { isFallthrough: true }),
      ...(offVariation === index && { isOff: true }),
      ...(weight !== undefined && { rollout: weight }),
    };
  };
  return {
    variations: Object.fromEntries(variations.map((_, index) => [String(index), ofVariation(index)])),
    prerequisites: prerequisites.length,
  };
}
