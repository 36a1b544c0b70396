/**
 * An entitlement decides whether the flag platform is asked at all: off, and the platform is left in peace; on, and the
 * platform's decision counts. `node app.mjs <customer> <feature>…`
 */
const { LATCHKEY_ADDRESS = 'http://127.0.0.1:4400', LATCHKEY_CLIENT_KEY = '' } = process.env;
const [customer = 'acme', ...named] = process.argv.slice(2);
const features = named.length > 0 ? named : ['exports'];

/** Stands for LaunchDarkly, Split or any other: every flag it has is on for keys that end in an even digit. */
const platformFlags = new Set(features);
let asked = 0;
function flagPlatform(flag, user) {
  asked += 1;
  return platformFlags.has(flag) && Number(user.at(-1)) % 2 === 0;
}

/** What the customer is entitled to, in the shape of Sentinel's `entitledFeatures`. */
async function entitledFeatures() {
  const question = `${LATCHKEY_ADDRESS}/ems/api/v5/entitledFeatures?customerIdentifier=${encodeURIComponent(customer)}`;
  const reply = await fetch(question, { headers: { 'X-API-Key': LATCHKEY_CLIENT_KEY } });
  if (!reply.ok) throw new Error(`The look-up answered ${reply.status}: ${await reply.text()}`);
  return (await reply.json()).entitledFeatures;
}

const entitled = new Set((await entitledFeatures()).filter(({ enabled }) => enabled).map(({ name }) => name));

for (const feature of features) {
  for (const user of ['user-1', 'user-2']) {
    const before = asked;
    const isOn = entitled.has(feature) && flagPlatform(feature, user);
    const why = asked === before ? 'not entitled, platform not asked' : 'entitled, platform decided';
    console.log(`${feature} for ${user}: ${isOn ? 'on' : 'off'} (${why})`);
  }
}
