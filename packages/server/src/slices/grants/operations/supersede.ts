import { inOneForm } from '@latchkey/engine';
import { Grant, GrantSubject, toInstant } from '@latchkey/model';
import { z } from 'zod';
import { isRefusal, mutate, one, operation, refuse } from '../../../kernel/changes/operation.ts';
import { refuseMisfit, refuseTerms } from './fits-feature.ts';
import { pathOf, running, subjectOf } from './subject.ts';
import { terms } from './terms.ts';

/** What is not said stays as it was. */
export const NewTerms = z.strictObject({ ...terms, effect: terms.effect.exactOptional() });

/**
 * Replaces a grant by one that says something else from now on. The old one ends and stays on record; both are of one
 * lineage, so what was counted goes on. A value and `unlimited` push each other out; all else that is not said stays.
 */
export const supersedeGrant = operation({
  kind: 'grant.supersede',
  scope: 'environment',
  input: NewTerms.extend({ grant: Grant.shape.id, subject: GrantSubject }),
  resource: pathOf,
  setup: ({ grant, subject }) => ({ ...subjectOf(subject), grant: one('grant', grant) }),
  follow: (_, { grant }) => ({ feature: grant ? one('feature', grant.feature) : null }),
  compute({ grant: id, subject, ...said }, seen, { actor, place, now, newId }) {
    const at = toInstant(now);
    const before = running(id, subject, seen.grant, at);
    if (isRefusal(before)) return before;
    if (!seen.feature) return refuse('feature_unknown', `There is no feature ${before.feature}.`);
    const from = said.from ?? before.from;
    const { value, unlimited, ...rest } = before;
    const grant = inOneForm({
      ...rest,
      ...(said.value === undefined && said.unlimited === undefined && kept({ value, unlimited })),
      ...said,
      id: newId('g'),
      // The time that is over belongs to the old one.
      from: from > at ? from : at,
      grantedBy: actor.name.slice(0, 200),
      grantedAt: at,
    });
    const refusal = refuseMisfit(seen.feature, grant) ?? refuseTerms(grant, at);
    if (refusal) return refusal;
    return [
      mutate('grant', place, before, { ...before, revokedAt: at }),
      mutate('grant', place, null, grant),
    ];
  },
});

const kept = ({
  value,
  unlimited,
}: Pick<Grant, 'value' | 'unlimited'>): Pick<Grant, 'value' | 'unlimited'> => ({
  ...(value !== undefined && { value }),
  ...(unlimited !== undefined && { unlimited }),
});
