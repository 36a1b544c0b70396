import { Clause, type Segment } from '@latchkey/model';
import { z } from 'zod';
import { type Refusal, refuse } from '../../../kernel/changes/operation.ts';

/** Rules as they are asked for: one that is kept has its id, a new one is given one. */
export const SegmentRules = z
  .array(
    z.strictObject({
      id: z.string().min(1).max(64).exactOptional(),
      clauses: z.array(Clause).min(1).max(50),
    }),
  )
  .max(100);
export type SegmentRules = z.infer<typeof SegmentRules>;

export const withIds = (rules: SegmentRules, newId: (prefix: string) => string): Segment['rules'] =>
  rules.map(({ id, clauses }) => ({ id: id ?? newId('rule'), clauses }));

/** Whether every segment that the rules name exists and does not lead back to the segment itself. */
export function refuseRules(key: string, rules: SegmentRules, segments: readonly Segment[]): Refusal | null {
  const byKey = new Map(segments.map((segment) => [segment.key, segment]));
  for (const [index, rule] of rules.entries()) {
    for (const name of namedBy([rule])) {
      const field = `rules/${index}`;
      if (name !== key && !byKey.has(name)) {
        return refuse('segment_unknown', `Rule ${index + 1} names a segment that does not exist.`, { field });
      }
      if (leadsTo(key, name, byKey)) {
        return refuse('invalid_request', `Rule ${index + 1} leads back to ${key} itself.`, { field });
      }
    }
  }
  return null;
}

const namedBy = (rules: SegmentRules): readonly string[] =>
  rules.flatMap(({ clauses }) =>
    clauses.flatMap(({ op, values }) => (op === 'segmentMatch' ? values.map(String) : [])),
  );

function leadsTo(goal: string, start: string, byKey: ReadonlyMap<string, Segment>): boolean {
  const seen = new Set<string>();
  const toVisit = [start];
  for (let key = toVisit.pop(); key !== undefined; key = toVisit.pop()) {
    if (key === goal) return true;
    if (seen.has(key)) continue;
    seen.add(key);
    toVisit.push(...namedBy(byKey.get(key)?.rules ?? []));
  }
  return false;
}
