import { once } from 'node:events';
import { createServer } from 'node:http';
import type { DatabaseKind, DatabaseServers } from '@latchkey/testkit/database-servers';

/**
 * Real databases for the whole run, started when a test first asks: a run of pure tests starts none. Workers ask
 * over HTTP because they are processes of their own.
 */
export default async function databases(): Promise<() => Promise<void>> {
  let servers: Promise<DatabaseServers> | null = null;
  const open = async () => {
    const { DatabaseServers } = await import('./packages/testkit/src/database-servers.ts');
    return new DatabaseServers();
  };
  const http = createServer(async (request, reply) => {
    try {
      servers ??= open();
      const kind = request.url?.slice(1) as DatabaseKind;
      reply.end(JSON.stringify(await (await servers).get(kind)));
    } catch (error) {
      reply.writeHead(500).end(String(error));
    }
  }).listen(0, '127.0.0.1');
  await once(http, 'listening');
  const address = http.address();
  if (address === null || typeof address === 'string')
    throw new Error('No port was free for the test databases.');
  process.env['LATCHKEY_TEST_SERVERS'] = `http://127.0.0.1:${address.port}`;
  return async () => {
    http.closeAllConnections();
    http.close();
    await (await servers)?.[Symbol.asyncDispose]();
  };
}
