import { openApiDocument } from './kernel/http/openapi.ts';
import { allRoutes } from './routes.ts';
import { sessionRoutes } from './slices/members/index.ts';
import { version } from './version.ts';

/** Prints the OpenAPI document of this version, for the generated client. Nothing is started. */
process.stdout.write(`${JSON.stringify(describeApi(), null, 2)}\n`);

function describeApi(): object {
  // Routes are described, never asked: what they would stand on is not there.
  const absent: never = new Proxy(() => undefined, { get: () => absent, apply: () => absent }) as never;
  return openApiDocument({ routes: allRoutes(absent), handMade: sessionRoutes(absent).declares, version });
}
