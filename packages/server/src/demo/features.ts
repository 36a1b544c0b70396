import type { OperationCall } from '@latchkey/model';
import { createFeature, describeFeature } from '../slices/features/index.ts';

type NewFeature = Parameters<typeof createFeature>[0];

const feature = (
  key: string,
  name: string,
  kind: NewFeature['kind'],
  description: string,
  more: Partial<NewFeature> = {},
): OperationCall => createFeature({ key, name, kind, description, owner: 'Mira', ...more });

const support = { tags: ['service'], sentinel: { licenceModels: ['Support'] } };
const training = { tags: ['service'], sentinel: { licenceModels: ['Training'] } };

/** Services that people render, sold as any other feature (no code asks for them). */
const services = [
  feature('email-support', 'E-mail support', 'switch', 'Questions by e-mail.', {
    ...support,
    essential: true,
  }),
  feature('chat-support', 'Chat support', 'switch', 'Somebody answers in the chat on working days.', support),
  feature('support-response', 'Response time', 'level', 'How soon somebody answers.', {
    ...support,
    levels: ['next business day', '8 hours', '4 hours', '1 hour'],
  }),
  feature('sla', 'Guaranteed availability', 'number', 'Percent of a month, with credits if we miss it.', {
    ...support,
    unit: '% of a month',
  }),
  feature('success-manager', 'Success manager', 'switch', 'A person who knows the customer.', support),
  feature('training', 'Training', 'number', 'Hours a year with a trainer.', { ...training, unit: 'hours' }),
];

const counted = [
  feature('seats', 'Seats', 'number', 'People who can work in the application.', {
    unit: 'seats',
    seatBound: true,
  }),
  feature('projects', 'Projects', 'number', 'Projects that are open at the same time.', { unit: 'projects' }),
  feature('storage', 'Storage', 'number', 'Room for files.', { unit: 'GB' }),
  feature('api-calls', 'API calls', 'meter', 'Requests of programs, counted by month.', {
    unit: 'API calls',
    enforcement: 'soft',
  }),
];

const capabilities = [
  feature('exports', 'Exports', 'set', 'The formats in which reports can be taken away.'),
  feature('bulk-import', 'Bulk import', 'switch', 'Thousands of records from one file.', {
    flagKey: 'bulk-import',
  }),
  feature('session-recording', 'Session recording', 'switch', 'Watch how people use a page.', {
    flagKey: 'session-recording',
    failMode: 'deny',
    tags: ['privacy'],
  }),
  feature('ai-assistant', 'Assistant', 'switch', 'Answers questions about the customer’s own reports.', {
    flagKey: 'ai-assistant',
    state: 'beta',
  }),
  feature(
    'classic-reports',
    'Classic reports',
    'switch',
    'The reports of before; advanced reports replace them.',
    {
      flagKey: 'classic-reports',
    },
  ),
];

const forCompanies = [
  feature('sso', 'Single sign-on', 'switch', 'Sign in with the company’s own directory.', {
    flagKey: 'sso-login',
    tags: ['security'],
  }),
  feature('scim', 'Directory sync', 'switch', 'People come and go as the directory says.', {
    requires: ['sso'],
    tags: ['security'],
  }),
  feature('audit-log', 'Audit log', 'switch', 'Who did what in the application.', { tags: ['security'] }),
  feature('audit-log-retention', 'Audit log retention', 'number', 'How long the audit log goes back.', {
    unit: 'days',
    requires: ['audit-log'],
    tags: ['security'],
  }),
  feature('data-residency', 'Data residency', 'set', 'The regions to choose from for the data.', {
    tags: ['security'],
  }),
  feature('white-label', 'White label', 'config', 'The customer’s own colours, logo and address.', {
    merge: 'overlay',
  }),
];

export const featureCalls: readonly OperationCall[] = [
  ...services,
  ...counted,
  ...capabilities,
  ...forCompanies,
  // Born of its flag, which is tagged EntitledFeature; a flag says nothing about what is sold.
  describeFeature({
    feature: 'advanced-reports',
    description: 'Reports over any field, with comparisons between periods.',
    owner: 'Mira',
  }),
];
