import type { OperationCall } from '@latchkey/model';
import { createCustomer } from '../slices/customers/index.ts';
import { publishPlan } from '../slices/plans/index.ts';
import { createProject, describeEnvironment } from '../slices/projects/index.ts';
import { subscribe } from './accounts.ts';
import type { Story, Teller } from './chapter.ts';
import { featureCalls } from './features.ts';
import { flagCalls, targetingInProduction, targetingInStaging } from './flags.ts';
import { demo, emil, invitations, mira, otto, sam } from './people.ts';
import { firstVersions, planCalls } from './plans.ts';
import { segmentCalls } from './segments.ts';

const publishFirst: readonly OperationCall[] = [
  ...['free', 'bronze', 'silver', 'gold', 'extra-seats', 'gold-trial'].map((plan) =>
    publishPlan({ plan, version: 1 }),
  ),
];

const testCustomers = ['free', 'silver', 'gold'].flatMap((plan) => [
  createCustomer({ key: `test-${plan}`, name: `Test customer on ${plan}`, tags: ['test'] }),
  subscribe(`test-${plan}`, { plan, quantity: 10 }),
]);

/** The first days: people, the project, what is built and what is sold. */
export function* founding({ calendar, random }: Teller): Story {
  const at = (hour: number, minute = 0): number => calendar.moment(-365, hour, minute);
  yield {
    at: at(8),
    by: demo,
    where: 'installation',
    calls: invitations,
    comment: 'The people of the demo',
  };
  yield {
    at: at(8, 20),
    by: otto,
    where: 'installation',
    calls: [
      createProject({
        key: 'demo',
        name: 'Demo',
        description: 'An application for reports, sold in plans. Everything here is invented.',
        environments: [
          { key: 'production', name: 'Production', color: 'red', clientSideId: random.hex(24) },
          { key: 'staging', name: 'Staging', color: 'teal', clientSideId: random.hex(24) },
        ],
      }),
    ],
    comment: 'One project for the application, with the two stages that it runs in',
  };
  yield {
    at: at(9),
    by: emil,
    where: 'project',
    calls: flagCalls,
    comment: 'The flags that the application asks for today',
    links: [{ url: 'https://code.example/app/flags', label: 'Where the code asks' }],
  };
  yield {
    at: at(10),
    by: mira,
    where: 'project',
    calls: [...segmentCalls, ...featureCalls],
    comment: 'What we sell, as on the pricing page',
    links: [{ url: 'https://www.example/pricing', label: 'Pricing page' }],
  };
  yield {
    at: at(11),
    by: mira,
    where: 'project',
    calls: [...planCalls, ...firstVersions],
    comment: 'Free, Bronze, Silver and Gold, each on top of the one below',
    links: [{ url: 'https://www.example/pricing', label: 'Pricing page' }],
  };
  yield {
    at: at(13),
    by: mira,
    where: 'staging',
    calls: publishFirst,
    comment: 'To try the plans before anybody sees them',
  };
  yield {
    at: at(13, 30),
    by: emil,
    where: 'staging',
    calls: targetingInStaging,
    comment: 'Everything on, for testing',
  };
  yield {
    at: at(13, 40),
    by: sam,
    where: 'staging',
    calls: testCustomers,
    comment: 'One test customer for each step of the pricing page',
  };
  yield {
    at: at(15),
    by: mira,
    where: 'production',
    calls: publishFirst,
    comment: 'The plans go on sale',
  };
  yield {
    at: at(15, 10),
    by: otto,
    where: 'production',
    calls: [describeEnvironment({ environment: 'production', defaultPlan: 'free' })],
    comment: 'Whoever has bought nothing has Free',
  };
  yield {
    at: at(15, 30),
    by: emil,
    where: 'production',
    calls: targetingInProduction,
    comment: 'As it was before: kill switches on, new things for some',
  };
}
