import { advanceFeature } from '../slices/features/index.ts';
import { createGrant } from '../slices/grants/index.ts';
import { publishPlan } from '../slices/plans/index.ts';
import type { Account } from './accounts.ts';
import { type Story, type Teller, ticket } from './chapter.ts';
import { endOfTheTour } from './flags.ts';
import { cleo, emil, mira, otto } from './people.ts';
import { fairUse, ssoForSilver, withoutClassicReports } from './plans.ts';

/** What product and law decided for everybody: new editions, a sunset, a promotion, a country's rule. */
export function* catalogueOfTheYear(accounts: readonly Account[], { calendar, random }: Teller): Story {
  const { moment, day } = calendar;
  yield {
    at: moment(-200, 10),
    by: emil,
    where: 'project',
    calls: endOfTheTour,
    comment: 'Two percent finished the tour; the code is gone since release 48',
    links: [ticket('APP-311', 'Remove the welcome tour')],
  };
  yield {
    at: moment(-151, 10),
    by: mira,
    where: 'project',
    calls: fairUse,
    comment:
      'Gold gets a fair use of API calls; contracts that promise unlimited calls keep the first edition',
    links: [ticket('PRICE-12', 'Fair use for Gold')],
  };
  yield {
    at: moment(-150, 6),
    by: mira,
    where: 'production',
    calls: [publishPlan({ plan: 'gold', version: 2 })],
    comment: 'Fair use of API calls, as announced to all Gold customers',
    links: [ticket('PRICE-12', 'Fair use for Gold')],
  };
  yield {
    at: moment(-120, 15, 20),
    by: otto,
    where: 'production',
    calls: [
      createGrant({
        subject: { kind: 'segment', key: 'germany' },
        feature: 'session-recording',
        origin: 'legal',
        effect: 'deny',
        reason: 'Recording people at work needs the consent of their works council (BetrVG § 87).',
        links: [ticket('LEGAL-7', 'Session recording in Germany')],
      }),
    ],
    comment: 'Legal: no session recording for customers in Germany until the consent form is built',
    links: [ticket('LEGAL-7', 'Session recording in Germany')],
  };
  yield {
    at: moment(-100, 9, 45),
    by: mira,
    where: 'production',
    calls: [
      createGrant({
        subject: { kind: 'segment', key: 'regulated-industries' },
        feature: 'audit-log-retention',
        origin: 'legal',
        effect: 'set',
        value: 3_650,
        reason: 'Supervisors ask for records of up to ten years.',
        links: [ticket('LEGAL-9', 'Retention for regulated industries')],
      }),
    ],
    comment: 'Regulated industries keep their audit log for ten years',
    links: [ticket('LEGAL-9', 'Retention for regulated industries')],
  };
  yield {
    at: moment(-60, 10),
    by: mira,
    where: 'project',
    calls: [advanceFeature({ feature: 'classic-reports', state: 'deprecated' })],
    comment: 'Advanced reports do all that classic reports did; announced in the newsletter',
    links: [ticket('APP-402', 'Sunset of classic reports')],
  };
  const movers = random
    .shuffled(accounts.filter(({ plan, until }) => plan !== 'free' && (until === null || until > 60)))
    .slice(0, 12);
  yield {
    at: moment(-22, 16),
    by: cleo,
    where: 'production',
    calls: movers.map(({ key, company }, index) =>
      createGrant({
        subject: { kind: 'customer', key },
        feature: 'classic-reports',
        origin: 'goodwill',
        effect: 'allow',
        to: day(4 + index * 7),
        reason: `${company.name} moves its reports until then.`,
        links: [ticket('APP-402', 'Sunset of classic reports')],
      }),
    ),
    comment: 'Dates agreed with those who still print classic reports',
    links: [ticket('APP-402', 'Sunset of classic reports')],
  };
  yield {
    at: moment(-20, 9),
    by: mira,
    where: 'project',
    calls: [advanceFeature({ feature: 'classic-reports', state: 'sunset' }), ...withoutClassicReports],
    comment: 'Classic reports leave the plans; twelve customers have a later date of their own',
    links: [ticket('APP-402', 'Sunset of classic reports')],
  };
  yield {
    at: moment(-20, 9, 10),
    by: mira,
    where: 'production',
    calls: [
      publishPlan({ plan: 'free', version: 2 }),
      publishPlan({ plan: 'bronze', version: 2 }),
      publishPlan({ plan: 'silver', version: 2 }),
      publishPlan({ plan: 'gold', version: 3 }),
      publishPlan({ plan: 'gold-trial', version: 2 }),
    ],
    comment: 'Plans without classic reports',
    links: [ticket('APP-402', 'Sunset of classic reports')],
  };
  yield {
    at: moment(-4, 8),
    by: mira,
    where: 'production',
    calls: [
      createGrant({
        subject: { kind: 'plan', key: 'bronze' },
        feature: 'advanced-reports',
        origin: 'promotion',
        effect: 'allow',
        from: day(-4),
        to: day(10),
        reason: 'Two weeks of advanced reports for everybody on Bronze.',
        links: [ticket('MKT-88', 'Bronze fortnight')],
      }),
    ],
    comment: 'Bronze fortnight: see what Silver has',
    links: [ticket('MKT-88', 'Bronze fortnight')],
  };
  yield {
    at: moment(-2, 10),
    by: mira,
    where: 'project',
    calls: ssoForSilver,
    comment: 'Single sign-on comes down to Silver',
    links: [ticket('PRICE-19', 'Single sign-on for Silver')],
  };
  yield {
    at: moment(-2, 10, 15),
    by: mira,
    where: 'production',
    calls: [publishPlan({ plan: 'silver', version: 3, effectiveAt: day(7) })],
    comment: 'Single sign-on for Silver from next week, when the price list changes',
    links: [ticket('PRICE-19', 'Single sign-on for Silver')],
  };
}
