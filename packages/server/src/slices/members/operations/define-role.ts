import { Key, Role } from '@latchkey/model';
import { z } from 'zod';
import { mutate, one, operation, refuse } from '../../../kernel/changes/operation.ts';
import { builtInRoleKeys, everybody, standingOf } from './people.ts';
import { PolicyStatement } from './policy-statement.ts';

const isBuiltIn = (key: string): boolean => (builtInRoleKeys as readonly string[]).includes(key);
const builtIn = (key: string) =>
  refuse('role_built_in', `${key} comes with the product. Choose another key.`);
const administratorsOnly = refuse(
  'forbidden',
  'Only administrators define roles, because a role may say anything.',
);

/** Make a role, or change what it says. */
export const defineRole = operation({
  kind: 'role.define',
  scope: 'instance',
  input: z.strictObject({
    key: Key,
    name: Role.shape.name,
    description: Role.shape.description.default(''),
    statements: z.array(PolicyStatement).max(200),
  }),
  resource: ({ key }) => `role/${key}`,
  setup: ({ key }) => ({ role: one('role', key), ...everybody() }),
  compute(role, { role: before, ...people }, { actor, place }) {
    if (isBuiltIn(role.key)) return builtIn(role.key);
    if (standingOf(actor, people) !== 'all') return administratorsOnly;
    return [mutate('role', place, before, { ...role, builtIn: false })];
  },
});

/** Drop a role that nobody has any more. */
export const removeRole = operation({
  kind: 'role.remove',
  scope: 'instance',
  input: z.strictObject({ role: Key }),
  resource: ({ role }) => `role/${role}`,
  setup: ({ role }) => ({ role: one('role', role), ...everybody() }),
  compute({ role: key }, { role, ...people }, { actor, place }) {
    if (isBuiltIn(key)) return builtIn(key);
    if (!role) return refuse('role_unknown', `There is no role ${key}.`);
    if (standingOf(actor, people) !== 'all') return administratorsOnly;
    // A role may also forbid, so taking it away from somebody unasked could widen their rights.
    const holders = [
      ...people.members.filter(({ state }) => state !== 'removed'),
      ...people.tokens.filter(({ revokedAt }) => revokedAt === null),
    ].filter(({ roles }) => roles.includes(key));
    if (holders.length > 0) {
      const names = holders.slice(0, 5).map(({ name }) => name);
      return refuse('role_in_use', `${names.join(', ')} still have this role. Give them another first.`, {
        holders: holders.length,
      });
    }
    return [mutate('role', place, role, null)];
  },
});
