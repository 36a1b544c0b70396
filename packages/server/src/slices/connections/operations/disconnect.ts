import { Id } from '@latchkey/model';
import { z } from 'zod';
import { mutate, one, operation, refuse } from '../../../kernel/changes/operation.ts';

/** Close the address of a connection: its events are refused from now on. The features that came through it stay. */
export const disconnectPlatform = operation({
  kind: 'connection.disconnect',
  scope: 'project',
  input: z.strictObject({ connection: Id }),
  resource: ({ connection }) => `connection/${connection}`,
  setup: ({ connection }) => ({ connection: one('connection', connection) }),
  compute({ connection: id }, { connection }, { place }) {
    if (!connection) return refuse('connection_unknown', `There is no connection ${id} here.`);
    const closed = { ...connection, state: 'disconnected' as const, sealed: null, digest: null };
    return [mutate('connection', place, connection, closed)];
  },
});
