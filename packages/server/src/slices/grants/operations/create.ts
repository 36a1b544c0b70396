import { inOneForm } from '@latchkey/engine';
import {
  type Customer,
  type Feature,
  FeatureKey,
  type Grant,
  GrantSubject,
  ManualOrigin,
  toInstant,
} from '@latchkey/model';
import { z } from 'zod';
import { all, mutate, one, operation, refuse } from '../../../kernel/changes/operation.ts';
import { refuseMisfit, refuseTerms } from './fits-feature.ts';
import { pathOf, refuseSubject, subjectOf } from './subject.ts';
import { terms } from './terms.ts';

export const NewGrant = z.strictObject({
  subject: GrantSubject,
  feature: FeatureKey,
  origin: z.enum([...ManualOrigin.options, 'import']),
  ...terms,
});

/** One dated reason why somebody has, or must not have, a feature. What plans imply is not granted but derived. */
export const createGrant = operation({
  kind: 'grant.create',
  scope: 'environment',
  input: NewGrant,
  resource: pathOf,
  setup: ({ subject, feature }) => ({ ...subjectOf(subject), feature: one('feature', feature) }),
  // Departments of the customer that a feature was made for may have it too. The store knows who is above.
  follow: (_, { customer, feature }) => ({
    above:
      feature?.exclusiveTo && customer?.parent
        ? all('customer', { parent: `above/${customer.parent}` })
        : null,
  }),
  compute({ feature: key, ...said }, { feature, above, ...seen }, { actor, place, now, newId }) {
    const refusedSubject = refuseSubject(said.subject, seen);
    if (refusedSubject) return refusedSubject;
    if (!feature) return refuse('feature_unknown', `There is no feature ${key}.`, { field: 'feature' });
    const at = toInstant(now);
    const id = newId('g');
    const grant = inOneForm({
      inherit: said.subject.kind === 'customer',
      priority: 0,
      from: at,
      to: null,
      reason: '',
      links: [],
      ...said,
      feature: key,
      id,
      lineageId: id,
      revokedAt: null,
      grantedBy: actor.name.slice(0, 200),
      grantedAt: at,
    });
    if (isGivenAway(grant, feature, [...(above ?? []), ...(seen.customer ? [seen.customer] : [])])) {
      const facts = { field: 'feature', exclusiveTo: feature.exclusiveTo };
      return refuse('feature_exclusive', `${feature.name} was made for one customer only.`, facts);
    }
    const refusal = refuseMisfit(feature, grant) ?? refuseTerms(grant, at);
    return refusal ?? [mutate('grant', place, null, grant)];
  },
});

/** Whether somebody else would get what was made for one customer. Forbidding it to others does no harm. */
function isGivenAway({ effect }: Grant, { exclusiveTo }: Feature, line: readonly Customer[]): boolean {
  if (exclusiveTo === null || effect === 'deny' || effect === 'cap') return false;
  return !line.some(({ key, parent }) => key === exclusiveTo || parent === exclusiveTo);
}
