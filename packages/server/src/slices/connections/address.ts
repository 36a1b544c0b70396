import type { Connection } from '@latchkey/model';

/** Where a platform sends its events. `last` finds the connection: its id where messages are signed, else a secret token. */
export const hookAddress = (publicUrl: string, platform: Connection['platform'], last: string): string =>
  `${publicUrl.replace(/\/$/, '')}/hooks/${platform}/${last}`;

/** Whether the address itself is the secret, because the platform sends no other. */
export const hasSecretAddress = (platform: Connection['platform']): boolean => platform === 'split';

/** What stands in an address for a token that is not shown. */
export const hiddenToken = '…';
