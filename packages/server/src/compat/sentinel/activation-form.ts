import { holdsSeat } from '@latchkey/engine';
import type { Activation, ActivationSubject } from '@latchkey/model';
import { z } from 'zod';
import { listOf } from './body.ts';
import { Expiry, expiryShown, minuteShown } from './calendar.ts';
import { invalid } from './failure.ts';
import { listed } from './lists.ts';

const Activatees = listOf(
  'activatee',
  z.strictObject({
    activateeEmailId: z.string().min(1),
    /** Nobody has to be known here before they take a seat. */
    addIfNotAvailable: z.boolean().exactOptional(),
  }),
);
const Fingerprints = listOf('fingerprint', z.strictObject({ fingerprint: z.string().min(1) }));

const seat = { activatees: Activatees.exactOptional(), fingerprints: Fingerprints.exactOptional() };
const Seat = z.strictObject(seat);
type Seat = z.infer<typeof Seat>;

export const BulkActivation = z.strictObject({
  ...seat,
  activationProductKeys: listOf(
    'activationProductKey',
    z.strictObject({
      pkId: z.string(),
      activationQuantity: z.int().min(1).default(1),
      activationComments: z.string().max(2000).exactOptional(),
      fingerprints: Fingerprints.exactOptional(),
    }),
  ),
  activationAttributes: z
    .strictObject({ activationAttribute: z.array(z.unknown()).max(0, 'is not kept here') })
    .exactOptional(),
});

export const Renewal = z.strictObject({ expiry: Expiry });
export const BulkRehost = z.strictObject({
  activations: listOf('activation', z.strictObject({ aId: z.string(), ...seat })),
});
export const BulkRevocation = z.strictObject({
  activations: listOf('activation', z.strictObject({ aId: z.string() })),
});

/** Who sits: one device by its fingerprint, or else one user by e-mail. */
export function subjectOf({ activatees, fingerprints }: Seat): ActivationSubject {
  const devices = fingerprints?.fingerprint ?? [];
  const people = activatees?.activatee ?? [];
  if (devices.length > 1 || (devices.length === 0 && people.length > 1))
    throw invalid('An activation is of one user or one device here.', 'activatees');
  const [device] = devices;
  if (device) return { kind: 'device', key: device.fingerprint };
  const [person] = people;
  if (person) return { kind: 'user', key: person.activateeEmailId };
  throw invalid('Say who activates: an activatee, or a fingerprint.', 'activatees');
}

/** An activation as the protocol shows it; one whose end has passed is expired. */
export function activationShown(activation: Activation, now: number, timeZone: string) {
  const { aId, eId, pkId, quantity, state, to, customer, createdAt, changedAt } = activation;
  return {
    id: aId,
    aId,
    eId,
    pkId,
    state: state === 'revoked' ? 'REVOKED' : holdsSeat(activation, now) ? 'ACTIVE' : 'EXPIRED',
    activationQuantity: quantity,
    expiry: expiryShown(to, timeZone),
    customer: { id: customer },
    ...seatShown(activation),
    creationDate: minuteShown(createdAt),
    lastModifiedDate: minuteShown(changedAt),
  };
}

export const seatShown = ({ subject: { kind, key } }: Activation) =>
  kind === 'user'
    ? { activatees: listed('activatee', [{ activateeEmailId: key }]) }
    : { fingerprints: listed('fingerprint', [{ fingerprint: key }]) };
