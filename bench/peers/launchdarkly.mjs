import { init } from '@launchdarkly/node-server-sdk';
import { TestData } from '@launchdarkly/node-server-sdk/integrations';

/** Its own data model is what the environment is written in; its buckets are ours. */
export async function launchDarkly({ flags, segments }, people) {
  const data = new TestData();
  for (const flag of Object.values(flags)) await data.usePreconfiguredFlag(flag);
  for (const segment of Object.values(segments)) await data.usePreconfiguredSegment(segment);
  const logger = { error() {}, warn() {}, info() {}, debug() {} };
  const client = init('sdk-key', { updateProcessor: data.getFactory(), sendEvents: false, logger });
  await client.waitForInitialization({ timeout: 10 });
  return {
    hasSameBuckets: true,
    isOn: (flag, person) => client.boolVariation(flag, people[person], false),
    detail: (flag, person) => client.variationDetail(flag, people[person], false),
    close: () => client.close(),
  };
}
