import type { Impact, Verdict } from '@latchkey/model';
import type { Recorded } from '../ledger/append.ts';
import type { Reader } from '../store/database.ts';
import { authoriseComputed } from './authorise.ts';
import type { Change } from './change.ts';
import { type Computed, computeAll } from './compute.ts';
import type { Deps } from './deps.ts';
import { guard } from './guard.ts';
import { verdictOn } from './guardrails.ts';
import { refuseHeldCustomers } from './holds.ts';
import type { ParsedCall } from './parse.ts';
import { ProblemError } from './problem-error.ts';
import type { Edits } from './view.ts';

/** What a change would do, and what is said about it: all that is known before anything is written. */
export interface Weighed {
  readonly computed: readonly Computed[];
  readonly recorded: readonly Recorded[];
  readonly edits: Edits;
  readonly verdict: Verdict;
  /** Worked out at the first question: it reads every customer that is touched. */
  readonly impact: () => Promise<Impact>;
}

/** Preview, change, approval and schedule all come by here, so that what is shown is what is done. */
export async function weighed(
  db: Reader,
  calls: readonly ParsedCall[],
  change: Change,
  { stores, impactOf }: Pick<Deps, 'stores' | 'impactOf'>,
): Promise<Weighed> {
  await guard(db, change);
  const { computed, edits } = await computeAll(db, calls, change, stores);
  authoriseComputed(change, computed);
  await refuseHeldCustomers(db, computed, change);
  let worked: Promise<Impact> | null = null;
  const impact = (): Promise<Impact> => {
    worked ??= impactOf(db, edits, change);
    return worked;
  };
  const verdict = await verdictOn(db, computed, change, impact);
  return { computed, recorded: computed.flatMap((one) => one.recorded), edits, verdict, impact };
}

/** A denial is told with the rule's name and with what is left. */
export function assertNotDenied({ outcome, because }: Verdict): void {
  if (outcome !== 'deny') return;
  const [first] = because;
  throw new ProblemError('guardrail_denied', because.map(({ sentence }) => sentence).join(' '), {
    guardrail: first?.guardrail,
    limit: first?.limit,
    allowed: first?.allowed,
    asked: first?.asked,
    left: first?.left,
  });
}
