import { Id, LicenceKey, toInstant } from '@latchkey/model';
import { z } from 'zod';
import { all, mutate, operation, refuse } from '../../../kernel/changes/operation.ts';

const { id, x, sealed } = LicenceKey.shape;

/** Sign with a new key from now on. What the one before has signed is still believed, unless that is withdrawn. */
export const rotateLicenceKey = operation({
  kind: 'licence.rotate-key',
  scope: 'environment',
  input: z.strictObject({ id, x, sealed }),
  resource: ({ id: key }) => `licence-key/${key}`,
  setup: () => ({ keys: all('licence_key') }),
  compute(said, { keys }, { actor, now, place }) {
    if (keys.some((key) => key.id === said.id)) return refuse('key_taken', 'This key signs here already.');
    const at = toInstant(now);
    const next: LicenceKey = {
      ...said,
      createdAt: at,
      createdBy: actor.name.slice(0, 200),
      retiredAt: null,
      withdrawnAt: null,
    };
    const retired = keys
      .filter(({ retiredAt }) => retiredAt === null)
      .map((key) => mutate('licence_key', place, key, { ...key, retiredAt: at }));
    return [...retired, mutate('licence_key', place, null, next)];
  },
});

/** Let nothing be believed that a retired key has signed: somebody else may have it. */
export const withdrawLicenceKey = operation({
  kind: 'licence.withdraw-key',
  scope: 'environment',
  input: z.strictObject({ key: Id }),
  resource: ({ key }) => `licence-key/${key}`,
  setup: () => ({ keys: all('licence_key') }),
  compute({ key: wanted }, { keys }, { now, place }) {
    const key = keys.find((one) => one.id === wanted);
    if (!key) return refuse('key_unknown', `There is no signing key ${wanted}.`);
    if (key.withdrawnAt !== null) return [];
    if (key.retiredAt === null)
      return refuse('conflict', 'This key signs what is issued now. Rotate it first.');
    return [mutate('licence_key', place, key, { ...key, withdrawnAt: toInstant(now) })];
  },
});
