import { Guardrail, Key } from '@latchkey/model';
import { z } from 'zod';
import { mutate, one, operation, refuse } from '../../../kernel/changes/operation.ts';

/** What may be left out when a guardrail is made. */
export const NewGuardrail = Guardrail.extend({
  environment: Guardrail.shape.environment.default(null),
  roles: Guardrail.shape.roles.default([]),
  when: Guardrail.shape.when.default({}),
  approvals: Guardrail.shape.approvals.default(1),
  approverRoles: Guardrail.shape.approverRoles.default([]),
});

export const GuardrailEdit = Guardrail.omit({ key: true }).partial().extend({ guardrail: Key });

const unknown = (key: string) => refuse('guardrail_unknown', `There is no guardrail ${key}.`);
const unknownEnvironment = (key: string) =>
  refuse('environment_unknown', `There is no environment ${key} in this project.`, { field: 'environment' });

/** Limit what people may do on their own. It holds for every change from then on, those that wait included. */
export const createGuardrail = operation({
  kind: 'guardrail.create',
  scope: 'project',
  input: NewGuardrail,
  resource: ({ key }) => `guardrail/${key}`,
  setup: ({ key, environment }) => ({
    guardrail: one('guardrail', key),
    environment: environment === null ? null : one('environment', environment),
  }),
  compute(said, { guardrail, environment }, { place }) {
    if (guardrail) return refuse('key_taken', `There is a guardrail ${said.key} already.`, { field: 'key' });
    if (said.environment !== null && !environment) return unknownEnvironment(said.environment);
    return [mutate('guardrail', place, null, said)];
  },
});

/** Say it differently. What is not said stays as it was; `when` is said whole. */
export const updateGuardrail = operation({
  kind: 'guardrail.update',
  scope: 'project',
  input: GuardrailEdit,
  resource: ({ guardrail }) => `guardrail/${guardrail}`,
  setup: ({ guardrail, environment }) => ({
    guardrail: one('guardrail', guardrail),
    environment: environment ? one('environment', environment) : null,
  }),
  compute({ guardrail: key, ...said }, { guardrail, environment }, { place }) {
    if (!guardrail) return unknown(key);
    if (said.environment && !environment) return unknownEnvironment(said.environment);
    const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
    return [mutate('guardrail', place, guardrail, { ...guardrail, ...given })];
  },
});

/** Lift a limit. Changes that wait because of it go on waiting for the approval that was asked for. */
export const removeGuardrail = operation({
  kind: 'guardrail.remove',
  scope: 'project',
  input: z.strictObject({ guardrail: Key }),
  resource: ({ guardrail }) => `guardrail/${guardrail}`,
  setup: ({ guardrail }) => ({ guardrail: one('guardrail', guardrail) }),
  compute({ guardrail: key }, { guardrail }, { place }) {
    return guardrail ? [mutate('guardrail', place, guardrail, null)] : unknown(key);
  },
});
