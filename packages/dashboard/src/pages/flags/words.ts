import type { Clause, Flag, FlagTargeting, JsonValue, Rollout, Serve, Variation } from '@latchkey/model';
import { countOf, joined } from '../../ui/impact-words.ts';
import type { Tone } from '../../ui/tone.ts';
import { wordsFor } from './clauses/operators.ts';

type Variations = readonly Variation[];

/** A variation by its name, else by its value as it would be written. */
export function variationInWords(variations: Variations, index: number): string {
  const variation = variations[index];
  if (!variation) return `variation ${index}`;
  return variation.name || valueInWords(variation.value);
}

const valueInWords = (value: JsonValue): string =>
  typeof value === 'string'
    ? `“${value}”`
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);

/** “On”, or “25 % On and 75 % Off”. */
export function serveInWords(variations: Variations, serve: Serve): string {
  if ('variation' in serve) return variationInWords(variations, serve.variation);
  const parts = serve.rollout.variations
    .filter(({ weight }) => weight > 0)
    .map(({ variation, weight }) => `${percent(weight)} ${variationInWords(variations, variation)}`);
  const by = bucketInWords(serve.rollout);
  return by === '' ? joined(parts) : `${joined(parts)}, ${by}`;
}

/** Weights are thousandths of a percent. */
const percent = (weight: number): string => `${weight / 1000} %`;

const bucketInWords = ({ contextKind, bucketBy }: Rollout): string =>
  contextKind === undefined && bucketBy === undefined
    ? ''
    : `by ${[contextKind, bucketBy].filter((part) => part !== undefined).join('’s ')}`;

/** “customer’s industry is Banking or Insurance”, “user is in segment beta-testers”. */
export function clauseInWords({
  contextKind = 'user',
  attribute,
  op,
  values,
  negate = false,
}: Clause): string {
  const subject =
    op === 'segmentMatch' || attribute === '' || attribute === 'key'
      ? contextKind
      : `${contextKind}’s ${attribute}`;
  const alternatives = values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value)));
  return `${subject} ${wordsFor(op, negate)} ${listed(alternatives)}`;
}

const shownMax = 4;
function listed(values: readonly string[]): string {
  if (values.length > shownMax)
    return `${values.slice(0, shownMax).join(', ')} or ${values.length - shownMax} more`;
  return values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
}

/** What people get now, in a sentence: on is not the same as served, so the served value is what is said. */
export function servedInWords(
  variations: Flag['variations'],
  {
    on,
    offVariation,
    fallthrough,
    targets,
    rules,
    prerequisites,
  }: Omit<FlagTargeting, 'flag' | 'salt' | 'targetEnds'>,
): string {
  if (!on)
    return offVariation === null
      ? 'Off: everybody gets what the application has as its default.'
      : `Off: everybody gets ${variationInWords(variations, offVariation)}.`;
  const others = serveInWords(variations, fallthrough);
  const before = [
    ...(prerequisites.length > 0 ? ['other flags'] : []),
    ...(targets.length > 0 ? ['named people'] : []),
    ...(rules.length > 0 ? ['rules'] : []),
  ];
  return before.length === 0
    ? `On: everybody gets ${others}.`
    : `On: ${joined(before)} first, and everybody else gets ${others}.`;
}

export const purposeWords = {
  release: 'Release',
  operational: 'Operational',
  experiment: 'Experiment',
  entitlement: 'Entitlement',
} as const satisfies Record<Flag['purpose'], string>;

export const stateWords = {
  live: { word: 'Live', tone: 'good' },
  deprecated: { word: 'Deprecated', tone: 'warn' },
  archived: { word: 'Archived', tone: 'neutral' },
} as const satisfies Record<Flag['state'], { readonly word: string; readonly tone: Tone }>;

/** Where a variation is given in this environment: “everybody else”, “2 rules”. */
export function placesOf(
  { targets, rules, fallthrough, offVariation }: Omit<FlagTargeting, 'flag' | 'salt' | 'targetEnds'>,
  index: number,
): readonly string[] {
  const gives = (serve: Serve) =>
    'variation' in serve
      ? serve.variation === index
      : serve.rollout.variations.some(({ variation, weight }) => variation === index && weight > 0);
  const named = targets.filter(({ variation }) => variation === index);
  const count = named.reduce((sum, { values }) => sum + values.length, 0);
  const ruled = rules.filter(gives).length;
  return [
    ...(count > 0 ? [`${count} by name`] : []),
    ...(ruled > 0 ? [countOf(ruled, 'rule')] : []),
    ...(gives(fallthrough) ? ['everybody else'] : []),
    ...(offVariation === index ? ['while it is off'] : []),
  ];
}
