import { CustomerKey, Hold, Id } from '@latchkey/model';
import { z } from 'zod';
import { pageOf, pageQuery } from '../../kernel/http/paging.ts';
import { counters } from '../projects/index.ts';
import { NewHold } from './operations/place.ts';

export const OfCustomer = z.strictObject({ customer: CustomerKey });
export const OneHold = z.strictObject({ id: Id });
export const Asked = z.strictObject(pageQuery);

export const HoldView = Hold.extend({
  ...counters,
  /** By its dates, at the moment of the answer. */
  state: z.enum(['scheduled', 'active', 'ended', 'lifted']),
});
export const HoldPage = pageOf(HoldView);

export const Place = NewHold.omit({ customer: true });
export const Lift = z.strictObject({ reason: Hold.shape.reason.default('') });
