import type { OperationCall, Subscription } from '@latchkey/model';
import { activate } from '../slices/activations/index.ts';
import { addMembers } from '../slices/segments/index.ts';
import { createSubscription } from '../slices/subscriptions/index.ts';
import { type Calendar, type Story, soldIn, type Teller } from './chapter.ts';
import { type Company, people } from './companies.ts';
import { customer, keyOf, mailAt } from './customers.ts';
import { cleo, sam } from './people.ts';
import type { Random } from './random.ts';

type NewItem = Parameters<typeof createSubscription>[0]['items'][number];
type Paid = 'bronze' | 'silver' | 'gold';

/** One of the crowd: what it is, what it bought, and when. */
export interface Account {
  readonly key: string;
  readonly company: Company;
  readonly plan: 'free' | Paid;
  readonly signedOn: number;
  /** The first day on which it has it no more; null while it runs on. */
  readonly until: number | null;
  readonly calls: readonly OperationCall[];
}

const usualSeats: { readonly [P in Paid]: readonly [number, number] } = {
  bronze: [3, 15],
  silver: [10, 60],
  gold: [40, 400],
};

/** How many came along when the spreadsheets were given up; the others followed month by month. */
const firstDay = -340;
const firstCount = 96;
const monthCount = 9;

export const subscribe = (key: string, ...items: readonly NewItem[]): OperationCall =>
  createSubscription({ customer: key, state: 'active', items: [...items] });

export const accountsOf = (all: readonly Company[], teller: Teller): readonly Account[] =>
  all.map((company, index) => account(company, index < firstCount ? firstDay : monthOf(index), teller));

const monthOf = (index: number): number => -318 + 33 * (index % monthCount);

function account(company: Company, signedOn: number, { random, calendar }: Teller): Account {
  const key = keyOf(company.name);
  const plan = random.pick([
    'free',
    'free',
    'bronze',
    'bronze',
    'bronze',
    'silver',
    'silver',
    'gold',
  ] as const);
  const identity = { key, company, plan, signedOn };
  if (plan === 'free') {
    // Half of them never chose anything, and have what the environment gives to those.
    const chosen = random.chance(50) ? [subscribe(key, { plan, quantity: 1 })] : [];
    const calls = [customer(company, random, { tags: ['self-service'] }), ...chosen];
    return { ...identity, until: null, calls };
  }
  const until = endOf(signedOn, random);
  const to = until === null ? null : calendar.day(until);
  const items: NewItem[] = [{ plan, quantity: random.whole(...usualSeats[plan]), to }];
  if (random.chance(15)) items.push({ plan: 'extra-seats', quantity: random.whole(1, 4), to });
  return { ...identity, until, calls: [customer(company, random), subscribe(key, ...items)] };
}

/** Some contracts are over, some end within weeks, most run on, and some have no end. */
function endOf(signedOn: number, random: Random): number | null {
  const kind = random.whole(1, 100);
  if (kind <= 10 && signedOn < -60) return random.whole(signedOn + 30, -3);
  if (kind <= 24) return random.whole(3, 45);
  if (kind <= 75) return random.whole(60, 900);
  return null;
}

/** The crowd arrives, and some of it sits down. */
export function* growth(accounts: readonly Account[], { random, calendar }: Teller): Story {
  for (const day of [...new Set(accounts.map(({ signedOn }) => signedOn))].sort((a, b) => a - b)) {
    const arriving = accounts.filter(({ signedOn }) => signedOn === day);
    const sold = soldIn(
      yield {
        at: calendar.moment(day, 9, 15),
        by: sam,
        where: 'production',
        calls: arriving.flatMap(({ calls }) => calls),
        comment:
          day === firstDay
            ? `${arriving.length} customers moved over from the spreadsheets, with what they have bought`
            : `New business in ${monthIn(calendar, day)}`,
        links: [{ url: 'https://crm.example/reports/new-business', label: 'New business' }],
      },
    );
    const seated = random.shuffled(sold.filter(isPaid)).slice(0, day === firstDay ? 14 : 2);
    if (seated.length === 0) continue;
    yield {
      at: calendar.moment(day + 2, 14, 40),
      by: sam,
      where: 'production',
      calls: seated.flatMap((subscription) => seatsIn(subscription, random)),
      comment: 'Seats for the people whom the customers named',
    };
  }
  yield {
    at: calendar.moment(-90, 11),
    by: cleo,
    where: 'production',
    calls: [betaList(accounts, random)],
    comment: 'They answered the invitation to the beta programme',
    links: [{ url: 'https://docs.example/beta-programme', label: 'Beta programme' }],
  };
}

const isPaid = ({ items }: Subscription): boolean => items.some(({ plan }) => plan !== 'free');

/** Up to eight people of a customer, never more than have a seat. */
function seatsIn({ eId, customer: key, items }: Subscription, random: Random): readonly OperationCall[] {
  const [item] = items;
  if (key === null || !item) return [];
  return people(Math.min(item.quantity, random.whole(2, 8)), random).map(({ mailbox }) =>
    takeSeat(key, eId, item.pkId, mailAt(key, mailbox)),
  );
}

export const takeSeat = (key: string, eId: string, pkId: string, user: string): OperationCall =>
  activate({ customer: key, subscription: eId, pkId, subject: { kind: 'user', key: user } });

function betaList(accounts: readonly Account[], random: Random): OperationCall {
  const paying = accounts.filter(({ plan, signedOn }) => plan !== 'free' && signedOn < -90);
  const contextKeys = random
    .shuffled(paying)
    .slice(0, 18)
    .map(({ key }) => key);
  return addMembers({ segment: 'beta-customers', contextKind: 'customer', contextKeys });
}

const monthIn = (calendar: Calendar, day: number): string =>
  new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    calendar.moment(day, 0),
  );
