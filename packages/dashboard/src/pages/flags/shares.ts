import type { Rollout, Serve } from './targeting/draft.ts';

/** Everybody, in thousandths of a percent. */
export const fullWeight = 100_000;

/** A serve as percents, one a variation; a single variation has all of it. */
export const percentOf = (serve: Serve, variations: number): readonly number[] =>
  Array.from({ length: variations }, (_, index) => {
    if ('variation' in serve) return serve.variation === index ? 100 : 0;
    const weights = serve.rollout.variations.filter(({ variation }) => variation === index);
    return weights.reduce((sum, { weight }) => sum + weight, 0) / 1000;
  });

/**
 * Percents as a rollout; null while they do not make 100 %. How people are drawn stays as it was, and so does the order
 * of the variations, so that nobody changes sides who need not.
 */
export function rolloutOf(percents: readonly (number | string)[], drawn: Partial<Rollout>): Rollout | null {
  const weights = percents.map((percent) => Math.round(Number(percent) * 1000));
  if (weights.some((weight) => !Number.isFinite(weight) || weight < 0)) return null;
  if (weights.reduce((sum, weight) => sum + weight, 0) !== fullWeight) return null;
  return { ...drawn, variations: weights.map((weight, variation) => ({ variation, weight })) };
}
