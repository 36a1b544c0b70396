import { type ChangePreview, type Impact, type PreviewedEdit, toInstant } from '@latchkey/model';
import type { Recorded } from '../ledger/append.ts';
import { canonical } from '../ledger/canonical.ts';
import { publicView } from '../ledger/public-view.ts';
import { subjectsOf } from '../ledger/subjects.ts';

/** Enough to judge a change by; a thousand customers imported at once are judged by their number. */
const editsMax = 50;

/** What those who have to approve see: the effect in numbers, and every record with the fields that move. */
export function previewOf(recorded: readonly Recorded[], impact: Impact, now: number): ChangePreview {
  return {
    at: toInstant(now),
    impact,
    edits: recorded.slice(0, editsMax).map(editOf),
    editsInAll: recorded.length,
  };
}

/** The customer that all of it is about, where it is about one. */
export function customerOf(recorded: readonly Recorded[]): string | null {
  const customers = new Set(recorded.map(aboutOf).flatMap(({ customer }) => customer ?? []));
  return customers.size === 1 ? ([...customers][0] ?? null) : null;
}

const aboutOf = ({ mutation: { resource, before, after } }: Recorded) =>
  subjectsOf(resource, (after ?? before) as never);

function editOf(one: Recorded): PreviewedEdit {
  const { resource, id } = one.mutation;
  const before = fieldsOf(publicView(resource, one.mutation.before));
  const after = fieldsOf(publicView(resource, one.mutation.after));
  return {
    action: one.action,
    resourceKind: resource,
    resourceId: id,
    ...aboutOf(one),
    before: before && after ? moved(before, after) : before,
    after: before && after ? moved(after, before) : after,
  };
}

type Fields = Readonly<Record<string, unknown>>;
const fieldsOf = (body: object | null): Fields | null => body && { ...body };

const moved = (one: Fields, other: Fields): Fields =>
  Object.fromEntries(
    Object.entries(one).filter(([name, value]) => canonical(value) !== canonical(other[name])),
  );
