import { CustomerKey, Id, Licence, toInstant } from '@latchkey/model';
import { z } from 'zod';
import { all, mutate, one, operation, refuse } from '../../../kernel/changes/operation.ts';

const { sequence, from, to, graceDays, device, fingerprint, sealed } = Licence.shape;

/** Hand out a signed file that was made for the customer just before. What it says is vouched for by its fingerprint. */
export const issueLicence = operation({
  kind: 'licence.issue',
  scope: 'environment',
  input: z.strictObject({
    customer: CustomerKey,
    id: Id,
    key: Id,
    sequence,
    from,
    to,
    graceDays,
    device,
    fingerprint,
    sealed,
  }),
  resource: ({ customer }) => `customer/${customer}`,
  setup: ({ customer, id, key }) => ({
    customer: one('customer', customer),
    licence: one('licence', id),
    key: one('licence_key', key),
    others: all('licence', { parent: customer }),
  }),
  compute(asked, { customer, licence, key, others }, { actor, now, place }) {
    if (!customer) return refuse('customer_unknown', `There is no customer ${asked.customer}.`);
    if (customer.state === 'archived')
      return refuse('customer_archived', 'An archived customer gets no licence.');
    if (licence) return refuse('key_taken', 'There is a licence with this id already.');
    if (key?.retiredAt !== null)
      return refuse('licence_key_unknown', 'The key that signed it was retired. Issue the licence again.');
    const at = toInstant(now);
    if (asked.to <= asked.from)
      return refuse('interval_empty', 'The licence must end after it begins.', { field: 'to' });
    if (asked.to <= at) return refuse('end_in_past', 'The licence would be over already.', { field: 'to' });
    if (asked.sequence !== nextSequence(others))
      return refuse('conflict', 'Another licence was issued to this customer meanwhile. Issue it again.');
    const issued: Licence = { ...asked, issuedBy: actor.name.slice(0, 200), issuedAt: at, revoked: null };
    return [mutate('licence', place, null, issued)];
  },
});

/** One more than the newest file that the customer was ever given. */
export const nextSequence = (licences: readonly Pick<Licence, 'sequence'>[]): number =>
  licences.reduce((highest, licence) => Math.max(highest, licence.sequence), 0) + 1;
