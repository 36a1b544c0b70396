import type { Contact, Customer } from '@latchkey/model';
import { z } from 'zod';
import { describeCustomer } from '../../slices/customers/index.ts';
import { addressIn, addressOf } from './address.ts';
import { Reference, readBody } from './body.ts';
import { contactOf, contactShown, NewContact } from './customer-form.ts';
import { edit, edited } from './edit.ts';
import { type Asked, created, type Desk, endpoint, nothingLeft, ok, param } from './endpoint.ts';
import { EmsFailure, invalid, notFound } from './failure.ts';
import { customerNames, findCustomer, untilUndisturbed } from './find.ts';
import { assertKnown, pageOf, single } from './lists.ts';
import type { Loaded } from './load.ts';

const NewFreeContact = NewContact.extend({ customer: Reference });
const ContactWords = z.strictObject({
  emailId: z.string().exactOptional(),
  name: z.string().exactOptional(),
  contactType: z.string().exactOptional(),
});

interface Found {
  readonly customer: Loaded<Customer>;
  readonly contact: Contact;
}

/** A contact by its e-mail address, or by the id that names its customer as well. */
async function find(asked: Asked, desk: Desk): Promise<Found> {
  const { by, value } = addressOf(param(asked, 'id'), ['id', 'emailId']);
  const [key, email] = by === 'id' ? partsOf(value) : [null, value];
  const address = key === null ? { by: 'emailId', value: email } : { by: 'id', value: key };
  const customer = await findCustomer(asked, desk, address);
  const contact = customer.body.contacts.find((one) => one.email === email);
  if (!contact) throw notFound(`There is no contact ${email}.`);
  return { customer, contact };
}

const Parts = z.tuple([z.string(), z.string()]);

function partsOf(id: string): readonly [string, string] {
  try {
    return Parts.parse(JSON.parse(Buffer.from(id, 'base64url').toString('utf8')));
  } catch {
    // Whatever is no id of ours names nobody.
    throw notFound(`There is no contact ${id}.`);
  }
}

/** Replaces the contacts of a customer by what they become, unless somebody was faster. */
async function keep(
  asked: Asked,
  desk: Desk,
  { body, version }: Loaded<Customer>,
  contacts: readonly Contact[],
): Promise<void> {
  const twice = contacts.find((one, at) => contacts.findIndex(({ email }) => email === one.email) < at);
  if (twice)
    throw new EmsFailure(400, 'key_taken', `${body.name} has a contact ${twice.email} already.`, 'emailId');
  const basedOn = { kind: 'customer', id: body.key, version };
  const call = describeCustomer({ customer: body.key, contacts: [...contacts] });
  await edit(asked, desk, asked.place, [call], { basedOn });
}

export const contactEndpoints = [
  endpoint('GET', '/contacts', async (asked, desk) => {
    assertKnown(asked.query, ['emailId', 'customer']);
    const email = single(asked.query, 'emailId');
    const named = single(asked.query, 'customer');
    if (email === null && named === null)
      throw invalid('Say whose contacts: emailId, or customer=identifier=….', 'customer');
    const address = named === null ? { by: 'emailId', value: email ?? '' } : addressOf(named, customerNames);
    const { body } = await findCustomer(asked, desk, address);
    const contacts = body.contacts.filter((one) => email === null || one.email === email);
    return pageOf(['contacts', 'contact'], contacts, asked.query, (one) => contactShown(one, body));
  }),

  endpoint('POST', '/contacts', async (asked, desk) => {
    const { customer: whose, ...said } = readBody('contact', NewFreeContact, asked.body);
    const address = addressIn(whose, customerNames, 'customer');
    const contact = contactOf(said);
    return untilUndisturbed(async () => {
      const customer = await findCustomer(asked, desk, address);
      await keep(asked, desk, customer, [...customer.body.contacts, contact]);
      return created({ contact: contactShown(contact, customer.body) });
    });
  }),

  endpoint('GET', '/contacts/{id}', async (asked, desk) => {
    const { customer, contact } = await find(asked, desk);
    return ok({ contact: contactShown(contact, customer.body) });
  }),

  endpoint('PATCH', '/contacts/{id}', async (asked, desk) => {
    const said = readBody('contact', ContactWords, asked.body);
    return untilUndisturbed(async () => {
      const { customer, contact } = await find(asked, desk);
      const { email: emailId, name, role: contactType = '' } = contact;
      const after = contactOf({ emailId, name, contactType, ...said });
      const others = customer.body.contacts.map((one) => (one === contact ? after : one));
      await keep(asked, desk, customer, others);
      return edited(asked, async () => ({ contact: contactShown(after, customer.body) }));
    });
  }),

  endpoint('DELETE', '/contacts/{id}', (asked, desk) =>
    untilUndisturbed(async () => {
      const { customer, contact } = await find(asked, desk);
      const left = customer.body.contacts.filter((one) => one !== contact);
      await keep(asked, desk, customer, left);
      return nothingLeft;
    }),
  ),
];
