import { activationEndpoints } from './activations.ts';
import { applicationPropertyEndpoints } from './application-properties.ts';
import { contactEndpoints } from './contacts.ts';
import { customerEndpoints } from './customers.ts';
import type { Endpoint } from './endpoint.ts';
import { enforcementEndpoints } from './enforcements.ts';
import { entitlementEndpoints } from './entitlements.ts';
import { featureEndpoints } from './features.ts';
import { namespaceEndpoints } from './namespaces.ts';
import { productKeyEndpoints } from './product-keys.ts';
import { productEndpoints } from './products.ts';

/** Everything that is answered below `/ems/api/v5`, beside the look-up. */
export const endpoints: readonly Endpoint[] = [
  ...namespaceEndpoints,
  ...enforcementEndpoints,
  ...featureEndpoints,
  ...productEndpoints,
  ...customerEndpoints,
  ...contactEndpoints,
  ...entitlementEndpoints,
  ...productKeyEndpoints,
  ...activationEndpoints,
  ...applicationPropertyEndpoints,
];
