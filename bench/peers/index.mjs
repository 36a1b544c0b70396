import { configCat } from './configcat.mjs';
import { flagd, flagdWithoutList } from './flagd.mjs';
import { growthBook } from './growthbook.mjs';
import { launchDarkly } from './launchdarkly.mjs';
import { statsig } from './statsig.mjs';
import { unleash } from './unleash.mjs';

/** What others need to answer the same questions: each is given the same environment and the same people, in its own form. */
export const peers = {
  '@launchdarkly/node-server-sdk': launchDarkly,
  '@growthbook/growthbook': growthBook,
  'unleash-client': unleash,
  'configcat-node': configCat,
  '@statsig/statsig-node-core': statsig,
  '@openfeature/flagd-core': flagd,
  'flagd-core, told who is in the list': flagdWithoutList,
};
