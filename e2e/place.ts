import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** The administrator's API token of the server that the journeys visit; it exists for the length of one run. */
export const administratorToken = 'lk_api_journeys_0123456789abcdefghijklmnop';

/** Where the product listens in this run. Asked for once by the runner; its workers inherit the answer. */
export async function port(): Promise<number> {
  const known = process.env['LATCHKEY_JOURNEYS_PORT'];
  if (known) return Number(known);
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port was free for the journeys.');
  process.env['LATCHKEY_JOURNEYS_PORT'] = String(address.port);
  return address.port;
}
