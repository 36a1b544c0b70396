import type { OperationCall, Place } from '@latchkey/model';
import { authoriseBeforeLoading } from '../../kernel/access/authorise.ts';
import type { Applied } from '../../kernel/changes/change.ts';
import { accept } from '../../kernel/changes/problem-error.ts';
import { resourcePath } from '../../kernel/ledger/subjects.ts';
import type { Asked, Rest } from './endpoint.ts';
import { RestFailure } from './failure.ts';

/** The edits of one place; a request that touches several makes a change in each. */
export interface Part {
  readonly place: Place;
  readonly calls: readonly OperationCall[];
}

interface Told {
  readonly comment: string;
  /** Look whether it could be done, and do nothing. */
  readonly dryRun?: boolean;
  /** Epoch milliseconds; now when left out. */
  readonly effectiveAt?: number;
}

/** Refuses before anything is looked up, so that somebody without the right learns nothing. */
export function assertMay(
  { principal }: Pick<Asked, 'principal'>,
  action: string,
  place: Place,
  resource: string,
) {
  const refusal = authoriseBeforeLoading(principal, { action, resource: resourcePath(place, resource) });
  if (refusal !== null) accept(refusal);
}

/**
 * Submits the parts, one change a place. Where there are several, each is first tried without keeping it, so that what
 * can be known to fail fails before anything was done.
 */
export async function edit(
  asked: Pick<Asked, 'principal' | 'now' | 'headers'>,
  rest: Pick<Rest, 'submit' | 'newChangeId'>,
  parts: readonly Part[],
  told: Told,
): Promise<readonly Applied[]> {
  const wanted = parts.filter(({ calls }) => calls.length > 0);
  if (wanted.length > 1 || told.dryRun) {
    for (const part of wanted) await submitPart(asked, rest, part, { ...told, dryRun: true });
  }
  if (told.dryRun) return [];
  const applied: Applied[] = [];
  for (const part of wanted) {
    const outcome = await submitPart(asked, rest, part, told);
    if (outcome.status === 'applied') applied.push(outcome);
    else if (outcome.status !== 'scheduled') throw needsApproval;
  }
  return applied;
}

const needsApproval = new RestFailure(
  405,
  'method_not_allowed',
  'This needs approval here. Ask for it in the dashboard, or through /api/v1.',
);

function submitPart(
  { principal, now, headers }: Pick<Asked, 'principal' | 'now' | 'headers'>,
  { submit, newChangeId }: Pick<Rest, 'submit' | 'newChangeId'>,
  { place, calls }: Part,
  { comment, dryRun = false, effectiveAt }: Told,
) {
  return submit({
    id: newChangeId(),
    place,
    principal,
    calls,
    comment: comment === '' ? headerComment(headers['x-change-comment']) : comment,
    links: [],
    now,
    preview: dryRun,
    effectiveAt: effectiveAt ?? null,
    basedOn: null,
    idempotency: null,
  });
}

/** Where LaunchDarkly's own body has no place for a comment, ours may be sent beside it. */
const headerComment = (written: string | readonly string[] | undefined): string =>
  typeof written === 'string' ? Buffer.from(written, 'latin1').toString('utf8').trim().slice(0, 4000) : '';

/** One edit of one place. */
export async function editOne(
  asked: Pick<Asked, 'principal' | 'now' | 'headers'>,
  rest: Pick<Rest, 'submit' | 'newChangeId'>,
  place: Place,
  calls: readonly OperationCall[],
  comment = '',
): Promise<Applied | null> {
  return (await edit(asked, rest, [{ place, calls }], { comment }))[0] ?? null;
}
