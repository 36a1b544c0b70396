import { createGrant } from './operations/create.ts';
import { revokeGrant } from './operations/revoke.ts';
import { supersedeGrant } from './operations/supersede.ts';

export const operations = [createGrant, supersedeGrant, revokeGrant];

export { grantRoutes as routes } from './routes.ts';
export { createGrant, revokeGrant, supersedeGrant };
