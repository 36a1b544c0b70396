import { liftHold } from './operations/lift.ts';
import { placeHold } from './operations/place.ts';

export const operations = [placeHold, liftHold];

export { holdRoutes as routes } from './routes.ts';
