import { turnFlag } from '../slices/flags/index.ts';
import { createGrant } from '../slices/grants/index.ts';
import type { Account } from './accounts.ts';
import { type Story, type Teller, ticket } from './chapter.ts';
import { emil, ida } from './people.ts';

const link = ticket('INC-482', 'Imports block the queue');

/** Yesterday an import blocked the queue: the kill switch is thrown, and those who waited get something for it. */
export function* incident(accounts: readonly Account[], { calendar, random }: Teller): Story {
  yield {
    at: calendar.moment(-1, 7, 12),
    by: emil,
    where: 'production',
    calls: [turnFlag({ flag: 'bulk-import', on: false })],
    comment: 'INC-482: imports block the queue for everybody. Off until the fix is out',
    links: [link],
  };
  const hit = random
    .shuffled(accounts.filter(({ plan, until }) => plan !== 'free' && (until === null || until > 30)))
    .slice(0, 4);
  for (const [index, { key, company }] of hit.entries()) {
    yield {
      at: calendar.moment(-1, 9, index * 7),
      by: ida,
      where: 'production',
      calls: [
        createGrant({
          subject: { kind: 'customer', key },
          feature: 'api-calls',
          origin: 'goodwill',
          effect: 'add',
          value: 20_000,
          reset: { every: 'month' },
          to: calendar.day(29),
          reason: 'Their import had to be sent again, which costs API calls.',
          links: [link],
        }),
      ],
      comment: `${company.name} lost a night of imports`,
      links: [link],
    };
  }
}
