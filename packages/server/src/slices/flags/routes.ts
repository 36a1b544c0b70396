import { isSold, missingEntries } from '@latchkey/engine';
import type { Flag, FlagTargeting, OperationCall, Place } from '@latchkey/model';
import { wholeReply } from '../../kernel/http/etag.ts';
import { type Applied, type Route, read, write } from '../../kernel/http/routes.ts';
import type { Reader } from '../../kernel/store/database.ts';
import { tableStore } from '../../kernel/store/resources.ts';
import { type Counted, written } from '../projects/index.ts';
import { comparingRoutes } from './comparing-routes.ts';
import { flagStore, inEnvironment, listFlags, listFlagsIn, showFlagIn, targetingStore } from './list.ts';
import { createFlag } from './operations/create.ts';
import { describeFlag } from './operations/describe.ts';
import { archiveFlag, deprecateFlag, restoreFlag } from './operations/lifecycle.ts';
import { setFallthrough, setOffVariation } from './operations/set-fallthrough.ts';
import { setPrerequisites } from './operations/set-prerequisites.ts';
import { setRules } from './operations/set-rules.ts';
import { setSalt } from './operations/set-salt.ts';
import { targetFlag } from './operations/target.ts';
import { turnFlag } from './operations/turn.ts';
import {
  Asked,
  AskedIn,
  CreateFlag,
  DescribeFlag,
  FlagIn,
  FlagInPage,
  FlagPage,
  FlagReply,
  FlagView,
  OneFlag,
  RetargetFlag,
} from './schemas.ts';
import { unknownFlag } from './unknown.ts';

const tag = 'Flags';
const ofFlag = ({ flag }: { readonly flag: string }) => `flag/${flag}`;
const anyFlag = () => 'flag/*';

export const flagRoutes: readonly Route[] = [
  ...comparingRoutes,
  read({
    scope: 'project',
    path: '/flags',
    summary: 'The flags of a project, without what belongs to its environments',
    tag,
    query: Asked,
    action: 'flag.read',
    resource: anyFlag,
    reply: FlagPage,
    answer: ({ place, query }, db) => listFlags(db, place, query),
  }),
  write({
    method: 'POST',
    scope: 'project',
    path: '/flags',
    summary: 'Create a flag, off in every environment; tagged EntitledFeature it becomes a feature',
    tag,
    body: CreateFlag,
    action: 'flag.create',
    resource: anyFlag,
    status: 201,
    reply: FlagReply,
    prepare: ({ place }, db) => missingFor(db, place),
    operations: ({ body }) => [createFlag(body)],
    answer: (applied, { body: { key } }, missing) => warned(written(applied, 'flag', key), applied, missing),
  }),
  read({
    scope: 'project',
    path: '/flags/{flag}',
    summary: 'A flag, without what belongs to its environments',
    tag,
    params: OneFlag,
    action: 'flag.read',
    resource: ofFlag,
    reply: FlagView,
    version: ({ version }) => version,
    async answer({ place, params: { flag } }, db) {
      const kept = await flagStore.one(db, place, flag);
      if (!kept) throw unknownFlag(flag);
      return { ...kept.body, version: kept.version };
    },
  }),
  write({
    method: 'PATCH',
    scope: 'project',
    path: '/flags/{flag}',
    summary: 'Change words, tags, variations or state of a flag, the same in all environments',
    tag,
    params: OneFlag,
    body: DescribeFlag,
    action: 'flag.describe',
    resource: ofFlag,
    reply: FlagReply,
    edits: ({ flag }) => ({ kind: 'flag', id: flag }),
    prepare: async ({ place, params: { flag } }, db) => ({
      before: await flagStore.one(db, place, flag),
      missing: await missingFor(db, place),
    }),
    operations({ params: { flag }, body: { state, ...words } }) {
      const change = state && { live: restoreFlag, deprecated: deprecateFlag, archived: archiveFlag }[state];
      return [
        ...(Object.keys(words).length > 0 ? [describeFlag({ flag, ...words })] : []),
        ...(change ? [change({ flag })] : []),
      ];
    },
    answer: (applied, { params: { flag } }, { before, missing }) =>
      warned(written(applied, 'flag', flag, before), applied, missing),
  }),
  read({
    scope: 'environment',
    path: '/flags',
    summary: 'The flags of a project with their part in this environment',
    tag,
    query: AskedIn,
    action: 'flag.read',
    resource: anyFlag,
    reply: FlagInPage,
    answer: ({ place, query }, db) => listFlagsIn(db, place, query),
  }),
  read({
    scope: 'environment',
    path: '/flags/{flag}',
    summary: 'A flag with its part in this environment',
    tag,
    params: OneFlag,
    action: 'flag.read',
    resource: ofFlag,
    reply: FlagIn,
    version: wholeReply,
    async answer({ place, params: { flag } }, db) {
      const shown = await showFlagIn(db, place, flag);
      if (!shown) throw unknownFlag(flag);
      return shown;
    },
  }),
  write({
    method: 'PATCH',
    scope: 'environment',
    path: '/flags/{flag}',
    summary: 'Turn a flag on or off in this environment, or change who gets which variation',
    tag,
    params: OneFlag,
    body: RetargetFlag,
    action: 'flag.read',
    resource: ofFlag,
    reply: FlagIn,
    edits: ({ flag }) => ({ kind: 'flag_targeting', id: flag }),
    prepare: async ({ place, params: { flag } }, db) => ({
      flag: await flagStore.one(db, place, flag),
      targeting: await targetingStore.one(db, place, flag),
    }),
    operations: ({ params: { flag }, body }) => retargetings(flag, body),
    answer(applied, { params: { flag: key } }, { flag, targeting }) {
      if (!flag) throw unknownFlag(key);
      const { version, revision, ...after } = written(applied, 'flag_targeting', key, targeting);
      return inEnvironment(flag.body, after as FlagTargeting, version, revision);
    },
  }),
];

/** One operation for each part that is named. Turning comes last, so that a flag goes on with the targeting it shall have. */
function retargetings(flag: string, body: RetargetFlag): readonly OperationCall[] {
  const { on, offVariation, fallthrough, targets, targetEnds, rules, prerequisites, salt } = body;
  const calls: OperationCall[] = [];
  if (salt !== undefined) calls.push(setSalt({ flag, salt }));
  if (prerequisites) calls.push(setPrerequisites({ flag, prerequisites }));
  if (targets) calls.push(targetFlag({ flag, targets, ...(targetEnds && { ends: targetEnds }) }));
  if (rules) calls.push(setRules({ flag, rules }));
  if (fallthrough) calls.push(setFallthrough({ flag, fallthrough }));
  if (offVariation !== undefined) calls.push(setOffVariation({ flag, offVariation }));
  if (on !== undefined) calls.push(turnFlag({ flag, on }));
  return calls;
}

const entities = tableStore('catalogue_entity');
const missingFor = async (db: Reader, place: Place) => missingEntries(await entities.all(db, place, {}));

/** Says why a flag that is to be sold has no feature yet. */
function warned(flag: Counted<Flag>, { resources }: Applied, missing: readonly string[]) {
  const made = resources.some(({ kind }) => kind === 'feature');
  const waits = isSold(flag) && !made && missing.length > 0;
  const sentence = `While the catalogue lacks ${missing.join(', ')}, no feature is created for this flag.`;
  return { ...flag, warnings: waits ? [sentence] : [] };
}
