import type { OwnRoutes } from './own-routes.ts';

/** Something this process needs in order to serve. */
export interface ReadinessCheck {
  readonly name: string;
  /** Null when all is well, else what is missing. */
  readonly missing: () => Promise<string | null> | string | null;
}

/** A check that hangs is a check that failed: balancers ask every few seconds. */
const checkMilliseconds = 2_000;

/**
 * `/healthz`: the process lives. `/readyz`: it has what it needs and is not about to stop. A warning is for people to look
 * into; it takes no node out of service.
 */
export function healthRoutes(
  checks: readonly ReadinessCheck[],
  isStopping: () => boolean,
  warnings: () => readonly string[],
): OwnRoutes {
  return {
    declares: [
      { method: 'GET', url: '/healthz' },
      { method: 'GET', url: '/readyz' },
    ],
    mount(app) {
      app.get('/healthz', async (_, reply) =>
        reply.header('cache-control', 'no-store').send({ status: 'alive' }),
      );
      app.get('/readyz', async (_, reply) => {
        const results = await Promise.all(
          checks.map(async (check) => ({ name: check.name, missing: await missingOf(check) })),
        );
        if (isStopping()) results.push({ name: 'process', missing: 'it is stopping' });
        const ready = results.every(({ missing }) => missing === null);
        return reply
          .status(ready ? 200 : 503)
          .header('cache-control', 'no-store')
          .send({ status: ready ? 'ready' : 'not_ready', checks: results, warnings: warnings() });
      });
    },
  };
}

async function missingOf({ missing }: ReadinessCheck): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve('no answer in time'), checkMilliseconds);
  });
  try {
    return await Promise.race([Promise.resolve(missing()), tooLate]);
  } catch {
    // The reason is in the log of whatever failed; this page is open to everybody.
    return 'the check failed';
  } finally {
    clearTimeout(timer);
  }
}
