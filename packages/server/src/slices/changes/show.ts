import type { Place, StoredChange } from '@latchkey/model';
import { authorise } from '../../kernel/access/authorise.ts';
import { actorOf, type Principal } from '../../kernel/access/principal.ts';
import { changeStore } from '../../kernel/changes/change-store.ts';
import { personBehind } from '../../kernel/changes/person-behind.ts';
import { ProblemError } from '../../kernel/changes/problem-error.ts';
import { missingApprovals } from '../../kernel/changes/stored.ts';
import { resourcePath } from '../../kernel/ledger/subjects.ts';
import type { Reader } from '../../kernel/store/database.ts';
import type { ChangeShown, ChangeView } from './schemas.ts';

export async function showChange(
  db: Reader,
  place: Place,
  id: string,
  principal: Principal,
): Promise<ChangeShown> {
  const kept = await changeStore.one(db, place, id);
  if (!kept) throw new ProblemError('change_unknown', 'Look at the change in the address.');
  return { ...viewOf(kept.body), may: await mayOf(db, place, kept.body, principal) };
}

/** Without its operations, whose inputs may hold secrets. */
export function viewOf(change: StoredChange): ChangeView {
  const {
    operations: _,
    author,
    actions,
    requirements,
    approvals,
    links,
    because,
    preview,
    ...rest
  } = change;
  const missing = new Map(missingApprovals(change).map((one) => [one.guardrail, one.missing]));
  return {
    ...rest,
    actor: author,
    links: [...links],
    operations: [...actions],
    because: [...because],
    requirements: requirements.map((one) => ({
      ...one,
      approverRoles: [...one.approverRoles],
      missing: missing.get(one.guardrail) ?? 0,
    })),
    approvals: approvals.map(({ by, at, comment }) => ({ by, at, comment })),
    preview: { ...preview, impact: mutable(preview.impact), edits: [...preview.edits] },
  };
}

const mutable = (impact: StoredChange['preview']['impact']): ChangeView['preview']['impact'] => ({
  ...impact,
  features: [...impact.features],
  examples: impact.examples.map((one) => ({ ...one, gains: [...one.gains], loses: [...one.loses] })),
});

const yes = { allowed: true, because: '' };
const no = (because: string) => ({ allowed: false, because });

/** What the one who looks may do with it, for the buttons. The decision itself asks again, and more thoroughly. */
export async function mayOf(
  db: Reader,
  place: Place,
  change: StoredChange,
  principal: Principal,
): Promise<ChangeShown['may']> {
  const [person, author] = [
    await personBehind(db, actorOf(principal)),
    await personBehind(db, change.author),
  ];
  const isOwn = person === author;
  const policy = (action: string) => {
    const refusal = authorise(principal, {
      action,
      resource: resourcePath(place, `change/${change.id}`),
      tags: [],
    });
    return refusal === null ? yes : no(refusal.detail);
  };
  const over = no(`It was ${change.status} already.`);
  const isOpen = change.status === 'pending';
  return {
    approve: !isOpen
      ? over
      : isOwn
        ? no('It is your own change. Somebody else has to approve it.')
        : (mayApprove(change, principal, person) ?? policy('change.approve')),
    reject: !isOpen ? over : policy('change.reject'),
    cancel: !isOpen && change.status !== 'scheduled' ? over : isOwn ? yes : policy('change.cancel'),
  };
}

function mayApprove(change: StoredChange, principal: Principal, person: string) {
  if (change.approvals.some((approval) => approval.person === person)) return no('You have approved it.');
  const missing = missingApprovals(change);
  const roles = 'roles' in principal ? principal.roles : [];
  const couldMeet = missing.some(
    ({ approverRoles }) => approverRoles.length === 0 || approverRoles.some((role) => roles.includes(role)),
  );
  if (couldMeet) return null;
  const named = [...new Set(missing.flatMap(({ approverRoles }) => approverRoles))];
  return no(`This needs the approval of somebody with the role ${named.join(' or ')}.`);
}
