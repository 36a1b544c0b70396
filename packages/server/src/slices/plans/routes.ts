import type { PlanPublication, PlanVersion } from '@latchkey/model';
import { ProblemError } from '../../kernel/changes/problem-error.ts';
import { wholeReply } from '../../kernel/http/etag.ts';
import { type Route, read, write } from '../../kernel/http/routes.ts';
import { bodyIs, headOf, searchResources, written } from '../projects/index.ts';
import { planStore, plansIn, publicationStore, showPlan, showPlanIn } from './list.ts';
import { createPlan, describePlan } from './operations/create.ts';
import { draftVersion } from './operations/draft-version.ts';
import { publishPlan } from './operations/publish.ts';
import { retirePlan } from './operations/retire.ts';
import {
  Asked,
  CreatePlan,
  DescribePlan,
  DraftVersion,
  OnePlan,
  PlanIn,
  PlanMatrix,
  PlanPage,
  PlanShown,
  PlanView,
  Publish,
  Published,
  VersionReply,
} from './schemas.ts';

const tag = 'Plans';
const ofPlan = ({ plan }: { readonly plan: string }) => `plan/${plan}`;
const anyPlan = () => 'plan/*';
const unknownPlan = (key: string) => new ProblemError('plan_unknown', `There is no plan ${key}.`);

export const planRoutes: readonly Route[] = [
  read({
    scope: 'project',
    path: '/plans',
    summary: 'The plans, add-ons and trials of a project',
    tag,
    query: Asked,
    action: 'plan.read',
    resource: anyPlan,
    reply: PlanPage,
    answer: ({ place, query: { state, ...asked } }, db) =>
      searchResources(db, 'plan', place, asked, state ? [bodyIs(['state'], state)] : []),
  }),
  write({
    method: 'POST',
    scope: 'project',
    path: '/plans',
    summary: 'Create a plan; its contents are drafted as versions',
    tag,
    body: CreatePlan,
    action: 'plan.create',
    resource: anyPlan,
    status: 201,
    reply: PlanView,
    operations: ({ body }) => [createPlan(body)],
    answer: (applied, { body: { key } }) => written(applied, 'plan', key),
  }),
  read({
    scope: 'project',
    path: '/plans/{plan}',
    summary: 'A plan with its versions, and where which of them is current',
    tag,
    params: OnePlan,
    action: 'plan.read',
    resource: ofPlan,
    reply: PlanShown,
    version: wholeReply,
    async answer({ place, params: { plan }, now }, db) {
      const shown = await showPlan(db, place, plan, now);
      if (!shown) throw unknownPlan(plan);
      return shown;
    },
  }),
  write({
    method: 'PATCH',
    scope: 'project',
    path: '/plans/{plan}',
    summary: 'Change the words about a plan, or retire it',
    tag,
    params: OnePlan,
    body: DescribePlan,
    action: 'plan.describe',
    resource: ofPlan,
    reply: PlanView,
    edits: ({ plan }) => ({ kind: 'plan', id: plan }),
    prepare: ({ place, params: { plan } }, db) => planStore.one(db, place, plan),
    operations: ({ params: { plan }, body: { state, ...words } }) => [
      ...(Object.keys(words).length > 0 ? [describePlan({ plan, ...words })] : []),
      ...(state ? [retirePlan({ plan })] : []),
    ],
    answer: (applied, { params: { plan } }, before) => written(applied, 'plan', plan, before),
  }),
  write({
    method: 'POST',
    scope: 'project',
    path: '/plans/{plan}/versions',
    summary: 'Draft a version of a plan; it reaches customers when it is published',
    tag,
    params: OnePlan,
    body: DraftVersion,
    action: 'plan.draft-version',
    resource: ofPlan,
    status: 201,
    reply: VersionReply,
    operations: ({ params: { plan }, body }) => [draftVersion({ plan, ...body })],
    answer({ resources, revision }) {
      const drafted = resources.find(({ kind }) => kind === 'plan_version');
      return { ...(drafted?.after as PlanVersion), revision };
    },
  }),
  read({
    scope: 'environment',
    path: '/plans',
    summary:
      'What each plan contains in this environment at the moment, by rank, and how many customers are on it',
    tag,
    action: 'plan.read',
    resource: anyPlan,
    reply: PlanMatrix,
    async answer({ place, now }, db) {
      const [items, { revision }] = await Promise.all([plansIn(db, place, now), headOf(db, place)]);
      return { items, nextCursor: null, revision };
    },
  }),
  read({
    scope: 'environment',
    path: '/plans/{plan}',
    summary: 'A plan as this environment sells it',
    tag,
    params: OnePlan,
    action: 'plan.read',
    resource: ofPlan,
    reply: PlanIn,
    async answer({ place, params: { plan }, now }, db) {
      const shown = await showPlanIn(db, place, plan, now);
      if (!shown) throw unknownPlan(plan);
      return shown;
    },
  }),
  write({
    method: 'POST',
    scope: 'environment',
    path: '/plans/{plan}/publish',
    summary: 'Make a version the current one in this environment, now or from a moment on',
    tag,
    params: OnePlan,
    body: Publish,
    action: 'plan.publish',
    resource: ofPlan,
    reply: Published,
    edits: ({ plan }) => ({ kind: 'plan_publication', id: plan }),
    prepare: ({ place, params: { plan } }, db) => publicationStore.one(db, place, plan),
    operations: ({ params: { plan }, body }) => [publishPlan({ plan, ...body })],
    answer({ resources, revision }, { params: { plan }, body: { version } }, before) {
      const touched = resources.find(({ kind }) => kind === 'plan_publication');
      const { editions } = (touched?.after as PlanPublication | undefined) ??
        before?.body ?? { editions: [] };
      return { plan, version, editions, revision };
    },
  }),
];
