import { init } from '@launchdarkly/node-server-sdk';

/** Applications with LaunchDarkly's own SDK: each evaluates one flag all the time and notes when its answer became another. */
const everyMilliseconds = 5;
const context = { kind: 'user', key: 'ada' };
const silent = { error() {}, warn() {}, info() {}, debug() {} };
let seen = [];
let evaluations = 0;
let errors = 0;

async function follow(address, key) {
  const uri = `${address}/ld`;
  const client = init(key, { baseUri: uri, streamUri: uri, eventsUri: uri, logger: silent });
  await client.waitForInitialization({ timeout: 10 });
  let before = null;
  setInterval(async () => {
    const { value, reason } = await client.variationDetail('guard', context, null);
    evaluations += 1;
    if (reason.kind === 'ERROR' || value === null) errors += 1;
    if (before !== null && value !== before) {
      seen.push({ value, moment: performance.timeOrigin + performance.now() });
    }
    before = value;
  }, everyMilliseconds);
}

const tell = {
  async open({ address, key, count }) {
    for (let index = 0; index < count; index += 1) await follow(address, key);
  },
  seen: ({ value }) => ({
    moments: seen.filter((one) => one.value === value).map(({ moment }) => moment),
  }),
  forget() {
    seen = [];
  },
  standing: () => ({ evaluations, errors }),
};

process.on('message', async (asked) => process.send((await tell[asked.what](asked)) ?? 'done'));

// Whoever asked is gone: so is the reason to run.
process.once('disconnect', () => process.exit(0));
