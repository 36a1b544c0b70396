import type { Attributes, Contact, Customer } from '@latchkey/model';
import { z } from 'zod';
import { listOf, NamedValues } from './body.ts';
import { minuteShown } from './calendar.ts';
import { listed } from './lists.ts';
import type { Loaded } from './load.ts';

const contactWords = { name: z.string().default(''), contactType: z.string().default('') };
export const NewContact = z.strictObject({ emailId: z.string(), ...contactWords });

const words = {
  identifier: z.string().exactOptional(),
  externalId: z.string().exactOptional(),
  refId: z.string().exactOptional(),
  crmId: z.string().exactOptional(),
  description: z.string().exactOptional(),
  timeZoneId: z.string().exactOptional(),
  customAttributes: NamedValues.exactOptional(),
  contacts: listOf('contact', NewContact).exactOptional(),
  state: z.enum(['ENABLE', 'DISABLE']).exactOptional(),
};
export const NewCustomer = z.strictObject({ name: z.string(), ...words });
export const CustomerWords = z.strictObject({ name: z.string().exactOptional(), ...words });
type Words = z.infer<typeof CustomerWords>;

const identifierKinds = ['identifier', 'externalId', 'refId', 'crmId'] as const;

/** The names by which other systems know it; an empty one is none. */
export const identifiersIn = (said: Words) =>
  Object.fromEntries(identifierKinds.flatMap((kind) => (said[kind] ? [[kind, said[kind]]] : [])));

/** The same for an edit, where an empty name is forgotten. */
export const identifierChanges = (said: Words) =>
  Object.fromEntries(
    identifierKinds.flatMap((kind) => (said[kind] === undefined ? [] : [[kind, said[kind] || null]])),
  );

export function wordsIn({ name, description, timeZoneId, customAttributes, contacts }: Words) {
  const attributes: Record<string, string> = Object.fromEntries(
    (customAttributes?.customAttribute ?? []).map((one) => [one.name, one.value]),
  );
  if (description !== undefined) attributes['description'] = description;
  return {
    ...(name !== undefined && { name }),
    ...(timeZoneId !== undefined && { timeZone: timeZoneId }),
    ...(Object.keys(attributes).length > 0 && { attributes }),
    ...(contacts && { contacts: contacts.contact.map(contactOf) }),
  };
}

/** A contact's type is its role here; the usual one is none. */
export const contactOf = ({ emailId, name, contactType }: z.infer<typeof NewContact>): Contact => ({
  name: name === '' ? emailId : name,
  email: emailId,
  ...(contactType !== '' && contactType !== usualType && { role: contactType }),
});

const usualType = 'STANDARD';

/** Contacts have no ids of their own: whose they are and their address name them. */
const contactId = (customer: string, email: string): string =>
  Buffer.from(JSON.stringify([customer, email])).toString('base64url');

export const contactShown = ({ email, name, role }: Contact, customer: Customer) => ({
  id: contactId(customer.key, email),
  emailId: email,
  name,
  contactType: role ?? usualType,
  state: 'ENABLE',
  customer: customerNamed(customer),
});

/** A customer where it is only named. */
export const customerNamed = ({ key, name, identifiers }: Customer) => ({
  id: key,
  identifier: identifiers.identifier ?? key,
  ...(identifiers.externalId !== undefined && { externalId: identifiers.externalId }),
  name,
});

const written = (value: Attributes[string]): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

export function customerShown({ body, createdAt, updatedAt }: Loaded<Customer>) {
  const { identifiers, attributes, contacts, timeZone, state } = body;
  const { description, ...others } = attributes;
  const custom = Object.entries(others).map(([name, value]) => ({ name, value: written(value) }));
  return {
    ...customerNamed(body),
    ...(identifiers.refId !== undefined && { refId: identifiers.refId }),
    ...(identifiers.crmId !== undefined && { crmId: identifiers.crmId }),
    description: description === undefined ? '' : written(description),
    timeZoneId: timeZone,
    state: state === 'suspended' || state === 'archived' ? 'DISABLE' : 'ENABLE',
    contacts: listed(
      'contact',
      contacts.map((one) => contactShown(one, body)),
    ),
    customAttributes: listed('customAttribute', custom),
    creationDate: minuteShown(createdAt),
    lastModifiedDate: minuteShown(updatedAt),
  };
}
