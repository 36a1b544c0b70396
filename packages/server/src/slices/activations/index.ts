import { activate } from './operations/activate.ts';
import { rehostActivation } from './operations/rehost.ts';
import { renewActivation } from './operations/renew.ts';
import { revokeActivation } from './operations/revoke.ts';

export const operations = [activate, renewActivation, rehostActivation, revokeActivation];

export { activationRoutes as routes } from './routes.ts';
export { activate, rehostActivation, renewActivation, revokeActivation };
