import type { Connection } from '@latchkey/model';

/** What to do over there, step by step, in the words of the platform's own screens. */
export interface SetUp {
  readonly steps: readonly string[];
  /** What to paste where the platform asks which events to send; null where it does not. */
  readonly policy: string | null;
  readonly notes: readonly string[];
}

/** Without a policy LaunchDarkly sends changes in `production` alone. The tag narrows it to flags that are sold. */
export const launchDarklyPolicy = [
  { effect: 'allow', actions: ['*'], resources: ['proj/*:env/*:flag/*;EntitledFeature'] },
] as const;

const setUps: { readonly [P in Connection['platform']]?: SetUp } = {
  launchdarkly: {
    steps: [
      'In LaunchDarkly, open Integrations, find Webhooks and click Add integration.',
      'Give the webhook a name, and paste the address of this connection as its URL.',
      'Check Sign this webhook, and replace the secret with the one of this connection.',
      'Under Policy, add the statement below: without one, LaunchDarkly sends changes in production only.',
      'Agree to the Integration Terms and Conditions and click Save settings.',
      'Create a flag, then add the tag EntitledFeature to it, spelled exactly so: it appears here as a feature.',
    ],
    policy: JSON.stringify(launchDarklyPolicy, null, 2),
    notes: [
      'The key of the flag becomes the key of the feature; the name is shown beside it.',
      'With the resource proj/*:env/*:flag/* instead, every change of every flag is sent; then a tag that is taken away is noticed here for certain.',
      'Unsigned or wrongly signed messages are refused.',
    ],
  },
  split: {
    steps: [
      'In Split (Harness FME), open Admin settings, then Integrations.',
      'Add “Outgoing webhook (Audit logs)”, not the one for admin audit logs.',
      'Choose the project and tick its environments.',
      'Paste the address of this connection as the URL and save. There is no key: the address itself is the secret.',
    ],
    policy: null,
    notes: [
      'Every flag becomes a feature of the same name, whatever its tags.',
      'Killing, archiving or deleting a flag over there changes nothing here.',
    ],
  },
};

const none: SetUp = { steps: [], policy: null, notes: [] };

export const setUpOf = (platform: Connection['platform']): SetUp => setUps[platform] ?? none;
