import type { OperationCall, Place } from '@latchkey/model';
import { authoriseBeforeLoading } from '../../kernel/access/authorise.ts';
import type { Applied, Change } from '../../kernel/changes/change.ts';
import { accept, ProblemError } from '../../kernel/changes/problem-error.ts';
import { resourcePath } from '../../kernel/ledger/subjects.ts';
import type { Answer, Asked, Desk } from './endpoint.ts';
import { nothingLeft, ok } from './endpoint.ts';
import { EmsFailure } from './failure.ts';
import { single } from './lists.ts';

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

/** Said before a change that needs several steps, so that none is kept when the last would be refused for want of it. */
export function assertComment(asked: Asked, more = ''): void {
  if (asked.environment.protected && commentOf(asked, more) === '')
    throw new ProblemError('comment_required', `${asked.environment.name} wants to know why: send comments.`);
}

/**
 * The only way to the pipeline. The operations are one change of one place: all of them or none. What needs approval
 * waits, and that is told with 202 and the change's id.
 */
export async function edit(
  asked: Asked,
  { submit, newChangeId }: Pick<Desk, 'submit' | 'newChangeId'>,
  place: Place,
  calls: readonly OperationCall[],
  told: { readonly comment?: string; readonly basedOn?: Change['basedOn'] } = {},
): Promise<Applied> {
  const outcome = await submit({
    id: newChangeId(),
    place,
    principal: asked.principal,
    calls,
    comment: commentOf(asked, told.comment ?? ''),
    links: [],
    now: asked.now,
    preview: false,
    effectiveAt: null,
    basedOn: told.basedOn ?? null,
    idempotency: null,
  });
  if (outcome.status === 'applied') return outcome;
  throw new EmsFailure(202, 'approval_required', `This waits for approval as change ${outcome.changeId}.`);
}

/** `comments` and `executedBy` of the address, and what the body itself says. */
function commentOf({ query, environment }: Asked, inBody: string): string {
  const comment = [single(query, 'comments') ?? '', inBody].filter((one) => one !== '').join(' ');
  const onBehalf = single(query, 'executedBy');
  // On whose behalf is no reason, so where reasons are asked for it does not pass as one.
  if (onBehalf === null || (comment === '' && environment.protected)) return comment.slice(0, 4000);
  return `${comment === '' ? '' : `${comment} `}(executed by ${onBehalf})`.slice(0, 4000);
}

/** Edits answer nothing, unless `returnResource=true` asks for what has become of it. */
export async function edited({ query }: Asked, show: () => Promise<unknown>): Promise<Answer> {
  return single(query, 'returnResource') === 'true' ? ok(await show()) : nothingLeft;
}

export const made = ({ resources }: Applied, kind: string): readonly string[] =>
  resources.filter((one) => one.kind === kind).map(({ id }) => id);
