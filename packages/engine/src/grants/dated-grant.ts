import type { Grant, GrantEffect, GrantOrigin, JsonValue, Limit, Milliseconds, Reset } from '@latchkey/model';
import { endOf, fromInstant } from '../time.ts';

/**
 * Where equal priorities are broken: what was meant for this customer beats what was meant for a group, and that beats
 * what was sold to all alike. So a customer's own configuration overlays the plan's without anybody setting numbers.
 */
export const closeness = {
  customer: 6,
  ancestor: 5,
  segment: 4,
  plan: 3,
  item: 2,
  everyone: 1,
  default_plan: 0,
} as const;
export type Closeness = (typeof closeness)[keyof typeof closeness];

/** The subscription item or default plan that implies a grant. */
export interface Provenance {
  readonly plan: string;
  readonly trial: boolean;
  readonly pkId: string | null;
  readonly quantity: number;
}

/** A grant as the rules read it: dates in epoch milliseconds, cut to when it really holds for one customer. */
export interface DatedGrant {
  readonly id: string;
  readonly lineageId: string;
  readonly feature: string;
  readonly origin: GrantOrigin;
  readonly effect: GrantEffect;
  /** Null when nothing was said; `unlimited` is written out. */
  readonly value: JsonValue;
  readonly reset: Reset | null;
  /** For meters; see `PlanItem`. */
  readonly rollover: Limit | null;
  readonly overage: Limit | null;
  readonly priority: number;
  readonly closeness: Closeness;
  readonly from: Milliseconds;
  readonly to: Milliseconds;
  readonly revoked: boolean;
  readonly grantedAt: Milliseconds;
  readonly label: string;
  readonly provenance: Provenance | null;
}

export const isActive = ({ from, to }: DatedGrant, now: Milliseconds): boolean => now >= from && now < to;

/** Whether the grant gives rather than forbids or bounds. A switch that is set to `false` gives nothing. */
export const isGiving = ({ effect, value }: DatedGrant): boolean =>
  effect !== 'deny' && effect !== 'cap' && value !== false;

/** The grant within a window in which it applies, or null when none of it is left. */
export function dateGrant(
  grant: Grant,
  near: Closeness,
  window: { readonly from: Milliseconds; readonly to: Milliseconds },
): DatedGrant | null {
  const agreedEnd = endOf(grant.to);
  const revokedAt = endOf(grant.revokedAt);
  const from = Math.max(fromInstant(grant.from), window.from);
  const to = Math.min(agreedEnd, revokedAt, window.to);
  if (!(from < to)) return null;
  return {
    id: grant.id,
    lineageId: grant.lineageId,
    feature: grant.feature,
    origin: grant.origin,
    effect: grant.effect,
    value: grant.unlimited ? 'unlimited' : (grant.value ?? null),
    reset: grant.reset ?? null,
    rollover: grant.rollover ?? null,
    overage: grant.overage ?? null,
    priority: grant.priority,
    closeness: near,
    from,
    to,
    revoked: revokedAt <= agreedEnd && revokedAt !== Number.POSITIVE_INFINITY && to === revokedAt,
    grantedAt: fromInstant(grant.grantedAt),
    label: grant.reason,
    provenance: null,
  };
}

/**
 * The strongest first: priority, closeness, the later decision, and last the lineage, so that neither the order in
 * which grants arrive nor cutting one into two intervals can change who wins.
 */
export function byStrength(a: DatedGrant, b: DatedGrant): number {
  return (
    b.priority - a.priority ||
    b.closeness - a.closeness ||
    b.grantedAt - a.grantedAt ||
    compareText(a.lineageId, b.lineageId) ||
    compareText(a.id, b.id)
  );
}

/** By code unit: the same on every machine, whatever its language. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
