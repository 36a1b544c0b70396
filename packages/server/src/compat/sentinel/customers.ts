import { type Customer, CustomerKey, type OperationCall } from '@latchkey/model';
import { sql } from 'kysely';
import {
  archiveCustomer,
  createCustomer,
  describeCustomer,
  identifyCustomer,
  resumeCustomer,
  suspendCustomer,
} from '../../slices/customers/index.ts';
import { readBody } from './body.ts';
import {
  CustomerWords,
  contactShown,
  customerShown,
  identifierChanges,
  identifiersIn,
  NewCustomer,
  wordsIn,
} from './customer-form.ts';
import { assertMay, edit, edited } from './edit.ts';
import { type Asked, created, type Desk, endpoint, nothingLeft, ok } from './endpoint.ts';
import { invalid } from './failure.ts';
import { customerAddressed } from './find.ts';
import { assertKnown, listed, pageAsked, patternAsked, wanted } from './lists.ts';
import { loadOne, loadPage } from './load.ts';
import { textFits } from './text-fits.ts';

async function shownAgain({ place }: Asked, { db }: Desk, key: string) {
  const found = await loadOne(db.reader, 'customer', place, key);
  return { customer: found && customerShown(found) };
}

/** The key that a customer gets for good: the first of its names that can be one. */
function keyOf({ identifier, externalId, name }: ReturnType<typeof NewCustomer.parse>): string {
  const key = [identifier, externalId, name].find((one) => CustomerKey.safeParse(one).success);
  if (key !== undefined) return key;
  throw invalid('Give an identifier without slashes, question marks and number signs.', 'identifier');
}

const stateCalls = (customer: Customer, state: 'ENABLE' | 'DISABLE' | undefined): OperationCall[] => {
  const isOff = customer.state === 'suspended';
  if (state === 'DISABLE' && !isOff) return [suspendCustomer({ customer: customer.key })];
  return state === 'ENABLE' && isOff ? [resumeCustomer({ customer: customer.key })] : [];
};

const filters = ['id', 'name', 'identifier', 'externalId', 'refId', 'crmId', 'emailId', 'state'];

const fields = {
  id: sql<string>`id`,
  name: sql<string>`body ->> 'name'`,
  identifier: sql<string>`coalesce(body -> 'identifiers' ->> 'identifier', id)`,
  externalId: sql<string>`body -> 'identifiers' ->> 'externalId'`,
  refId: sql<string>`body -> 'identifiers' ->> 'refId'`,
  crmId: sql<string>`body -> 'identifiers' ->> 'crmId'`,
};

function conditionsOf({ query }: Asked) {
  assertKnown(query, filters);
  const pattern = patternAsked(query);
  const conditions = [sql<boolean>`secondary <> 'archived'`];
  for (const [name, field] of Object.entries(fields)) {
    const values = wanted(query, name);
    if (values) conditions.push(textFits(field, values, pattern));
  }
  const emails = wanted(query, 'emailId');
  if (emails) {
    const email = sql<string>`contact.value ->> 'email'`;
    conditions.push(
      sql<boolean>`exists (select from jsonb_array_elements(body -> 'contacts') as contact where ${textFits(email, emails, pattern)})`,
    );
  }
  const states = wanted(query, 'state');
  if (states) {
    const ours = states.flatMap((state) => (state === 'DISABLE' ? ['suspended'] : ['prospect', 'active']));
    conditions.push(sql<boolean>`secondary = any(${ours})`);
  }
  return conditions;
}

export const customerEndpoints = [
  endpoint('GET', '/customers', async (asked, { db }) => {
    assertMay(asked, 'customer.read', asked.place, 'customer/*');
    const conditions = conditionsOf(asked);
    const page = pageAsked(asked.query);
    const { items, count } = await loadPage(db.reader, 'customer', asked.place, conditions, page);
    return ok({ customers: listed('customer', items.map(customerShown), count) });
  }),

  endpoint('POST', '/customers', async (asked, desk) => {
    const said = readBody('customer', NewCustomer, asked.body);
    const key = keyOf(said);
    const made = createCustomer({ key, ...wordsIn(said), name: said.name, identifiers: identifiersIn(said) });
    const calls = said.state === 'DISABLE' ? [made, suspendCustomer({ customer: key })] : [made];
    await edit(asked, desk, asked.place, calls);
    return created(await shownAgain(asked, desk, key));
  }),

  endpoint('GET', '/customers/{id}', async (asked, desk) =>
    ok({ customer: customerShown(await customerAddressed(asked, desk)) }),
  ),

  endpoint('PATCH', '/customers/{id}', async (asked, desk) => {
    const { body: customer } = await customerAddressed(asked, desk);
    const said = readBody('customer', CustomerWords, asked.body);
    const words = wordsIn(said);
    const identifiers = identifierChanges(said);
    const calls = stateCalls(customer, said.state);
    if (Object.keys(words).length > 0) calls.push(describeCustomer({ customer: customer.key, ...words }));
    if (Object.keys(identifiers).length > 0)
      calls.push(identifyCustomer({ customer: customer.key, identifiers }));
    if (calls.length > 0) await edit(asked, desk, asked.place, calls);
    return edited(asked, () => shownAgain(asked, desk, customer.key));
  }),

  endpoint('DELETE', '/customers/{id}', async (asked, desk) => {
    const { body } = await customerAddressed(asked, desk);
    await edit(asked, desk, asked.place, [archiveCustomer({ customer: body.key })]);
    return nothingLeft;
  }),

  endpoint('GET', '/customers/{id}/contacts', async (asked, desk) => {
    const { body } = await customerAddressed(asked, desk);
    const contacts = body.contacts.map((one) => contactShown(one, body));
    return ok({ contacts: listed('contact', contacts) });
  }),
];
