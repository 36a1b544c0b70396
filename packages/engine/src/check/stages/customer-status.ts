import { deny, pass, type Stage } from '../stage.ts';

/** Suspended and archived customers keep only what is essential. */
export const customerIsInGoodStanding: Stage = (_, { customer, feature }) => {
  const state = customer.snapshot.customer?.state;
  if (state !== 'suspended' && state !== 'archived') return pass();
  return feature.essential ? pass() : deny('customer_suspended');
};
