import { accountsOf, growth } from './accounts.ts';
import { catalogueOfTheYear } from './catalogue-of-the-year.ts';
import type { Calendar, Story, Teller } from './chapter.ts';
import { companies } from './companies.ts';
import { credentials, type Keys } from './credentials.ts';
import { customersOfTheYear } from './customers-of-the-year.ts';
import { founding } from './founding.ts';
import { guardrails } from './guardrails.ts';
import { incident } from './incident.ts';
import { interleaved } from './interleave.ts';
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
    guardrails(teller),
    growth(accounts, teller),
    catalogueOfTheYear(accounts, teller),
    ...customersOfTheYear(teller),
    trials(names.slice(crowd), accounts, teller),
    incident(accounts, teller),
    credentials(keys, teller),
  ]);
}
