import { createGrant } from '../slices/grants/index.ts';
import { changeQuantity, editSubscription } from '../slices/subscriptions/index.ts';
import { subscribe, takeSeat } from './accounts.ts';
import { contract, type Story, soldIn, type Teller, ticket } from './chapter.ts';
import { countryOf, people } from './companies.ts';
import { customer, mailAt } from './customers.ts';
import { cleo, ida, sam } from './people.ts';

/** The usual one: grew from Bronze to Silver, bought seats, and was helped after an outage. */
export function* brightwater({ calendar, random }: Teller): Story {
  const key = 'brightwater-foods';
  const { moment, day } = calendar;
  const [sold] = soldIn(
    yield {
      at: moment(-310, 10, 20),
      by: sam,
      where: 'production',
      calls: [
        customer({ name: 'Brightwater Foods', industry: 'retail', country: countryOf('GB') }, random, {
          tags: ['reference'],
          owner: 'Sam',
        }),
        subscribe(key, { plan: 'bronze', quantity: 12 }),
      ],
      comment: 'Brightwater Foods signed for Bronze',
      links: [contract('2041')],
    },
  );
  const [bronze] = sold?.items ?? [];
  if (!sold || !bronze) return;
  const [grown] = soldIn(
    yield {
      at: moment(-190, 13, 5),
      by: sam,
      where: 'production',
      calls: [
        editSubscription({
          customer: key,
          subscription: sold.eId,
          items: [{ pkId: bronze.pkId, state: 'closed' }],
          addItems: [{ plan: 'silver', quantity: 30, to: day(175) }],
        }),
      ],
      comment: 'From Bronze to Silver: a second team joins them',
      links: [contract('2041-b')],
    },
  );
  const silver = grown?.items.find(({ plan }) => plan === 'silver');
  if (!silver) return;
  yield {
    at: moment(-189, 8, 30),
    by: sam,
    where: 'production',
    calls: people(14, random).map(({ mailbox }) =>
      takeSeat(key, sold.eId, silver.pkId, mailAt(key, mailbox)),
    ),
    comment: 'The list of their people',
  };
  yield {
    at: moment(-75, 11, 40),
    by: cleo,
    where: 'production',
    calls: [
      changeQuantity({
        customer: key,
        subscription: sold.eId,
        items: [{ pkId: silver.pkId, quantity: 40 }],
      }),
    ],
    comment: 'Ten more seats for the season',
    links: [contract('2041-c')],
  };
  yield {
    at: moment(-3, 16, 25),
    by: ida,
    where: 'production',
    calls: [
      createGrant({
        subject: { kind: 'customer', key },
        feature: 'storage',
        origin: 'goodwill',
        effect: 'add',
        value: 100,
        to: day(60),
        reason: 'Two hours without reports on their busiest day.',
        links: [ticket('INC-471', 'Reports were down')],
      }),
    ],
    comment: 'Sorry for INC-471: room for the files that they had to keep twice',
    links: [ticket('INC-471', 'Reports were down')],
  };
  // Beyond what sales decides alone since yesterday, so it waits for approval.
  yield {
    at: moment(-1, 18, 40),
    by: sam,
    where: 'production',
    calls: [
      changeQuantity({
        customer: key,
        subscription: sold.eId,
        items: [{ pkId: silver.pkId, quantity: 90 }],
      }),
    ],
    comment: 'Their shops in Leeds and Hull join them: fifty more seats at the old price',
    links: [contract('2041-d')],
  };
}
