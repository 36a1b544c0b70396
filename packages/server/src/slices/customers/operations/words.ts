import { Contact, Customer } from '@latchkey/model';
import { z } from 'zod';

const { shape } = Customer;

/** A zone that this machine's calendar knows, such as `Europe/Zurich`; empty for UTC. */
const TimeZone = shape.timeZone.refine(
  isTimeZone,
  'must be a time zone such as Europe/Zurich, or empty for UTC',
);

function isTimeZone(zone: string): boolean {
  if (zone === '') return true;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    // The platform knows no question for this, only an exception.
    return false;
  }
}

/** What can be said about a customer when it is made, and altered at any time. */
export const customerWords = {
  contacts: z.array(Contact).max(50).exactOptional(),
  timeZone: TimeZone.exactOptional(),
  owner: shape.owner.exactOptional(),
  tags: shape.tags.exactOptional(),
};
