import { startProgramme } from '../slices/programmes/index.ts';
import type { Account } from './accounts.ts';
import { contract, type Story, type Teller } from './chapter.ts';
import type { Company } from './companies.ts';
import { customer, keyOf } from './customers.ts';
import { sam } from './people.ts';

/** A trial lasts two weeks. */
const days = 14;

/** One company began to try Gold on each of the last days, so one trial ends on each of the coming ones. */
export function* trials(
  companies: readonly Company[],
  accounts: readonly Account[],
  { random, calendar }: Teller,
): Story {
  yield* addedTrials(accounts, { calendar });
  for (const [index, company] of companies.entries()) {
    const began = index - days;
    const { name, industry } = company;
    yield {
      at: calendar.moment(began, 10 + (index % 6), 5 * (index % 12)),
      by: sam,
      where: 'production',
      calls: [
        customer(company, random, { state: 'prospect', tags: ['trial'], owner: 'Sam' }),
        startProgramme({
          customer: keyOf(name),
          kind: 'trial',
          overlays: { plan: 'gold-trial' },
          seats: random.whole(5, 15),
          to: calendar.day(began + days + 1),
          owner: 'Sam',
          goals: [{ what: 'Three people use it every day', seats: 3 }, { what: 'Their own data is in' }],
        }),
      ],
      comment: `${name} tries Gold for two weeks; they compare us with two others in ${industry}`,
      links: [{ url: `https://crm.example/opportunities/${2_000 + index}`, label: 'Opportunity' }],
    };
  }
}

/** Customers who try one thing on top of what they have, shortly before the others began. */
function* addedTrials(accounts: readonly Account[], { calendar }: Pick<Teller, 'calendar'>): Story {
  const silver = accounts.filter(({ plan, until }) => plan === 'silver' && (until === null || until > 14));
  for (const [index, { key, company }] of silver.slice(0, 3).entries()) {
    yield {
      at: calendar.moment(-16 + index, 9, 50),
      by: sam,
      where: 'production',
      calls: [
        startProgramme({
          customer: key,
          kind: index === 0 ? 'poc' : 'trial',
          overlays: { features: ['sso'] },
          to: calendar.day(3 + index * 4),
          owner: 'Sam',
          goals: [{ what: 'It works with their directory' }],
        }),
      ],
      comment: `${company.name} tests single sign-on with its directory before it decides on Gold`,
      links: [contract(`offer-${3_100 + index}`)],
    };
  }
}
