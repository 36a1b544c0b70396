import type { Route } from '../../kernel/http/routes.ts';
import { consoleRoutes } from './console.ts';
import { connectPlatform } from './operations/connect.ts';
import { disconnectPlatform } from './operations/disconnect.ts';
import { receiveFlag } from './operations/receive-flag.ts';
import { revealSecret } from './operations/reveal.ts';
import { rotateSecret } from './operations/rotate-secret.ts';
import { connectionRoutes, type RoutesDeps } from './routes.ts';

export const operations = [connectPlatform, rotateSecret, revealSecret, disconnectPlatform, receiveFlag];
export const routes = (deps: RoutesDeps): readonly Route[] => [
  ...connectionRoutes(deps),
  ...consoleRoutes(deps),
];

export { catchUpJobs, type Listen, replayWhenRestored } from './catch-up.ts';
export { connectionAt, type Found, secretsOf } from './find-connection.ts';
export type { Heard, Message } from './heard.ts';
export { FlagEvent } from './operations/flag-event.ts';
export { type ReceiveDeps, receive } from './receive.ts';
export { connectPlatform, disconnectPlatform };
