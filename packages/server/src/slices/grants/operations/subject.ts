import { isDerivedGrantId } from '@latchkey/engine';
import type { Customer, Grant, GrantSubject, Instant, Plan, Segment } from '@latchkey/model';
import { type One, one, type Refusal, refuse } from '../../../kernel/changes/operation.ts';

/** Policies speak about whoever gets something: `customer/acme`, `plan/gold`, `segment/banks`, `everyone/everyone`. */
export const pathOf = ({ subject }: { readonly subject: GrantSubject }): string =>
  subject.kind === 'everyone' ? 'everyone/everyone' : `${subject.kind}/${subject.key}`;

interface SeenSubject {
  readonly customer: Customer | null;
  readonly plan: Plan | null;
  readonly segment: Segment | null;
}

/** Looks at the one that is meant. */
export function subjectOf(subject: GrantSubject): {
  readonly customer: One<'customer'> | null;
  readonly plan: One<'plan'> | null;
  readonly segment: One<'segment'> | null;
} {
  return {
    customer: subject.kind === 'customer' ? one('customer', subject.key) : null,
    plan: subject.kind === 'plan' ? one('plan', subject.key) : null,
    segment: subject.kind === 'segment' ? one('segment', subject.key) : null,
  };
}

/** Why nothing can be granted to it; null when it is there and not put away. */
export function refuseSubject(
  subject: GrantSubject,
  { customer, plan, segment }: SeenSubject,
): Refusal | null {
  const facts = { field: 'subject/key' };
  switch (subject.kind) {
    case 'customer':
      if (!customer) return refuse('customer_unknown', `There is no customer ${subject.key}.`);
      return customer.state === 'archived'
        ? refuse('customer_archived', `${customer.name} is archived.`)
        : null;
    case 'plan':
      return plan ? null : refuse('plan_unknown', `There is no plan ${subject.key}.`, facts);
    case 'segment':
      return segment ? null : refuse('segment_unknown', `There is no segment ${subject.key}.`, facts);
    case 'everyone':
      return null;
  }
}

/** Why there is nothing to edit under this id. What a plan implies has an id too, but changes with the plan only. */
export const unknownGrant = (id: string): Refusal =>
  isDerivedGrantId(id)
    ? refuse('grant_derived', 'It comes from a plan. Change the plan or the subscription, or deny it.')
    : refuse('grant_unknown', `There is no grant ${id}.`);

/** The grant if it is this subject's and still counts, now or later. Somebody else's is as good as none. */
export function running(
  id: string,
  subject: GrantSubject,
  grant: Grant | null,
  at: Instant,
): Grant | Refusal {
  if (!grant || pathOf(grant) !== pathOf({ subject })) return unknownGrant(id);
  if (grant.revokedAt !== null) {
    return refuse('grant_over', 'It was revoked.', { revokedAt: grant.revokedAt });
  }
  if (grant.to !== null && grant.to <= at) {
    return refuse('grant_over', 'It has ended. Give a new one.', { to: grant.to });
  }
  return grant;
}
