import { contextKindInWords, faultOfClause, isAttribute, isContextKind } from '@latchkey/engine';
import { Clause, type Flag, type FlagRule, Rollout, type Segment, type Serve, text } from '@latchkey/model';
import { z } from 'zod';
import { type One, one, type Refusal, refuse } from '../../../kernel/changes/operation.ts';
import { refuseIndexes, servedBy } from './variations.ts';

export const RuleId = z.string().min(1).max(64);
export const Clauses = z.array(Clause).min(1).max(50);

const said = {
  /** Kept from the rule as it was read; a new rule has none yet and is given one. */
  id: RuleId.exactOptional(),
  description: text(500).optional(),
  clauses: Clauses,
};

/** A rule as it is asked for. Its clauses may lack ids, which are given when it is kept. */
export const NewRule = z.union([
  z.strictObject({ ...said, variation: z.int().min(0).max(99) }),
  z.strictObject({ ...said, rollout: Rollout }),
]);
export type NewRule = z.infer<typeof NewRule>;

export const rulesMax = 500;
export const FlagRules = z.array(NewRule).max(rulesMax);

type NamedSegments = Record<`segment ${string}`, One<'segment'>>;
type SeenSegments = { readonly [name: `segment ${string}`]: Segment | null };

/** The segments that clauses name, each under its key. */
export function segmentsNamedBy(clauses: readonly Clause[]): NamedSegments {
  const wanted: NamedSegments = {};
  for (const { op, values } of clauses) {
    if (op !== 'segmentMatch') continue;
    for (const key of values) if (typeof key === 'string') wanted[`segment ${key}`] = one('segment', key);
  }
  return wanted;
}

/** The first clause that can never match as it is meant, with the place of its fault below `field`. */
export function refuseClauses(clauses: readonly Clause[], seen: SeenSegments, field: string): Refusal | null {
  for (const [index, clause] of clauses.entries()) {
    const at = `${field}/${index}`;
    const fault = faultOfClause(clause);
    if (fault) {
      const said = `Clause ${index + 1}: ${fault.field.replace(/\/.*/, '')} ${fault.detail}.`;
      return refuse('clause_invalid', said, { field: `${at}/${fault.field}` });
    }
    if (clause.op !== 'segmentMatch') continue;
    const unknown = clause.values.findIndex((key) => !seen[`segment ${String(key)}`]);
    if (unknown >= 0) {
      const said = `Clause ${index + 1} names a segment that does not exist.`;
      return refuse('segment_unknown', said, { field: `${at}/values/${unknown}` });
    }
  }
  return null;
}

/** Clauses are named, too, so that one of them can be edited alone. */
export const withClauseIds = (
  clauses: readonly Clause[],
  newId: (prefix: string) => string,
): FlagRule['clauses'] => clauses.map((clause) => ({ ...clause, id: clause.id ?? newId('clause') }));

/** Whether what is served exists, and a rollout has something to bucket by. */
export function refuseServed(flag: Flag, served: Serve, field: string): Refusal | null {
  const refusal = refuseIndexes(flag, servedBy(served), field);
  if (refusal || !('rollout' in served)) return refusal;
  const { contextKind, bucketBy } = served.rollout;
  if (contextKind !== undefined && !isContextKind(contextKind)) {
    const at = { field: `${field}/rollout/contextKind` };
    return refuse('invalid_request', `The kind of context ${contextKindInWords}.`, at);
  }
  if (bucketBy !== undefined && !isAttribute(bucketBy, contextKind)) {
    const at = { field: `${field}/rollout/bucketBy` };
    return refuse('invalid_request', 'Bucketing goes by an attribute, or a path such as /address/city.', at);
  }
  return null;
}
