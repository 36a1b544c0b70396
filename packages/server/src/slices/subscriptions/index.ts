import { activateSubscription } from './operations/activate.ts';
import { changeQuantity } from './operations/change-quantity.ts';
import { createSubscription } from './operations/create.ts';
import { editSubscription } from './operations/edit.ts';
import { closeSubscription, resumeSubscription, suspendSubscription } from './operations/lifecycle.ts';
import { splitSubscription } from './operations/split.ts';

export const operations = [
  createSubscription,
  changeQuantity,
  editSubscription,
  activateSubscription,
  suspendSubscription,
  resumeSubscription,
  closeSubscription,
  splitSubscription,
];

export { type Consumed, consumedIn, knownSubscription } from './list.ts';
export { subscriptionRoutes as routes } from './routes.ts';
export {
  activateSubscription,
  changeQuantity,
  closeSubscription,
  createSubscription,
  editSubscription,
  resumeSubscription,
  splitSubscription,
  suspendSubscription,
};
