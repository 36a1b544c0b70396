import type { Flag, Variation } from '@latchkey/model';
import { type Refusal, refuse } from '../../../kernel/changes/operation.ts';

const fits: { readonly [K in Flag['kind']]: (value: Variation['value']) => boolean } = {
  boolean: (value) => typeof value === 'boolean',
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  json: () => true,
};

/** Whether each value is of the flag's kind, and a boolean flag has exactly its two. */
export function refuseVariations(kind: Flag['kind'], variations: readonly Variation[]): Refusal | null {
  const wrong = variations.findIndex(({ value }) => !fits[kind](value));
  if (wrong >= 0) {
    const facts = { field: `variations/${wrong}/value`, kind };
    return refuse('variation_kind', `A variation of a ${kind} flag must be a ${kind}.`, facts);
  }
  if (kind === 'boolean' && (variations.length !== 2 || variations[0]?.value === variations[1]?.value)) {
    return refuse('variation_kind', 'A boolean flag has the two variations true and false.', {
      field: 'variations',
      kind,
    });
  }
  return null;
}

type Served =
  | { readonly variation: number }
  | { readonly rollout: { readonly variations: readonly { readonly variation: number }[] } };

/** The variation indexes that a fallthrough or a rule can lead to. */
export const servedBy = (served: Served): readonly number[] =>
  'variation' in served ? [served.variation] : served.rollout.variations.map(({ variation }) => variation);

/** Refuses an index past the flag's variations, naming the field that holds it. */
export function refuseIndexes(flag: Flag, indexes: readonly number[], field: string): Refusal | null {
  const count = flag.variations.length;
  if (indexes.every((index) => index < count)) return null;
  return refuse('variation_unknown', `${flag.key} has variations 0 to ${count - 1} only.`, { field, count });
}
