import type { ChangeHere } from '../api/change-queries.ts';

/** How many changes wait for the one who looks. */
export const waitingForMe = (changes: readonly Pick<ChangeHere, 'status' | 'may'>[]): number =>
  changes.filter(({ status, may }) => status === 'pending' && may.approve.allowed).length;
