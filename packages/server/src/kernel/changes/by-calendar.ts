import type { OperationCall, Place } from '@latchkey/model';
import type { Principal } from '../access/principal.ts';
import type { Change } from './change.ts';
import { ProblemError } from './problem-error.ts';
import type { Submit } from './submit.ts';

const calendar: Principal = { kind: 'system', id: 'calendar', name: 'Calendar' };

export interface Due {
  readonly id: string;
  readonly place: Place;
  readonly call: OperationCall;
  readonly comment: string;
  readonly now: number;
}

/**
 * Does what the clock asks for, in a change of its own, and tells how many resources it touched. What is refused, such
 * as an edit of something that is gone by now, touched none.
 */
export async function submitDue({ id, place, call, comment, now }: Due, submit: Submit): Promise<number> {
  const change: Change = {
    id,
    place,
    principal: calendar,
    calls: [call],
    comment,
    links: [],
    now,
    preview: false,
    effectiveAt: null,
    basedOn: null,
    idempotency: null,
  };
  try {
    const outcome = await submit(change);
    return outcome.status === 'applied' ? outcome.resources.length : 0;
  } catch (error) {
    if (error instanceof ProblemError) return 0;
    throw error;
  }
}
