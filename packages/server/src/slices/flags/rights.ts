import type { Place } from '@latchkey/model';
import { authoriseBeforeLoading } from '../../kernel/access/authorise.ts';
import type { Principal } from '../../kernel/access/principal.ts';
import { accept } from '../../kernel/changes/problem-error.ts';
import { resourcePath } from '../../kernel/ledger/subjects.ts';

/** Whoever compares with an environment, or copies from it, must be allowed to look at it. */
export function assertMayRead(principal: Principal, place: Place, flag: string): void {
  accept(
    authoriseBeforeLoading(principal, { action: 'flag.read', resource: resourcePath(place, `flag/${flag}`) }),
  );
}
