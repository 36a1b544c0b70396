import { type Activation, toInstant } from '@latchkey/model';
import { type RawBuilder, sql } from 'kysely';
import { ProblemError } from '../../kernel/changes/problem-error.ts';
import {
  activate,
  rehostActivation,
  renewActivation,
  revokeActivation,
} from '../../slices/activations/index.ts';
import {
  activationShown,
  BulkActivation,
  BulkRehost,
  BulkRevocation,
  Renewal,
  seatShown,
  subjectOf,
} from './activation-form.ts';
import { customersByKey } from './around.ts';
import { readBody, saysNothing } from './body.ts';
import { endOf } from './calendar.ts';
import { assertMay, edit, edited, made } from './edit.ts';
import { type Asked, created, type Desk, endpoint, ok } from './endpoint.ts';
import { zoneOf } from './entitlement-edits.ts';
import { assertPlainSearch } from './entitlement-search.ts';
import { invalid } from './failure.ts';
import {
  activationAddressed,
  assertMaySee,
  customerFilters,
  customerWanted,
  findActivation,
  findProductKey,
  ownerOf,
} from './find.ts';
import { assertKnown, listed, pageAsked, wanted } from './lists.ts';
import { loadPage } from './load.ts';

async function shown({ place, now }: Asked, { db }: Desk, all: readonly Activation[]) {
  const customers = await customersByKey(db.reader, place, all);
  return all.map((one) => activationShown(one, now, zoneOf(customers.get(one.customer) ?? null)));
}

/** Activations as they are now, in the order in which they were asked about. */
const again = async (asked: Asked, desk: Desk, aIds: readonly string[]) => {
  const all = await Promise.all(aIds.map((aId) => findActivation(asked, desk, aId)));
  return shown(asked, desk, all);
};

const oneAgain = async (asked: Asked, desk: Desk, aId: string) => ({
  activation: (await again(asked, desk, [aId]))[0],
});

const filters = ['aId', 'eId', 'pkId', 'state', 'activateeEmailId', 'fingerprint', ...customerFilters];

async function conditionsOf(asked: Asked, desk: Desk): Promise<readonly RawBuilder<boolean>[]> {
  const { query, now } = asked;
  assertKnown(query, filters);
  assertPlainSearch(asked);
  const conditions: RawBuilder<boolean>[] = [];
  const customer = await customerWanted(asked, desk, query);
  if (customer !== null) {
    assertMaySee(asked, 'activation', customer);
    conditions.push(sql<boolean>`parent = ${customer}`);
  }
  const fields = {
    aId: sql`id`,
    eId: sql`body ->> 'eId'`,
    pkId: sql`secondary`,
    activateeEmailId: sql`case when body -> 'subject' ->> 'kind' = 'user' then body -> 'subject' ->> 'key' end`,
    fingerprint: sql`case when body -> 'subject' ->> 'kind' = 'device' then body -> 'subject' ->> 'key' end`,
    state: sql`case when body ->> 'state' = 'revoked' then 'REVOKED'
      when body ->> 'to' <= ${toInstant(now)} then 'EXPIRED' else 'ACTIVE' end`,
  };
  for (const [name, field] of Object.entries(fields)) {
    const values = wanted(query, name);
    if (values) conditions.push(sql<boolean>`${field} = any(${values})`);
  }
  return conditions;
}

async function revoke(asked: Asked, desk: Desk, aIds: readonly string[]): Promise<void> {
  const calls = [];
  for (const aId of aIds) {
    const { customer } = await findActivation(asked, desk, aId);
    calls.push(revokeActivation({ activation: aId, customer }));
  }
  await edit(asked, desk, asked.place, calls);
}

export const activationEndpoints = [
  endpoint('GET', '/activations', async (asked, desk) => {
    assertMay(asked, 'activation.read', asked.place, 'activation/*');
    const conditions = await conditionsOf(asked, desk);
    const page = pageAsked(asked.query);
    const { items, count } = await loadPage(desk.db.reader, 'activation', asked.place, conditions, page);
    const all = items.map(({ body }) => body);
    return ok({ activations: listed('activation', await shown(asked, desk, all), count) });
  }),

  endpoint('POST', '/activations/bulkActivate', async (asked, desk) => {
    const said = readBody('bulkActivation', BulkActivation, asked.body);
    const keys = said.activationProductKeys.activationProductKey;
    if (keys.length === 0) throw invalid('Name a product key.', 'activationProductKeys');
    const calls = [];
    for (const { pkId, activationQuantity, fingerprints } of keys) {
      const { eId, customer } = (await findProductKey(asked, desk, pkId)).kept.body;
      if (customer === null)
        throw new ProblemError('subscription_not_active', 'It is a draft that nobody has yet.');
      const subject = subjectOf(fingerprints ? { fingerprints } : said);
      calls.push(activate({ customer, subscription: eId, pkId, subject, quantity: activationQuantity }));
    }
    const comment = keys.flatMap(({ activationComments }) => activationComments ?? []).join(' ');
    const applied = await edit(asked, desk, asked.place, calls, { comment });
    const all = await again(asked, desk, made(applied, 'activation'));
    return created({ activations: listed('activation', all) });
  }),

  endpoint('POST', '/activations/bulkRehost', async (asked, desk) => {
    const said = readBody('bulkRehost', BulkRehost, asked.body).activations.activation;
    const calls = [];
    for (const { aId, ...seat } of said) {
      const { customer } = await findActivation(asked, desk, aId);
      calls.push(rehostActivation({ activation: aId, customer, subject: subjectOf(seat) }));
    }
    await edit(asked, desk, asked.place, calls);
    const all = said.map(({ aId }) => aId);
    return ok({ activations: listed('activation', await again(asked, desk, all)) });
  }),

  endpoint('POST', '/activations/bulkMarkRevoke', async (asked, desk) => {
    const said = readBody('bulkMarkRevoke', BulkRevocation, asked.body).activations.activation;
    const aIds = said.map(({ aId }) => aId);
    await revoke(asked, desk, aIds);
    return edited(asked, async () => ({ activations: listed('activation', await again(asked, desk, aIds)) }));
  }),

  endpoint('GET', '/activations/{id}', async (asked, desk) =>
    ok(await oneAgain(asked, desk, (await activationAddressed(asked, desk)).aId)),
  ),

  endpoint('GET', '/activations/{id}/activatees', async (asked, desk) =>
    ok({
      activatees: seatShown(await activationAddressed(asked, desk)).activatees ?? listed('activatee', []),
    }),
  ),

  endpoint('POST', '/activations/{id}/renew', async (asked, desk) => {
    const { aId, customer } = await activationAddressed(asked, desk);
    const said = saysNothing(asked.body) ? null : readBody('activation', Renewal, asked.body);
    const timeZone = zoneOf(await ownerOf(asked, desk, customer));
    const to = said === null ? null : (endOf(said.expiry, toInstant(asked.now), timeZone) ?? null);
    await edit(asked, desk, asked.place, [renewActivation({ activation: aId, customer, to })]);
    return edited(asked, () => oneAgain(asked, desk, aId));
  }),

  endpoint('POST', '/activations/{id}/markRevoke', async (asked, desk) => {
    const { aId } = await activationAddressed(asked, desk);
    await revoke(asked, desk, [aId]);
    return edited(asked, () => oneAgain(asked, desk, aId));
  }),
];
