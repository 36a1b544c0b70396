import type { OperationCall, Place } from '@latchkey/model';
import { authoriseBeforeLoading } from '../../kernel/access/authorise.ts';
import type { Applied } from '../../kernel/changes/change.ts';
import { accept } from '../../kernel/changes/problem-error.ts';
import { resourcePath } from '../../kernel/ledger/subjects.ts';
import type { Asked, Rest } from './endpoint.ts';
import { invalid, RestFailure } from './failure.ts';
import { loadOne } from './load.ts';

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
 * can be known to fail fails before anything was done. Where guardrails may ask for approval, too: LaunchDarkly then
 * refuses the edit instead of keeping it.
 */
export async function edit(
  asked: Pick<Asked, 'principal' | 'now' | 'headers'>,
  rest: Pick<Rest, 'db' | 'submit' | 'newChangeId'>,
  parts: readonly Part[],
  told: Told,
): Promise<readonly Applied[]> {
  const wanted = parts.filter(({ calls }) => calls.length > 0);
  const isGuarded = await someGuardrail(rest, wanted);
  if (wanted.length > 1 || told.dryRun || isGuarded) {
    const comment = commentOf(asked, told);
    for (const part of wanted) {
      if (comment === '') await assertNoCommentNeeded(rest, part.place);
      const tried = await submitPart(asked, rest, part, { ...told, dryRun: true });
      if (tried.status === 'previewed' && tried.verdict.outcome === 'approve') throw needsApproval('');
    }
  }
  if (told.dryRun) return [];
  const applied: Applied[] = [];
  for (const part of wanted) {
    const outcome = await submitPart(asked, rest, part, told);
    if (outcome.status === 'applied') applied.push(outcome);
    else if (outcome.status === 'pending') throw needsApproval(` It waits as change ${outcome.changeId}.`);
  }
  return applied;
}

const needsApproval = (more: string): RestFailure =>
  new RestFailure(
    405,
    'method_not_allowed',
    `This needs approval here. Ask for it in the dashboard, or through /api/v1.${more}`,
  );

async function someGuardrail({ db }: Pick<Rest, 'db'>, parts: readonly Part[]): Promise<boolean> {
  const projects = [...new Set(parts.map(({ place }) => place.project))];
  if (projects.length === 0) return false;
  const row = await db.reader
    .selectFrom('resource')
    .select('id')
    .where('project', 'in', projects)
    .where('kind', '=', 'guardrail')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** A trial run asks nobody why, so the first of several changes could be made before the second is refused. */
async function assertNoCommentNeeded({ db }: Pick<Rest, 'db'>, place: Place): Promise<void> {
  if (place.environment === '') return;
  const environment = await loadOne(db.reader, 'environment', place, place.environment);
  if (environment?.body.protected)
    throw invalid(`${environment.body.name} wants to know why: send a comment with the edit.`);
}

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
    comment: commentOf({ headers }, { comment }),
    links: [],
    now,
    preview: dryRun,
    effectiveAt: effectiveAt ?? null,
    basedOn: null,
    idempotency: null,
  });
}

/** Where LaunchDarkly's own body has no place for a comment, ours may be sent beside it. */
function commentOf({ headers }: Pick<Asked, 'headers'>, { comment }: Pick<Told, 'comment'>): string {
  const written = headers['x-change-comment'];
  if (comment !== '' || typeof written !== 'string') return comment;
  return Buffer.from(written, 'latin1').toString('utf8').trim().slice(0, 4000);
}

/** One edit of one place. */
export async function editOne(
  asked: Pick<Asked, 'principal' | 'now' | 'headers'>,
  rest: Pick<Rest, 'db' | 'submit' | 'newChangeId'>,
  place: Place,
  calls: readonly OperationCall[],
  comment = '',
): Promise<Applied | null> {
  return (await edit(asked, rest, [{ place, calls }], { comment }))[0] ?? null;
}
