import { deny, pass, type Stage } from '../stage.ts';

/** The customer is known, or stands in for one on the default plan. */
export const customerIsKnown: Stage = (_, { configuration, customer }) => {
  if (customer.snapshot.customer !== null) return pass();
  if (configuration.source.defaultPlan === null) return deny('customer_unknown');
  return pass('unknown_customer_default_plan');
};
