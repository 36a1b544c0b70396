import { startServer } from '@latchkey/testkit/server';
import { expect, test } from 'vitest';

test('loads', async () => {
  const begun = performance.now();
  await using server = await startServer({ demo: true });
  
  const reply = await server.get('/api/v1/projects/demo/environments/production/customers?limit=3');
  
  expect(reply.status).toBe(200);
}, 60000);
