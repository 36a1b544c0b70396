import type { Place } from '@latchkey/model';
import { newSecret } from '../kernel/access/secret-token.ts';
import type { Applied } from '../kernel/changes/change.ts';
import type { Submit } from '../kernel/changes/submit.ts';
import type { Clock } from '../kernel/jobs/clock.ts';
import { createKey, freshKey, type KeysDeps } from '../slices/keys/index.ts';
import { createToken } from '../slices/members/index.ts';
import { type Chapter, calendarAt } from './chapter.ts';
import { type Keys, tokenId, tokenName } from './credentials.ts';
import { story } from './story.ts';

export interface DemoKeys {
  readonly apiToken: string;
  readonly sdkKey: string;
  readonly clientApplicationKey: string;
}

export interface DemoDeps extends KeysDeps {
  readonly submit: Submit;
  readonly clock: Clock;
}

const places: { readonly [W in Chapter['where']]: Place } = {
  installation: { project: '', environment: '' },
  project: { project: 'demo', environment: '' },
  production: { project: 'demo', environment: 'production' },
  staging: { project: 'demo', environment: 'staging' },
};

/**
 * Tells the story into an empty database, each chapter a change at its own time. The same day gives the same demo, ids
 * included, because ids are made from those of the changes; only the values of the keys differ, which are returned.
 */
export async function loadDemo(deps: DemoDeps): Promise<DemoKeys> {
  const now = deps.clock.now();
  const { keys, values } = await makeKeys(now, deps);
  const telling = story(calendarAt(now), now, keys);
  let outcome: Applied | null = null;
  for (let number = 1; ; number += 1) {
    const next = telling.next(outcome);
    if (next.done) return values;
    outcome = await happen(next.value, `chg_demo_${String(number).padStart(4, '0')}`, deps);
  }
}

async function happen(chapter: Chapter, id: string, { submit }: DemoDeps): Promise<Applied | null> {
  const { at, by, where, calls, comment, links = [], effectiveAt = null } = chapter;
  const outcome = await submit({
    id,
    place: places[where],
    principal: by,
    calls,
    comment,
    links,
    now: at,
    preview: false,
    effectiveAt,
    basedOn: null,
    idempotency: null,
  });
  return outcome.status === 'applied' ? outcome : null;
}

async function makeKeys(now: number, deps: DemoDeps): Promise<{ keys: Keys; values: DemoKeys }> {
  const api = newSecret('api');
  const sdk = await freshKey('sdk', now, deps);
  const client = await freshKey('client-application', now, deps);
  const { digest, ending } = api;
  const token = createToken({
    id: tokenId,
    name: tokenName,
    roles: ['administrator'],
    member: null,
    digest,
    ending,
    expiresAt: null,
  });
  const keys = [
    createKey({ ...sdk.kept, id: 'k_demo_sdk', name: 'Demo application' }),
    createKey({ ...client.kept, id: 'k_demo_client', name: 'Demo look-up' }),
  ];
  return {
    keys: { token, keys },
    values: { apiToken: api.value, sdkKey: sdk.value, clientApplicationKey: client.value },
  };
}
