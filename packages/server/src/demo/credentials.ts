import type { OperationCall } from '@latchkey/model';
import type { Principal } from '../kernel/access/principal.ts';
import { statementsOfRoles } from '../kernel/access/rights.ts';
import { setFallthrough } from '../slices/flags/index.ts';
import { type Story, type Teller, ticket } from './chapter.ts';
import { demo, otto } from './people.ts';

/** What only the shell can make: the operations that keep today's token and keys. */
export interface Keys {
  readonly token: OperationCall;
  readonly keys: readonly OperationCall[];
}

/** Fixed, so that changes can be made in its name; what proves it is new at every start. */
export const tokenId = 't_demo';
export const tokenName = 'Demo script';

const script: Principal = {
  kind: 'token',
  id: tokenId,
  name: tokenName,
  roles: ['administrator'],
  statements: statementsOfRoles(['administrator'], new Map()),
};

/** Just now: keys to try things with, and a change that a script left for later. */
export function* credentials({ token, keys }: Keys, { calendar, now }: Teller): Story {
  yield {
    at: now,
    by: demo,
    where: 'installation',
    calls: [token],
    comment: 'A token to try the management API with',
  };
  yield {
    at: now,
    by: otto,
    where: 'production',
    calls: keys,
    comment: 'Keys to connect an application with',
  };
  yield {
    at: now,
    by: script,
    where: 'production',
    calls: [setFallthrough({ flag: 'new-navigation', fallthrough: { variation: 0 } })],
    effectiveAt: calendar.moment(5, 7),
    comment: 'The new navigation for everybody, together with release 61',
    links: [ticket('REL-61', 'Release 61')],
  };
}
