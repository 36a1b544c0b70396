import { createKey } from './operations/create.ts';
import { revealKey } from './operations/reveal.ts';
import { revokeKey } from './operations/revoke.ts';

export const operations = [createKey, revokeKey, revealKey];

export { freshKey, type KeysDeps, valueOfKey } from './fresh.ts';
export { keyRoutes as routes } from './routes.ts';
export { createKey, revokeKey };
