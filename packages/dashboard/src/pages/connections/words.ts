import type { Connection } from '@latchkey/model';

export type Platform = Connection['platform'];

export const platformWords = {
  launchdarkly: 'LaunchDarkly',
  split: 'Split',
  stripe: 'Stripe',
  chargebee: 'Chargebee',
  recurly: 'Recurly',
  zuora: 'Zuora',
  salesforce: 'Salesforce',
} as const satisfies Record<Platform, string>;

/** What can be connected by hand now, with what it brings. */
export const offered = [
  {
    platform: 'launchdarkly',
    brings: 'Flags tagged “EntitledFeature” become features. Signed with a secret.',
  },
  { platform: 'split', brings: 'Every flag becomes a feature. Its address is the secret.' },
] as const satisfies readonly { readonly platform: Platform; readonly brings: string }[];

/** How to set it up over there, step by step. */
export const steps: Readonly<Partial<Record<Platform, readonly string[]>>> = {
  launchdarkly: [
    'In LaunchDarkly, open Organization settings → Integrations and search for “Webhooks”.',
    'Choose “Add integration” and give it a name, such as Latchkey.',
    'Paste the URL from here.',
    'Tick “Sign this webhook” and paste the secret from here.',
    'Under “Policy”, allow resources proj/*:env/*:flag/* and actions *, so that only flags are sent.',
    'Save. Then tag a flag “EntitledFeature”, spelled exactly so: it appears under Features by itself.',
  ],
  split: [
    'In Split, open Admin settings → Integrations and find “Outgoing webhook (Audit logs)”.',
    'Choose the project and tick the environments whose flags you sell.',
    'Paste the URL from here. It contains the secret: keep it to yourself.',
    'Save. Create a flag: it appears under Features by its name, whatever its tags.',
  ],
};
