import { Activation, ActivationSubject, Count, CustomerKey, Id, Instant } from '@latchkey/model';
import { z } from 'zod';
import { pageOf, pageQuery } from '../../kernel/http/paging.ts';
import { counters } from '../projects/index.ts';

export const OfCustomer = z.strictObject({ customer: CustomerKey });
export const OfSubscription = z.strictObject({ eId: Id });
export const OneActivation = z.strictObject({ aId: Id });
export const Asked = z.strictObject(pageQuery);

export const ActivationView = Activation.extend(counters);
export const ActivationPage = pageOf(ActivationView);

export const Activate = z.strictObject({
  pkId: Id,
  subject: ActivationSubject,
  quantity: Count.exactOptional(),
  to: Instant.nullable().exactOptional(),
});
/** Without an end it lives as long as what was bought. */
export const Renew = z.strictObject({ to: Instant.nullable().default(null) });
export const Rehost = z.strictObject({ subject: ActivationSubject });
