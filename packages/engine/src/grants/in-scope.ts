import type { CustomerSnapshot, Grant } from '@latchkey/model';
import type { CompiledConfiguration } from '../snapshot/compile-configuration.ts';
import { type Closeness, closeness, type DatedGrant, dateGrant } from './dated-grant.ts';
import { deriveGrants } from './derive.ts';
import type { Holding } from './holdings.ts';
import { allOfTime, type Span, union } from './span.ts';

/** Every grant that concerns the customer at some time: own, inherited, of its plans and segments, and everyone's. */
export function grantsInScope(
  configuration: CompiledConfiguration,
  snapshot: CustomerSnapshot,
  holdings: readonly Holding[],
  spansInSegment: (segment: string) => readonly Span[],
): readonly DatedGrant[] {
  const found: DatedGrant[] = [];
  const take = (grants: readonly Grant[], near: Closeness, span: Span): void => {
    for (const grant of grants) {
      const dated = dateGrant(grant, near, span);
      if (dated !== null) found.push(dated);
    }
  };

  const ancestors = new Set(snapshot.ancestors);
  for (const grant of snapshot.grants) {
    if (grant.subject.kind !== 'customer') continue;
    if (grant.subject.key === snapshot.key) take([grant], closeness.customer, allOfTime);
    else if (grant.inherit && ancestors.has(grant.subject.key)) take([grant], closeness.ancestor, allOfTime);
  }
  for (const [segment, grants] of configuration.grantsBySegment) {
    for (const span of union(spansInSegment(segment))) take(grants, closeness.segment, span);
  }
  for (const [plan, grants] of configuration.grantsByPlan) {
    // Two items of one plan that overlap are one membership: a promotion does not count twice.
    const spans = union(holdings.filter(({ planKey }) => planKey === plan));
    for (const span of spans) take(grants, closeness.plan, span);
  }
  take(configuration.grantsForEveryone, closeness.everyone, allOfTime);
  for (const holding of holdings) found.push(...deriveGrants(configuration, holding, snapshot.key));
  return found;
}
