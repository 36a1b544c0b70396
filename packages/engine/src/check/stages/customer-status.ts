import type { CustomerSnapshot, Feature } from '@latchkey/model';
import { endOf, fromInstant } from '../../time.ts';
import { deny, pass, type Stage } from '../stage.ts';

/** Suspended and archived customers keep only what is essential; so do those on hold, while it lasts. */
export const customerIsInGoodStanding: Stage = (_, { customer, feature, now }) => {
  if (feature.essential) return pass();
  const { customer: known, holds = [] } = customer.snapshot;
  if (known?.state === 'suspended' || known?.state === 'archived') return deny('customer_suspended');
  return holds.some((hold) => isDuring(hold, now) && isBlocked(feature, hold)) ? deny('on_hold') : pass();
};

type Hold = NonNullable<CustomerSnapshot['holds']>[number];

const isDuring = ({ from, to }: Hold, now: number): boolean => fromInstant(from) <= now && now < endOf(to);

const isBlocked = ({ kind }: Feature, { blocks }: Hold): boolean =>
  blocks.includes('access') || (kind === 'meter' && blocks.includes('metering'));
