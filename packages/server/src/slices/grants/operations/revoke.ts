import { Grant, GrantSubject, toInstant } from '@latchkey/model';
import { z } from 'zod';
import { isRefusal, mutate, one, operation } from '../../../kernel/changes/operation.ts';
import { pathOf, running, subjectOf } from './subject.ts';

/** Ends a grant now. It stays on record with what it gave and why. */
export const revokeGrant = operation({
  kind: 'grant.revoke',
  scope: 'environment',
  input: z.strictObject({ grant: Grant.shape.id, subject: GrantSubject }),
  resource: pathOf,
  setup: ({ grant, subject }) => ({ ...subjectOf(subject), grant: one('grant', grant) }),
  compute({ grant: id, subject }, seen, { place, now }) {
    const at = toInstant(now);
    const grant = running(id, subject, seen.grant, at);
    if (isRefusal(grant)) return grant;
    return [mutate('grant', place, grant, { ...grant, revokedAt: at })];
  },
});
