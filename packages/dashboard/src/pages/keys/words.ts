import type { EnvironmentKeyKind } from '@latchkey/model';

export const kindWords = {
  sdk: { word: 'SDK key', about: 'For your servers: decides locally, stays secret.' },
  'client-application': {
    word: 'Client application key',
    about: 'For applications that look up the entitled features of one customer a request.',
  },
  mobile: { word: 'Mobile key', about: 'For phones: only flags that are marked for them.' },
} as const satisfies Record<EnvironmentKeyKind, { readonly word: string; readonly about: string }>;

/** A request that can be pasted into a terminal. Customer and key are left for the person to put in. */
export const exampleLookUp = (endpoint: string): string =>
  `curl "${endpoint}?customerIdentifier=CUSTOMER" -H "X-API-Key: KEY"`;
