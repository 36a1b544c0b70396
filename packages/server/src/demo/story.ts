import { accountsOf, growth } from './accounts.ts';
import { catalogueOfTheYear } from './catalogue-of-the-year.ts';
import type { Calendar, Story, Teller } from './chapter.ts';
import { companies } from './companies.ts';
import { credentials, type Keys } from './credentials.ts';
import { customersOfTheYear } from './customers-of-the-year.ts';
import { founding } from './founding.ts';
import { incident } from './incident.ts';
import { seeded } from './random.ts';
import { trials } from './trials.ts';

/** Where chance begins. Another number is another demo. */
const seed = 20_260_301;

/** Companies besides those that have a story of their own. */
const crowd = 168;
const triers = 14;

/** A year of a company that sells an application in plans, up to today. */
export function story(calendar: Calendar, now: number, keys: Keys): Story {
  const random = seeded(seed);
  const teller: Teller = { random, calendar, now };
  const names = companies(crowd + triers, random);
  const accounts = accountsOf(names.slice(0, crowd), teller);
  return interleaved([
    founding(teller),
    growth(accounts, teller),
    catalogueOfTheYear(accounts, teller),
    ...customersOfTheYear(teller),
    trials(names.slice(crowd), accounts, teller),
    incident(accounts, teller),
    credentials(keys, teller),
  ]);
}

/** Many threads as one, in order of time; each is told what became of its own chapters. */
export function* interleaved(threads: readonly Story[]): Story {
  const open = threads.map((thread) => ({ thread, next: thread.next() }));
  for (;;) {
    let earliest: (typeof open)[number] | null = null;
    let at = Number.POSITIVE_INFINITY;
    for (const one of open) {
      if (one.next.done || one.next.value.at >= at) continue;
      earliest = one;
      at = one.next.value.at;
    }
    if (!earliest || earliest.next.done) return;
    earliest.next = earliest.thread.next(yield earliest.next.value);
  }
}
