import { rehostActivation, revokeActivation } from '../slices/activations/index.ts';
import { archiveCustomer, suspendCustomer } from '../slices/customers/index.ts';
import { createGrant } from '../slices/grants/index.ts';
import { createSubscription } from '../slices/subscriptions/index.ts';
import { subscribe, takeSeat } from './accounts.ts';
import { brightwater } from './brightwater.ts';
import { contract, type Story, soldIn, type Teller, ticket } from './chapter.ts';
import { countryOf, people } from './companies.ts';
import { customer, mailAt } from './customers.ts';
import { cleo, ida, otto, sam } from './people.ts';

/** Customers that each show one thing; their names are easy to remember, for guides and tests. */
export const customersOfTheYear = (teller: Teller): readonly Story[] => [
  brightwater(teller),
  arvensis(teller),
  halden(teller),
  saltmarsh(teller),
  stonebridge(teller),
  quillbrook(teller),
  gone(teller),
  drafts(teller),
];

/** A group with departments: what the group has, all below it have. One contract is older than today's Gold. */
function* arvensis({ calendar, random }: Teller): Story {
  const { moment } = calendar;
  const country = countryOf('DE');
  const department = (name: string, industry: 'banking' | 'insurance' | 'software', parent: string) =>
    customer({ name, industry, country }, random, { parent, tags: ['group'] });
  yield {
    at: moment(-300, 9, 30),
    by: sam,
    where: 'production',
    calls: [
      customer({ name: 'Arvensis Group', industry: 'banking', country }, random, {
        tags: ['group', 'key-account'],
        owner: 'Sam',
      }),
      department('Arvensis Bank', 'banking', 'arvensis-group'),
      department('Arvensis Insurance', 'insurance', 'arvensis-group'),
      department('Arvensis Systems', 'software', 'arvensis-group'),
      department('Arvensis Systems Security', 'software', 'arvensis-systems'),
      subscribe('arvensis-bank', { plan: 'gold', version: 1, quantity: 400 }),
      subscribe('arvensis-insurance', { plan: 'silver', quantity: 120 }),
    ],
    comment: 'The Arvensis Group; the bank’s contract fixes the first edition of Gold',
    links: [contract('2077')],
  };
  yield {
    at: moment(-220, 14),
    by: otto,
    where: 'production',
    calls: [
      createGrant({
        subject: { kind: 'customer', key: 'arvensis-group' },
        feature: 'sso',
        origin: 'contract',
        effect: 'allow',
        reason: 'The frame contract gives single sign-on to every company of the group.',
        links: [contract('2077')],
      }),
      createGrant({
        subject: { kind: 'customer', key: 'arvensis-group' },
        feature: 'white-label',
        origin: 'contract',
        effect: 'set',
        value: { domain: true, footer: '' },
        priority: 10,
        reason: 'Their own address and no line of ours at the foot.',
        links: [contract('2077')],
      }),
    ],
    comment: 'What the frame contract promises to all of them',
    links: [contract('2077')],
  };
}

/** Not a customer yet: a proof of concept with three features and enough seats, for three weeks. */
function* halden({ calendar, random }: Teller): Story {
  const key = 'halden-grid';
  const to = calendar.day(16);
  const trying = { subject: { kind: 'customer', key }, origin: 'poc', to } as const;
  const reason = 'Proof of concept: sign-in with their directory and audit records for the regulator.';
  yield {
    at: calendar.moment(-5, 13, 30),
    by: sam,
    where: 'production',
    calls: [
      customer({ name: 'Halden Grid', industry: 'energy', country: countryOf('SE') }, random, {
        state: 'prospect',
        tags: ['poc'],
        owner: 'Sam',
      }),
      createGrant({ ...trying, feature: 'sso', effect: 'allow', reason }),
      createGrant({ ...trying, feature: 'audit-log', effect: 'allow', reason }),
      createGrant({ ...trying, feature: 'audit-log-retention', effect: 'set', value: 90, reason }),
      createGrant({ ...trying, feature: 'seats', effect: 'set', value: 25, reason }),
    ],
    comment: 'Proof of concept with Halden Grid; goals and people are in the paper',
    links: [{ url: 'https://docs.example/poc/halden-grid', label: 'Goals of the proof of concept' }],
  };
}

/** Every seat is taken; one moved to a colleague, one was given back and taken again. */
function* saltmarsh({ calendar, random }: Teller): Story {
  const key = 'saltmarsh-clinics';
  const { moment, day } = calendar;
  const [sold] = soldIn(
    yield {
      at: moment(-130, 10),
      by: sam,
      where: 'production',
      calls: [
        customer({ name: 'Saltmarsh Clinics', industry: 'healthcare', country: countryOf('US') }, random),
        subscribe(key, { plan: 'bronze', quantity: 6, to: day(12) }),
      ],
      comment: 'Saltmarsh Clinics, six people for five months',
      links: [contract('2150')],
    },
  );
  const [item] = sold?.items ?? [];
  if (!sold || !item) return;
  const users = people(8, random).map(({ mailbox }) => mailAt(key, mailbox));
  const sits = (user: string) => takeSeat(key, sold.eId, item.pkId, user);
  const seated = yield {
    at: moment(-129, 9),
    by: sam,
    where: 'production',
    calls: users.slice(0, 6).map(sits),
    comment: 'The people whom they named',
  };
  const [first, second] = (seated?.resources ?? []).filter(({ kind }) => kind === 'activation');
  const [newcomer, successor] = users.slice(6);
  if (!first || !second || !newcomer || !successor) return;
  yield {
    at: moment(-40, 15, 10),
    by: cleo,
    where: 'production',
    calls: [
      rehostActivation({ customer: key, activation: first.id, subject: { kind: 'user', key: newcomer } }),
    ],
    comment: 'A colleague left; the seat goes to the successor',
  };
  yield {
    at: moment(-6, 10, 50),
    by: ida,
    where: 'production',
    calls: [revokeActivation({ customer: key, activation: second.id })],
    comment: 'Signed in on a shared computer and could not give the seat back',
    links: [ticket('SUP-9120', 'Seat on a shared computer')],
  };
  yield {
    at: moment(-6, 11, 5),
    by: sam,
    where: 'production',
    calls: [sits(successor)],
    comment: 'Six of six are taken again; offered four more',
  };
}

/** They bought Gold by the year and have now asked for fewer seats, in a paper that is not signed yet. */
function* stonebridge({ calendar, random }: Teller): Story {
  const { moment, day } = calendar;
  yield {
    at: moment(-170, 9, 40),
    by: sam,
    where: 'production',
    calls: [
      customer({ name: 'Stonebridge Rail', industry: 'travel', country: countryOf('CH') }, random, {
        tags: ['key-account'],
      }),
      subscribe('stonebridge-rail', { plan: 'gold', quantity: 250, to: day(21) }),
    ],
    comment: 'Stonebridge Rail on Gold until the timetable changes',
    links: [contract('2118')],
  };
  yield {
    at: moment(-8, 14, 30),
    by: sam,
    where: 'production',
    calls: [
      createSubscription({
        customer: 'stonebridge-rail',
        state: 'draft',
        items: [{ plan: 'gold', quantity: 220, from: day(21), to: day(21 + 365) }],
      }),
    ],
    comment: 'Their renewal, ready for the day on which they sign',
    links: [contract('2118-renewal')],
  };
}

/** Did not pay. Nothing that they bought is touched; it waits. */
function* quillbrook({ calendar, random }: Teller): Story {
  yield {
    at: calendar.moment(-250, 10, 10),
    by: sam,
    where: 'production',
    calls: [
      customer({ name: 'Quillbrook Press', industry: 'media', country: countryOf('FR') }, random),
      subscribe('quillbrook-press', { plan: 'silver', quantity: 18 }),
    ],
    comment: 'Quillbrook Press on Silver',
    links: [contract('2093')],
  };
  yield {
    at: calendar.moment(-11, 9, 30),
    by: otto,
    where: 'production',
    calls: [suspendCustomer({ customer: 'quillbrook-press' })],
    comment: 'Three invoices open for 90 days; finance has written twice',
    links: [ticket('FIN-640', 'Open invoices of Quillbrook Press')],
  };
}

/** Some leave. */
function* gone({ calendar, random }: Teller): Story {
  yield {
    at: calendar.moment(-280, 11),
    by: sam,
    where: 'production',
    calls: [
      customer({ name: 'Wrenfield Journeys', industry: 'travel', country: countryOf('ES') }, random),
      subscribe('wrenfield-journeys', { plan: 'bronze', quantity: 4, to: calendar.day(-95) }),
    ],
    comment: 'Wrenfield Journeys on Bronze for half a year',
  };
  yield {
    at: calendar.moment(-80, 16),
    by: otto,
    where: 'production',
    calls: [archiveCustomer({ customer: 'wrenfield-journeys' })],
    comment: 'Closed their business; kept for the records',
  };
}

/** Offers that nobody has accepted yet, one of them still without a name. */
function* drafts({ calendar, random }: Teller): Story {
  yield {
    at: calendar.moment(-7, 15),
    by: sam,
    where: 'production',
    calls: [
      customer({ name: 'Kestrelmoor Couriers', industry: 'logistics', country: countryOf('NL') }, random, {
        state: 'prospect',
        owner: 'Sam',
      }),
      createSubscription({
        customer: 'kestrelmoor-couriers',
        state: 'draft',
        items: [
          { plan: 'silver', quantity: 25 },
          { plan: 'extra-seats', quantity: 1 },
        ],
      }),
      createSubscription({ customer: null, state: 'draft', items: [{ plan: 'gold', quantity: 50 }] }),
    ],
    comment: 'Two offers: one for Kestrelmoor Couriers, one for the stand at the fair',
    links: [{ url: 'https://crm.example/offers', label: 'Open offers' }],
  };
}
