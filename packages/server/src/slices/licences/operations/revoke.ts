import { CustomerKey, Id, toInstant } from '@latchkey/model';
import { z } from 'zod';
import { mutate, one, operation, refuse } from '../../../kernel/changes/operation.ts';

/** Put a licence on the list of revocations, for good. Applications that see the list believe the file no more. */
export const revokeLicence = operation({
  kind: 'licence.revoke',
  scope: 'environment',
  input: z.strictObject({ customer: CustomerKey, licence: Id }),
  resource: ({ customer }) => `customer/${customer}`,
  setup: ({ licence }) => ({ licence: one('licence', licence) }),
  compute({ customer, licence: id }, { licence }, { actor, comment, now, place }) {
    if (licence?.customer !== customer) return refuse('licence_unknown', `There is no licence ${id}.`);
    if (licence.revoked !== null) return refuse('licence_revoked', 'It was revoked before.');
    const revoked = { at: toInstant(now), by: actor.name.slice(0, 200), reason: comment.slice(0, 2000) };
    return [mutate('licence', place, licence, { ...licence, revoked })];
  },
});
