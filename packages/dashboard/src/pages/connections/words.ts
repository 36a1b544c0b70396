import type { Connection } from '@latchkey/model';
import type { ConnectionReply } from '../../api/replies.ts';
import type { Tone } from '../../ui/tone.ts';

type Platform = Connection['platform'];

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

export const healthWords = {
  waiting: { word: 'Nothing received yet', tone: 'info' },
  healthy: { word: 'Works', tone: 'good' },
  blocked: { word: 'Blocked', tone: 'warn' },
} as const satisfies Record<
  ConnectionReply['health']['state'],
  { readonly word: string; readonly tone: Tone }
>;

/** What became of an event. */
export const eventWords: Readonly<Record<string, { readonly word: string; readonly tone: Tone }>> = {
  received: { word: 'being read', tone: 'info' },
  applied: { word: 'taken in', tone: 'good' },
  ignored: { word: 'not for us', tone: 'neutral' },
  blocked: { word: 'waits', tone: 'warn' },
  failed: { word: 'failed', tone: 'bad' },
};

export type Offered = (typeof offered)[number]['platform'];

/** Where the address itself is the secret, there is none besides it. */
export const isSigned = (platform: Platform): boolean => platform !== 'split';
