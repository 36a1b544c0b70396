import { CustomerKey, Id, Instant, Licence, LicenceKey } from '@latchkey/model';
import { z } from 'zod';
import { pageOf, pageQuery } from '../../kernel/http/paging.ts';
import { counters } from '../projects/index.ts';

export const OfCustomer = z.strictObject({ customer: CustomerKey });
export const OneLicence = z.strictObject({ licence: Id });
export const OneKey = z.strictObject({ key: Id });
export const Asked = z.strictObject(pageQuery);

const { graceDays, device } = Licence.shape;

export const IssueLicence = z.strictObject({
  /** When the file must have been replaced by the next one. */
  to: Instant,
  from: Instant.exactOptional(),
  graceDays: graceDays.default(14),
  device: device.default(null),
});

export const LicenceView = Licence.omit({ sealed: true }).extend(counters);
export const LicencePage = pageOf(LicenceView);
/** `file` is what the application reads, `name` what it may be saved as. */
export const LicenceFile = z.object({ name: z.string(), file: z.string() });

export const KeyView = LicenceKey.omit({ sealed: true }).extend(counters);
export const KeyPage = pageOf(KeyView);
