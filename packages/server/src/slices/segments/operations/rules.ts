import { contextKindInWords, faultOfClause, isAttribute, isContextKind } from '@latchkey/engine';
import { Clause, type Segment, SegmentRule, text } from '@latchkey/model';
import { z } from 'zod';
import { type Refusal, refuse } from '../../../kernel/changes/operation.ts';

export const RuleId = z.string().min(1).max(64);
export const Clauses = z.array(Clause).min(1).max(50);

/** Only a share of those who match: `weight` in thousandths of a percent, by an attribute of a kind of context. */
export const Share = z.strictObject({
  weight: SegmentRule.shape.weight.unwrap(),
  bucketBy: z.string().min(1).max(200).exactOptional(),
  rolloutContextKind: z.string().max(100).exactOptional(),
});
export type Share = z.infer<typeof Share>;

/** A rule as it is asked for: one that is kept has its id, a new one is given one. */
export const NewRule = z.strictObject({
  id: RuleId.exactOptional(),
  description: text(500).exactOptional(),
  clauses: Clauses,
  weight: Share.shape.weight.exactOptional(),
  bucketBy: Share.shape.bucketBy,
  rolloutContextKind: Share.shape.rolloutContextKind,
});
export type NewRule = z.infer<typeof NewRule>;

export const rulesMax = 100;
export const SegmentRules = z.array(NewRule).max(rulesMax);
export type SegmentRules = z.infer<typeof SegmentRules>;

type NewId = (prefix: string) => string;

/** Clauses are named, too, so that one of them can be edited alone. */
export const withClauseIds = (clauses: readonly Clause[], newId: NewId): Clause[] =>
  clauses.map((clause) => ({ ...clause, id: clause.id ?? newId('clause') }));

export const withId = (rule: NewRule, newId: NewId): SegmentRule => ({
  ...rule,
  id: rule.id ?? newId('rule'),
  clauses: withClauseIds(rule.clauses, newId),
});

export const withIds = (rules: SegmentRules, newId: NewId): SegmentRule[] =>
  rules.map((rule) => withId(rule, newId));

/** Whether every rule can be matched and shared out, and names no segment that leads back to this one. */
export function refuseRules(key: string, rules: SegmentRules, segments: readonly Segment[]): Refusal | null {
  const ids = new Set<string>();
  for (const [index, rule] of rules.entries()) {
    const field = `rules/${index}`;
    if (rule.id !== undefined && ids.has(rule.id)) {
      return refuse('key_taken', `Two rules are called ${rule.id}.`, { field: `${field}/id` });
    }
    ids.add(rule.id ?? '');
    const refusal =
      refuseShare(rule, field) ?? refuseClauses(key, rule.clauses, segments, `${field}/clauses`);
    if (refusal) return refusal;
  }
  return null;
}

/** The first clause that can never match as it is meant, with the place of its fault below `field`. */
export function refuseClauses(
  key: string,
  clauses: readonly Clause[],
  segments: readonly Segment[],
  field: string,
): Refusal | null {
  const byKey = new Map(segments.map((segment) => [segment.key, segment]));
  for (const [index, clause] of clauses.entries()) {
    const at = `${field}/${index}`;
    const fault = faultOfClause(clause);
    if (fault) {
      const said = `Clause ${index + 1}: ${fault.field.replace(/\/.*/, '')} ${fault.detail}.`;
      return refuse('clause_invalid', said, { field: `${at}/${fault.field}` });
    }
    for (const [position, name] of namedBy([clause]).entries()) {
      const value = { field: `${at}/values/${position}` };
      if (name !== key && !byKey.has(name)) {
        return refuse('segment_unknown', `Clause ${index + 1} names a segment that does not exist.`, value);
      }
      const way = wayTo(key, name, byKey);
      if (!way) continue;
      const through = way.length > 2 ? `, through ${way.slice(1, -1).join(', ')}` : '';
      const said = `Clause ${index + 1} leads back to ${key} itself${through}.`;
      return refuse('segment_cycle', said, { ...value, circle: [key, ...way] });
    }
  }
  return null;
}

export function refuseShare(
  { bucketBy, rolloutContextKind }: Pick<NewRule, 'bucketBy' | 'rolloutContextKind'>,
  field: string,
): Refusal | null {
  if (rolloutContextKind !== undefined && !isContextKind(rolloutContextKind)) {
    const at = { field: `${field}/rolloutContextKind` };
    return refuse('invalid_request', `The kind of context ${contextKindInWords}.`, at);
  }
  if (bucketBy !== undefined && !isAttribute(bucketBy, rolloutContextKind)) {
    const at = { field: `${field}/bucketBy` };
    return refuse('invalid_request', 'Bucketing goes by an attribute, or a path such as /address/city.', at);
  }
  return null;
}

/** The segments that clauses name. */
export const namedBy = (clauses: readonly Clause[]): readonly string[] =>
  clauses.flatMap(({ op, values }) => (op === 'segmentMatch' ? values.map(String) : []));

/** How `start` leads to `goal` over rules, both included; null when it does not. The shortest way. */
function wayTo(goal: string, start: string, byKey: ReadonlyMap<string, Segment>): readonly string[] | null {
  const ways = new Map<string, readonly string[]>([[start, [start]]]);
  for (const [key, way] of ways) {
    if (key === goal) return way;
    for (const next of namedBy((byKey.get(key)?.rules ?? []).flatMap(({ clauses }) => clauses))) {
      if (!ways.has(next)) ways.set(next, [...way, next]);
    }
  }
  return null;
}
