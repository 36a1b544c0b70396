import { createClient } from '@latchkey/sdk';

/** Applications with the real SDK: each follows one customer and notes when its answer about a feature became another. */
const clients = [];
let seen = [];

const tell = {
  async open({ address, sdkKey, customer, count }) {
    for (let index = 0; index < count; index += 1) {
      // That the server goes away is part of the measurement, not worth a warning.
      const client = createClient({ address, sdkKey, folder: null, log: () => undefined });
      clients.push(client);
      const held = await client.customer(customer);
      held.onChange((changed) => {
        const moment = performance.timeOrigin + performance.now();
        for (const { feature } of changed) seen.push({ feature, moment });
      });
      await client.ready();
    }
    return clients.map((client) => client.status());
  },
  seen: ({ feature }) => ({
    moments: seen.filter((one) => one.feature === feature).map(({ moment }) => moment),
  }),
  forget() {
    seen = [];
  },
};

process.on('message', async (asked) => process.send((await tell[asked.what](asked)) ?? 'done'));

// Whoever asked is gone: so is the reason to run.
process.once('disconnect', () => process.exit(0));
