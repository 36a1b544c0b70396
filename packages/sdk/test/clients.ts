import { ConnectedClient } from '../src/client.ts';
import { createLog, type LogEntry } from '../src/log.ts';
import type { Runtime } from '../src/runtime.ts';
import { ManualTime } from './manual-time.ts';

type Setup = ConstructorParameters<typeof ConnectedClient>[0];

export interface TestedClient extends AsyncDisposable {
  readonly client: ConnectedClient;
  readonly time: ManualTime;
  readonly logged: LogEntry[];
}

/** Where the tests' clocks stand at first. */
export const noon = Date.parse('2026-03-01T12:00:00Z');

/** A client whose time passes only when the test says so; its network is real. */
export function startClient(
  address: string,
  said: Partial<Setup> & {
    readonly time?: ManualTime;
    readonly fetch?: typeof fetch;
    readonly sdkKey?: string;
  } = {},
): TestedClient {
  const { time = new ManualTime(noon), sdkKey = 'lk_sdk_test', fetch: fetchThere = fetch, ...setup } = said;
  const logged: LogEntry[] = [];
  const client = new ConnectedClient({
    door: { address, sdkKey },
    runtime: { ...runtimeOf(time, logged), fetch: fetchThere },
    folder: null,
    pollSeconds: null,
    failMode: 'deny',
    ...setup,
  });
  return { client, time, logged, [Symbol.asyncDispose]: () => client.close() };
}

/** Chance is always in the middle. */
export const runtimeOf = (time: ManualTime, logged: LogEntry[] = []): Runtime => ({
  fetch,
  now: time.now,
  random: () => 0.5,
  after: time.after,
  log: createLog((entry) => logged.push(entry)),
});
