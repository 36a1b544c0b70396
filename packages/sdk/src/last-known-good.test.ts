import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aConfiguration, aFeature, aGrant, aSnapshot } from '@latchkey/testkit/builders';
import fc from 'fast-check';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { noon, runtimeOf } from '../test/clients.ts';
import { ManualTime } from '../test/manual-time.ts';
import { LastKnownGood } from './last-known-good.ts';
import type { LogEntry } from './log.ts';

const configuration = aConfiguration({ revision: 7, features: [aFeature()] });
const acme = aSnapshot({ revision: 7, grants: [aGrant()] });

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lk-sdk-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

function aStore({ sdkKey = 'lk_sdk_one', time = new ManualTime(noon), into = folder } = {}) {
  const logged: LogEntry[] = [];
  const store = new LastKnownGood(into, { address: 'http://here', sdkKey }, runtimeOf(time, logged));
  return { store, time, logged };
}

async function saved() {
  const { store } = aStore();
  store.save(() => configuration);
  store.saveCustomer(acme);
  await store.close();
}

const files = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

describe('the last known good state', () => {
  test('comes back as it was', async () => {
    await saved();
    const { store, logged } = aStore();
    expect(await store.restore()).toMatchObject({ configuration });
    expect(await store.restoreCustomer('acme')).toEqual(acme);
    expect(await store.restoreCustomer('bolt')).toBeNull();
    expect(logged).toEqual([]);
  });

  test('is nothing before anything was saved, without a word', async () => {
    const { store, logged } = aStore();
    expect(await store.restore()).toBeNull();
    expect(logged).toEqual([]);
  });

  test('belongs to one key: another, that learnt of the folder, finds nothing', async () => {
    await saved();
    const { store } = aStore({ sdkKey: 'lk_sdk_two' });
    expect(await store.restore()).toBeNull();
    expect(await store.restoreCustomer('acme')).toBeNull();
    expect(
      files()
        .map((file) => readFileSync(file, 'utf8'))
        .join(''),
    ).not.toContain('lk_sdk_one');
  });

  test('can be read by this user alone', async () => {
    await saved();
    expect(files().map((file) => statSync(file).mode & 0o777)).toEqual([0o600, 0o600]);
  });

  test('with a single bit changed, a letter missing or one too many, it is left aside and told of', async () => {
    await saved();
    const file = files().find((path) => path.endsWith('configuration.json')) ?? '';
    const whole = readFileSync(file);
    const damages = fc.oneof(
      fc.record({ at: fc.nat(whole.length - 1), bit: fc.nat(7) }).map(({ at, bit }) => {
        const damaged = Buffer.from(whole);
        damaged.writeUInt8(damaged.readUInt8(at) ^ (1 << bit), at);
        return damaged;
      }),
      fc.nat(whole.length - 1).map((length) => whole.subarray(0, length)),
      fc.constant(Buffer.concat([whole, Buffer.from(' ')])),
    );
    await fc.assert(
      fc.asyncProperty(damages, async (damaged) => {
        writeFileSync(file, damaged);
        const { store, logged } = aStore();
        expect(await store.restore()).toBeNull();
        expect(logged).toMatchObject([{ event: 'a saved file is damaged and left aside' }]);
      }),
    );
  });

  test('many changes in a second are written once', async () => {
    const { store, time } = aStore();
    for (let revision = 1; revision <= 100; revision += 1) store.save(() => ({ ...configuration, revision }));
    expect(time.waits).toEqual([1000]);
    expect(files()).toEqual([]);
    time.advance(1000);
    await vi.waitFor(() => expect(files()).toHaveLength(1));
    await store.close();
    expect(await aStore().store.restore()).toMatchObject({ configuration: { revision: 100 } });
  });

  test('half a file is never seen: what was being written when the process ended does not count', async () => {
    await saved();
    const file = files().find((path) => path.endsWith('configuration.json')) ?? '';
    writeFileSync(`${file}.4711.new`, 'half of');
    expect(await aStore().store.restore()).toMatchObject({ configuration });
  });

  test('says when it was last the same as the server’s', async () => {
    await saved();
    const { store, time } = aStore({ time: new ManualTime(noon + 3_600_000) });
    await store.restore();
    store.confirm();
    await store.close();
    expect(await aStore().store.restore()).toMatchObject({ confirmedAt: time.now() });
  });

  test('a folder that cannot be written to is told of once, and nothing fails', async () => {
    const blocked = join(folder, 'blocked');
    writeFileSync(blocked, 'a file where a folder should be');
    chmodSync(blocked, 0o400);
    const { store, time, logged } = aStore({ into: blocked });
    for (const revision of [1, 2]) {
      store.save(() => ({ ...configuration, revision }));
      time.advance(1000);
    }
    await store.close();
    expect(logged).toMatchObject([{ event: 'the last known good state cannot be saved' }]);
  });

  test('a customer’s key is never part of a path', async () => {
    const { store } = aStore();
    const key = '../../../../outside';
    store.saveCustomer(aSnapshot({ key }));
    await store.close();
    expect(files().every((file) => file.startsWith(folder))).toBe(true);
    expect(await aStore().store.restoreCustomer(key)).toMatchObject({ key });
  });
});
