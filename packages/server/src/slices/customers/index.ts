import { createCustomer } from './operations/create.ts';
import { describeCustomer } from './operations/describe.ts';
import { identifyCustomer } from './operations/identify.ts';
import { archiveCustomer, resumeCustomer, suspendCustomer } from './operations/lifecycle.ts';
import { moveCustomer } from './operations/move.ts';
import { customerStore, knownCustomer } from './store.ts';

export const operations = [
  createCustomer,
  describeCustomer,
  identifyCustomer,
  moveCustomer,
  suspendCustomer,
  resumeCustomer,
  archiveCustomer,
];
export const stores = { customer: customerStore };

export { newestOf } from './newest.ts';
export { customerRoutes as routes } from './routes.ts';
export {
  archiveCustomer,
  createCustomer,
  describeCustomer,
  identifyCustomer,
  knownCustomer,
  moveCustomer,
  resumeCustomer,
  suspendCustomer,
};
