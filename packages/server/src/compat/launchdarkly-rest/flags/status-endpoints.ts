import { assertMay } from '../edit.ts';
import { type Asked, endpoint, ok, param, type Rest } from '../endpoint.ts';
import { link, pathOf } from '../links.ts';
import { type Loaded, loadAll, loadEnvironment } from '../load.ts';
import { many } from '../paging.ts';
import { inEnvironments, loadFlag, loadFlags } from './load.ts';
import type { FlagLoaded } from './representation.ts';
import { evaluatedIn, statusOf } from './status.ts';

const placeOf = (asked: Asked) => ({
  project: param(asked, 'project'),
  environment: param(asked, 'environment'),
});

/** The status of these flags in one environment. */
async function statusesIn(
  { db }: Rest,
  place: { readonly project: string; readonly environment: string },
  flags: readonly Loaded<FlagLoaded['flag']['body']>[],
  now: number,
) {
  const keys = flags.map(({ body }) => body.key);
  const [evaluated, targetings] = await Promise.all([
    evaluatedIn(db.reader, place, keys, now),
    loadAll(db.reader, 'flag_targeting', place),
  ]);
  const changed = new Map(targetings.map(({ body, updatedAt }) => [body.flag, updatedAt]));
  return flags.map(({ body, updatedAt }) => {
    const seen = evaluated.get(body.key) ?? { lastAt: null, variationsGiven: 0 };
    const changedAt = Math.max(updatedAt, changed.get(body.key) ?? 0);
    return statusOf(place, body, { ...seen, changedAt }, now);
  });
}

export const statusEndpoints = [
  endpoint('GET', '/flag-statuses/{project}/{environment}', async (asked, rest) => {
    const place = placeOf(asked);
    assertMay(asked, 'flag.read', place, 'flag/*');
    await loadEnvironment(rest.db.reader, place);
    const live = (await loadFlags(rest.db.reader, place.project)).filter(
      ({ body }) => body.state !== 'archived',
    );
    return ok({
      items: await statusesIn(rest, place, live, asked.now),
      _links: { self: link(pathOf('flag-statuses', place.project, place.environment)) },
    });
  }),

  endpoint('GET', '/flag-statuses/{project}/{environment}/{flag}', async (asked, rest) => {
    const place = placeOf(asked);
    const key = param(asked, 'flag');
    assertMay(asked, 'flag.read', place, `flag/${key}`);
    await loadEnvironment(rest.db.reader, place);
    const flag = await loadFlag(rest.db.reader, place.project, key);
    const [status] = await statusesIn(rest, place, [flag], asked.now);
    return ok(status);
  }),

  endpoint('GET', '/flag-status/{project}/{flag}', async (asked, rest) => {
    const [project, key] = [param(asked, 'project'), param(asked, 'flag')];
    assertMay(asked, 'flag.read', { project, environment: '' }, `flag/${key}`);
    const flag = await loadFlag(rest.db.reader, project, key);
    const named = many(asked.query, 'env');
    const [shown] = await inEnvironments(rest.db.reader, project, [flag], named.length > 0 ? named : null);
    const statuses: [string, unknown][] = [];
    for (const { environment } of shown?.inEnvironments ?? []) {
      const [status] = await statusesIn(rest, { project, environment: environment.key }, [flag], asked.now);
      statuses.push([environment.key, status]);
    }
    return ok({
      key,
      environments: Object.fromEntries(statuses),
      _links: {
        self: link(pathOf('flag-status', project, key)),
        parent: link(pathOf('flags', project, key)),
      },
    });
  }),
];
