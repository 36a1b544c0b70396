import type { Feature, FeatureKind, MergePolicy } from '@latchkey/model';
import { type Refusal, refuse } from '../../../kernel/changes/operation.ts';

/** How grants of each kind may combine; the first is what a feature gets unless told otherwise. */
export const mergePolicies: { readonly [K in FeatureKind]: readonly [MergePolicy, ...MergePolicy[]] } = {
  switch: ['any'],
  number: ['max', 'sum', 'priority'],
  level: ['max', 'priority'],
  set: ['union', 'priority'],
  config: ['priority', 'overlay'],
  meter: ['pooled', 'priority'],
};

/** Whether the parts of a feature go together: levels for levels only, a unit where something is counted. */
export function refuseMisfit({ kind, levels, unit, merge }: Feature): Refusal | null {
  if (!mergePolicies[kind].includes(merge)) {
    const detail = `Grants of a ${kind} combine by ${mergePolicies[kind].join(' or ')}.`;
    return refuse('value_not_for_kind', detail, { field: 'merge', kind, possible: mergePolicies[kind] });
  }
  if (kind === 'level' && levels === null) {
    return refuse('value_not_for_kind', 'Name the levels, lowest first.', { field: 'levels', kind });
  }
  if (kind !== 'level' && levels !== null) {
    return refuse('value_not_for_kind', `A ${kind} has no levels.`, { field: 'levels', kind });
  }
  if (levels && new Set(levels).size < levels.length) {
    return refuse('value_not_for_kind', 'Each level has its own name.', { field: 'levels', kind });
  }
  if (unit !== null && kind !== 'number' && kind !== 'meter') {
    return refuse('value_not_for_kind', `A ${kind} counts nothing, so it has no unit.`, {
      field: 'unit',
      kind,
    });
  }
  return null;
}
