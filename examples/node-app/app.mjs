import { createClient } from '@latchkey/sdk';

const { LATCHKEY_ADDRESS = 'http://127.0.0.1:4400', LATCHKEY_SDK_KEY = '' } = process.env;
const [customer = 'acme', feature = 'exports'] = process.argv.slice(2);

const latchkey = createClient({ address: LATCHKEY_ADDRESS, sdkKey: LATCHKEY_SDK_KEY });
const { state, lastError } = await latchkey.ready();
console.log(`Latchkey is ${state}${lastError ? `: ${lastError.message}` : ''}`);
const them = await latchkey.customer(customer);
console.log(them.explain(feature).sentence);
them.onChange((changed) => {
  for (const { feature } of changed) console.log(new Date().toISOString(), them.explain(feature).sentence);
});
