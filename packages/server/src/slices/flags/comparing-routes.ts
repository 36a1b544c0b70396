import type { FlagTargeting } from '@latchkey/model';
import { type Route, read, write } from '../../kernel/http/routes.ts';
import { written } from '../projects/index.ts';
import { compareFlag, compareFlags, type Part, parts } from './compare.ts';
import { dependentsOf } from './dependents.ts';
import { flagStore, inEnvironment, targetingStore } from './list.ts';
import { cloneFlag } from './operations/clone.ts';
import { copyFlag } from './operations/copy.ts';
import { assertMayRead } from './rights.ts';
import {
  CloneFlag,
  Comparison,
  Comparisons,
  CopyFlag,
  Dependents,
  FlagIn,
  FlagView,
  OneFlag,
  Sides,
  SidesOfAll,
} from './schemas.ts';
import { unknownFlag } from './unknown.ts';

const tag = 'Flags';
const ofFlag = ({ flag }: { readonly flag: string }) => `flag/${flag}`;

/** Side by side, from one environment to another, from one flag to the next. */
export const comparingRoutes: readonly Route[] = [
  read({
    scope: 'project',
    path: '/flag-differences',
    summary: 'The flags that are not the same in two environments, and in what they differ',
    tag,
    query: SidesOfAll,
    action: 'flag.read',
    resource: () => 'flag/*',
    reply: Comparisons,
    answer({ place, principal, query }, db) {
      for (const environment of [query.from, query.to])
        assertMayRead(principal, { ...place, environment }, '*');
      return compareFlags(db, place, query);
    },
  }),
  read({
    scope: 'project',
    path: '/flags/{flag}/compare',
    summary: 'A flag in two environments, side by side',
    tag,
    params: OneFlag,
    query: Sides,
    action: 'flag.read',
    resource: ofFlag,
    reply: Comparison,
    async answer({ place, principal, params: { flag }, query }, db) {
      for (const environment of [query.from, query.to])
        assertMayRead(principal, { ...place, environment }, flag);
      const compared = await compareFlag(db, place, flag, query);
      if (!compared) throw unknownFlag(flag);
      return compared;
    },
  }),
  read({
    scope: 'project',
    path: '/flags/{flag}/dependents',
    summary: 'What leans on a flag: flags that wait for it, features that it guards, plans that sell those',
    tag,
    params: OneFlag,
    action: 'flag.read',
    resource: ofFlag,
    reply: Dependents,
    async answer({ place, params: { flag } }, db) {
      if (!(await flagStore.one(db, place, flag))) throw unknownFlag(flag);
      return dependentsOf(db, place, flag);
    },
  }),
  write({
    method: 'POST',
    scope: 'project',
    path: '/flags/{flag}/clone',
    summary: 'Make a new flag from this one, with its targeting, off in every environment',
    tag,
    params: OneFlag,
    body: CloneFlag,
    action: 'flag.read',
    resource: ofFlag,
    status: 201,
    reply: FlagView,
    operations: ({ params: { flag }, body }) => [cloneFlag({ flag, ...body })],
    answer: (applied, { body: { key } }) => written(applied, 'flag', key),
  }),
  write({
    method: 'POST',
    scope: 'environment',
    path: '/flags/{flag}/copy',
    summary: 'Take over targeting from another environment, as a whole or in parts',
    tag,
    params: OneFlag,
    body: CopyFlag,
    action: 'flag.read',
    resource: ofFlag,
    reply: FlagIn,
    edits: ({ flag }) => ({ kind: 'flag_targeting', id: flag }),
    async prepare({ place, principal, params: { flag }, body: { from } }, db) {
      const source = { ...place, environment: from };
      assertMayRead(principal, source, flag);
      const [shared, before, found] = await Promise.all([
        flagStore.one(db, place, flag),
        targetingStore.one(db, place, flag),
        targetingStore.one(db, source, flag),
      ]);
      if (!shared || !found) throw unknownFlag(flag);
      return { flag: shared, before, source: found.body };
    },
    operations: ({ params: { flag }, body }, { source }) => [
      copyFlag({ flag, from: body.from, ...taken(source, body.parts ?? allButOn) }),
    ],
    answer(applied, { params: { flag } }, { flag: shared, before }) {
      const { version, revision, ...after } = written(applied, 'flag_targeting', flag, before);
      return inEnvironment(shared.body, after as FlagTargeting, version, revision);
    },
  }),
];

/** What is off here stays off unless it is asked for by name. */
const allButOn = parts.filter((part) => part !== 'on');

const taken = (source: FlagTargeting, chosen: readonly Part[]) =>
  Object.fromEntries(chosen.map((part) => [part, source[part]])) as Partial<Pick<FlagTargeting, Part>>;
