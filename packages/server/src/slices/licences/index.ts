import { issueLicence } from './operations/issue.ts';
import { revokeLicence } from './operations/revoke.ts';
import { rotateLicenceKey, withdrawLicenceKey } from './operations/rotate-key.ts';

export const operations = [issueLicence, revokeLicence, rotateLicenceKey, withdrawLicenceKey];

export { contentsFor } from './contents.ts';
export { publishedRoutes } from './published.ts';
export { licenceRoutes as routes } from './routes.ts';
