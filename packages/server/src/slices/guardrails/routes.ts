import { Guardrail, Key } from '@latchkey/model';
import { z } from 'zod';
import { ProblemError } from '../../kernel/changes/problem-error.ts';
import { pageOf } from '../../kernel/http/paging.ts';
import { type Route, read, write } from '../../kernel/http/routes.ts';
import { tableStore } from '../../kernel/store/resources.ts';
import { counters, searchQuery, searchResources, written } from '../projects/index.ts';
import {
  createGuardrail,
  GuardrailEdit,
  NewGuardrail,
  removeGuardrail,
  updateGuardrail,
} from './operations/guardrails.ts';

const about = { scope: 'project', tag: 'Guardrails' } as const;
const OneGuardrail = z.strictObject({ guardrail: Key });
const ofGuardrail = ({ guardrail }: { readonly guardrail: string }) => `guardrail/${guardrail}`;
const itself = ({ guardrail: id }: { readonly guardrail: string }) => ({ kind: 'guardrail', id });
const guardrails = tableStore('guardrail');
const GuardrailView = Guardrail.extend(counters);

export const routes: readonly Route[] = [
  read({
    ...about,
    path: '/guardrails',
    summary: 'What people may do on their own, and what somebody else has to approve',
    query: z.strictObject(searchQuery),
    action: 'guardrail.read',
    resource: () => 'guardrail/*',
    reply: pageOf(GuardrailView),
    answer: ({ place, query }, db) => searchResources(db, 'guardrail', place, query),
  }),
  read({
    ...about,
    path: '/guardrails/{guardrail}',
    summary: 'A guardrail',
    params: OneGuardrail,
    action: 'guardrail.read',
    resource: ofGuardrail,
    reply: GuardrailView,
    version: ({ version }) => version,
    async answer({ place, params: { guardrail } }, db) {
      const kept = await guardrails.one(db, place, guardrail);
      if (!kept) throw new ProblemError('guardrail_unknown', 'Look at the guardrail in the address.');
      return { ...kept.body, version: kept.version };
    },
  }),
  write({
    ...about,
    method: 'POST',
    path: '/guardrails',
    summary: 'Limit what people with some roles may do on their own',
    body: NewGuardrail,
    action: 'guardrail.create',
    resource: () => 'guardrail/*',
    status: 201,
    reply: GuardrailView,
    operations: ({ body }) => [createGuardrail(body)],
    answer: (applied, { body: { key } }) => written(applied, 'guardrail', key),
  }),
  write({
    ...about,
    method: 'PATCH',
    path: '/guardrails/{guardrail}',
    summary: 'Change what a guardrail says; it holds at once, also for changes that wait',
    params: OneGuardrail,
    body: GuardrailEdit.omit({ guardrail: true }),
    action: 'guardrail.update',
    resource: ofGuardrail,
    reply: GuardrailView,
    edits: itself,
    prepare: ({ place, params: { guardrail } }, db) => guardrails.one(db, place, guardrail),
    operations: ({ params: { guardrail }, body }) => [updateGuardrail({ guardrail, ...body })],
    answer: (applied, { params: { guardrail } }, before) => written(applied, 'guardrail', guardrail, before),
  }),
  write({
    ...about,
    method: 'DELETE',
    path: '/guardrails/{guardrail}',
    summary: 'Lift a guardrail',
    params: OneGuardrail,
    action: 'guardrail.remove',
    resource: ofGuardrail,
    reply: z.object({ key: Key, revision: z.int() }),
    edits: itself,
    operations: ({ params: { guardrail } }) => [removeGuardrail({ guardrail })],
    answer: ({ revision }, { params: { guardrail } }) => ({ key: guardrail, revision }),
  }),
];
