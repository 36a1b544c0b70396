import type { OperationCall } from '@latchkey/model';
import { createCustomer } from '../slices/customers/index.ts';
import { type Company, people } from './companies.ts';
import type { Random } from './random.ts';

type NewCustomer = Parameters<typeof createCustomer>[0];

export const keyOf = (name: string): string => name.toLowerCase().replaceAll(' ', '-');

/** Mail never arrives there: `.example` is reserved (RFC 2606). */
export const mailAt = (key: string, mailbox: string): string => `${mailbox}@${key}.example`;

const contactRoles = ['Administrator', 'Purchasing', 'IT operations', 'Head of product'];

/** A company as Sam writes it down: with contacts, attributes, and the names that other systems have for it. */
export function customer(
  { name, industry, country }: Company,
  random: Random,
  more: Partial<NewCustomer> = {},
): OperationCall {
  const key = keyOf(name);
  const number = random.whole(10_000, 99_999);
  return createCustomer({
    key,
    name,
    identifiers: {
      externalId: random.uuid(),
      refId: `C-${number}`,
      crmId: `001${random.hex(12).toUpperCase()}`,
      ...(random.chance(60) && { stripe: `cus_${random.hex(14)}` }),
    },
    attributes: {
      industry,
      country: country.code,
      region: country.region,
      employees: random.whole(2, 80) ** 2,
    },
    contacts: people(random.whole(1, 3), random).map(({ name: who, mailbox }, index) => ({
      name: who,
      email: mailAt(key, mailbox),
      role: contactRoles[index] ?? 'User',
    })),
    timeZone: country.timeZone,
    owner: random.pick(['Sam', 'Cleo']),
    ...more,
  });
}
