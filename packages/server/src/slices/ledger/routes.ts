import { type Route, type RouteScope, read, stream } from '../../kernel/http/routes.ts';
import { type Follow, streamEntries } from './follow.ts';
import { listEntries } from './list.ts';
import { Asked, EntryPage, Followed } from './schemas.ts';

interface LedgerDeps {
  readonly follow: Follow;
}

const tag = 'Ledger';
const action = 'ledger.read';
const resource = () => 'ledger/*';

const entriesIn = (scope: RouteScope, summary: string): Route =>
  read({
    scope,
    path: '/ledger',
    summary,
    tag,
    query: Asked,
    action,
    resource,
    reply: EntryPage,
    answer: ({ place, query }, db) => listEntries(db, place, query),
  });

export const ledgerRoutes = ({ follow }: LedgerDeps): readonly Route[] => [
  entriesIn('environment', 'Who changed what in this environment, when and why, newest first'),
  entriesIn('project', 'Who changed what in this project and all its environments, newest first'),
  entriesIn('instance', 'Who changed members, roles and tokens, newest first'),
  stream({
    scope: 'environment',
    path: '/ledger/stream',
    summary: 'Every change as it happens, as events named entry',
    tag,
    query: Followed,
    action,
    resource,
    open: ({ place, query, lastEventId }, start, db) => {
      const after = lastEventId !== null && /^\d{1,15}$/.test(lastEventId) ? Number(lastEventId) : null;
      return streamEntries({ place, about: query, after }, start, db, follow);
    },
  }),
];
