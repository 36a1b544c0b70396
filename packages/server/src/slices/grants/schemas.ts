import { CustomerKey, FeatureKey, Grant, GrantSubject, Id } from '@latchkey/model';
import { z } from 'zod';
import { pageOf, pageQuery } from '../../kernel/http/paging.ts';
import { counters } from '../projects/index.ts';
import { NewGrant } from './operations/create.ts';
import { NewTerms } from './operations/supersede.ts';

export const OfCustomer = z.strictObject({ customer: CustomerKey });
export const OneGrant = z.strictObject({ id: Id });
export const Asked = z.strictObject({ ...pageQuery, feature: FeatureKey.exactOptional() });

/** `customer/acme`, `plan/gold`, `segment/banks` or `everyone`. */
const Subject = z.string().transform((written, context): GrantSubject => {
  const slash = written.indexOf('/');
  const kind = slash < 0 ? written : written.slice(0, slash);
  const read = GrantSubject.safeParse(
    kind === 'everyone' ? { kind } : { kind, key: written.slice(slash + 1) },
  );
  if (read.success) return read.data;
  context.addIssue({
    code: 'custom',
    message: 'must be a subject such as plan/gold, customer/acme or everyone',
  });
  return z.NEVER;
});
export const AskedOfAll = Asked.extend({ subject: Subject.exactOptional() });

export const GrantView = Grant.extend(counters);
export const GrantPage = pageOf(GrantView);

export const GiveCustomer = NewGrant.omit({ subject: true });
/** To whom: a customer, those on a plan, a segment, or everyone. */
export const Give = NewGrant;
export const Replace = NewTerms;
