import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadLicence } from '@latchkey/sdk/licence';
import { startServer } from '@latchkey/testkit/server';
import { expect, onTestFinished, test } from 'vitest';

/** The built command, as people run it. */
const latchkey = fileURLToPath(new URL('../../bin/latchkey.js', import.meta.url));
const project = '/api/v1/projects/shop';
const here = `${project}/environments/production`;

function verify(folder: string, ...more: readonly string[]): { code: number | null; said: string } {
  const args = [latchkey, 'licence', 'verify', 'acme.latchkey-licence', '--key', 'jwks.json', ...more];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  return { code: status, said: stdout + stderr };
}

test('a licence goes from the server by hand to where no network is, and is checked and used there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lk-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  await using server = await startServer();
  await server.post('/api/v1/projects', { key: 'shop', name: 'Shop' });
  await server.post(`${project}/features`, { key: 'exports', name: 'Exports', kind: 'switch' });
  await server.post(`${project}/features`, { key: 'seats', name: 'Seats', kind: 'number' });
  await server.post(`${here}/customers`, { key: 'acme', name: 'Acme' });
  for (const grant of [
    { feature: 'exports', effect: 'allow', to: new Date(Date.now() + 86_400_000).toISOString() },
    { feature: 'seats', effect: 'set', value: 10 },
  ])
    await server.post(`${here}/customers/acme/grants`, { origin: 'contract', reason: 'Signed', ...grant });
  const to = new Date(Date.now() + 30 * 86_400_000).toISOString();
  const issued = await server.post(`${here}/customers/acme/licences`, { to });
  expect(issued, JSON.stringify(issued.body)).toMatchObject({ status: 201 });
  const { id } = issued.as<{ id: string }>();
  const { file } = (await server.get(`${here}/licences/${id}/file`)).as<{ file: string }>();
  const carry = async (name: string): Promise<void> => {
    const reply = await fetch(`${server.address}/.well-known/latchkey/shop/production/${name}`);
    writeFileSync(join(folder, name), await reply.text());
  };
  writeFileSync(join(folder, 'acme.latchkey-licence'), file);
  await carry('jwks.json');
  await carry('revocations.jws');

  const fine = verify(folder, '--revocations', 'revocations.jws', '--json');
  expect(fine, fine.said).toMatchObject({ code: 0 });
  expect(JSON.parse(fine.said)).toMatchObject({ state: 'valid', licence: { customer: 'acme', sequence: 1 } });
  expect(verify(folder, '--at', '2099-01-01')).toMatchObject({ code: 4 });
  expect(verify(folder, '--at', '2020-01-01')).toMatchObject({ code: 5 });

  const client = await loadLicence({
    licence: join(folder, 'acme.latchkey-licence'),
    log: () => undefined,
    keys: await (await fetch(`${server.address}/.well-known/latchkey/shop/production/jwks.json`)).text(),
    folder,
  });
  onTestFinished(() => client.close());
  const acme = await client.customer('acme');
  for (const feature of ['exports', 'seats', 'unheard-of']) {
    const online = await server.post(`${here}/check`, { customer: 'acme', feature });
    expect({ ...acme.check(feature), revision: 0 }).toEqual({ ...(online.body as object), revision: 0 });
  }

  await server.post(`${here}/licences/${id}/revoke`, { change: { comment: 'Stolen' } });
  await carry('revocations.jws');
  expect(verify(folder, '--revocations', 'revocations.jws')).toMatchObject({
    code: 6,
    said: expect.stringContaining('revoked: The licence was revoked.'),
  });
  writeFileSync(join(folder, 'acme.latchkey-licence'), file.replace(/A/g, 'B'));
  expect(verify(folder)).toMatchObject({ code: 8 });
});
