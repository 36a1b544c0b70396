import { z } from 'zod';
import { Attributes } from './json.ts';
import { CustomerKey, Name, Tags, text } from './keys.ts';

/** Names that other systems know a customer by. `externalId` and `identifier` belong to one customer only. */
export const Identifiers = z.strictObject({
  externalId: text(200).optional(),
  identifier: text(200).optional(),
  refId: text(200).optional(),
  crmId: text(200).optional(),
  stripe: text(200).optional(),
});
export type Identifiers = z.infer<typeof Identifiers>;
export type IdentifierKind = keyof Identifiers;

export const Contact = z.strictObject({
  name: text(200),
  email: z.email().max(254),
  role: text(100).optional(),
});
export type Contact = z.infer<typeof Contact>;

/** The organisation or person that holds rights. */
export const Customer = z.strictObject({
  key: CustomerKey,
  name: Name,
  identifiers: Identifiers,
  /** A department's or daughter company's parent; grants flow down, at most five levels. */
  parent: CustomerKey.nullable(),
  attributes: Attributes,
  contacts: z.array(Contact).max(50),
  /** IANA zone in which "until 31 March" ends. */
  timeZone: text(60),
  owner: text(200).nullable(),
  tags: Tags,
  state: z.enum(['prospect', 'active', 'suspended', 'archived']),
});
export type Customer = z.infer<typeof Customer>;
