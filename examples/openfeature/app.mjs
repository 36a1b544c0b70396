import { createClient } from '@latchkey/sdk';
import { LatchkeyProvider } from '@latchkey/sdk/openfeature-server';
import { OpenFeature, ProviderEvents } from '@openfeature/server-sdk';

const { LATCHKEY_ADDRESS = 'http://127.0.0.1:4400', LATCHKEY_SDK_KEY = '' } = process.env;
const [customer = 'acme', flag = 'exports'] = process.argv.slice(2);

const latchkey = createClient({ address: LATCHKEY_ADDRESS, sdkKey: LATCHKEY_SDK_KEY });
await OpenFeature.setProviderAndWait(new LatchkeyProvider(latchkey));
const flags = OpenFeature.getClient();
const tell = async () => {
  const { value, reason, flagMetadata } = await flags.getBooleanDetails(flag, false, {
    targetingKey: 'ada',
    customer,
  });
  console.log(
    `${flag} for ada of ${customer}: ${value ? 'on' : 'off'} (${reason}, ${flagMetadata['latchkey.reason']})`,
  );
};
await tell();
flags.addHandler(ProviderEvents.ConfigurationChanged, tell);
