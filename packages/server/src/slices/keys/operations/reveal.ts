import { Id } from '@latchkey/model';
import { z } from 'zod';
import { mutate, one, operation, refuse } from '../../../kernel/changes/operation.ts';
import { nextReveal } from './sealed.ts';

/** Show a client-application key again, to copy it into a console. That it was shown is recorded, which is all that changes. */
export const revealKey = operation({
  kind: 'key.reveal',
  scope: 'environment',
  input: z.strictObject({ key: Id }),
  resource: ({ key }) => `key/${key}`,
  setup: ({ key }) => ({ key: one('environment_key', key) }),
  compute({ key: id }, { key }, { place }) {
    if (key?.revokedAt !== null) return refuse('key_unknown', `There is no live key ${id} here.`);
    if (key.sealed === null || key.kind !== 'client-application')
      return refuse(
        'wrong_key_kind',
        'Only client-application keys can be shown again. Make a new key instead.',
      );
    return [mutate('environment_key', place, key, { ...key, sealed: nextReveal(key.sealed) })];
  },
});
