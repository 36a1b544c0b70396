import { Id } from '@latchkey/model';
import { z } from 'zod';
import { mutate, one, operation, refuse } from '../../../kernel/changes/operation.ts';
import { nextReveal } from './secrets.ts';

/** Show the secret of a connection again, to copy it into the platform. That it was shown is recorded, which is all that changes. */
export const revealSecret = operation({
  kind: 'connection.reveal',
  scope: 'project',
  input: z.strictObject({ connection: Id }),
  resource: ({ connection }) => `connection/${connection}`,
  setup: ({ connection }) => ({ connection: one('connection', connection) }),
  compute({ connection: id }, { connection }, { place }) {
    if (connection?.state !== 'active' || connection.sealed === null) {
      return refuse('connection_unknown', `There is no live connection ${id} here.`);
    }
    const shown = { ...connection, sealed: nextReveal(connection.sealed) };
    return [mutate('connection', place, connection, shown)];
  },
});
