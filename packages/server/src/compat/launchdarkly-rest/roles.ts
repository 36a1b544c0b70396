import type { Role } from '@latchkey/model';
import { z } from 'zod';
import { defineRole, listRoles, removeRole } from '../../slices/members/index.ts';
import { readBody, readDocumentPatch } from './body.ts';
import { changedFields } from './changed-fields.ts';
import { assertMay, editOne } from './edit.ts';
import { type Asked, created, endpoint, nothingLeft, ok, param, type Rest } from './endpoint.ts';
import { notFound, RestFailure } from './failure.ts';
import { objectId } from './ids.ts';
import { type Links, selfAndParent } from './links.ts';
import { collection, onePage, pageAsked } from './paging.ts';
import { isReadsEverything, readsEverything, StatementSent, toStatements } from './policies/statements.ts';

interface RestRole {
  readonly _id: string;
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly basePermissions: 'reader' | 'no_access';
  readonly policy: Role['statements'];
  readonly _links: Links;
}

export const roleOf = ({ key, name, description, statements }: Role): RestRole => ({
  _id: objectId(`role ${key}`),
  key,
  name,
  description,
  basePermissions: statements.some(isReadsEverything) ? 'reader' : 'no_access',
  policy: statements.filter((statement) => !isReadsEverything(statement)),
  _links: selfAndParent('roles', key),
});

const place = { project: '', environment: '' };
const words = {
  name: z.string(),
  description: z.string().optional(),
  basePermissions: z.enum(['reader', 'no_access']).default('reader'),
  policy: z.array(StatementSent),
};
const RoleBody = z.strictObject({ key: z.string(), ...words });
const Patched = z.object(words);

const statementsFrom = ({ basePermissions, policy }: z.infer<typeof Patched>): Role['statements'] => [
  ...(basePermissions === 'reader' ? [readsEverything] : []),
  ...policy.flatMap(toStatements),
];

async function find(asked: Asked, { db }: Rest): Promise<Role> {
  const asks = param(asked, 'role');
  const role = (await listRoles(db.reader)).find(
    ({ key }) => key === asks || objectId(`role ${key}`) === asks,
  );
  if (!role) throw notFound(`There is no role ${asks}.`);
  return role;
}

async function shownRole(rest: Rest, asked: string): Promise<RestRole> {
  const role = (await listRoles(rest.db.reader)).find(({ key }) => key === asked);
  if (!role) throw notFound(`There is no role ${asked}.`);
  return roleOf(role);
}

export const roleEndpoints = [
  endpoint('GET', '/roles', async (asked, { db }) => {
    assertMay(asked, 'role.read', place, 'role/*');
    const all = await listRoles(db.reader);
    const page = pageAsked(asked.query);
    const items = onePage(all, page).map(roleOf);
    return ok(collection(items, all.length, '/roles', asked.query, page));
  }),

  endpoint('POST', '/roles', async (asked, rest) => {
    assertMay(asked, 'role.define', place, 'role/*');
    const { key, name, description = '', ...said } = readBody(RoleBody, asked.body);
    if ((await listRoles(rest.db.reader)).some((role) => role.key === key))
      throw new RestFailure(409, 'conflict', `There is a role ${key} already.`);
    await editOne(asked, rest, place, [
      defineRole({ key, name, description, statements: statementsFrom({ name, ...said }) }),
    ]);
    return created(await shownRole(rest, key));
  }),

  endpoint('GET', '/roles/{role}', async (asked, rest) => {
    assertMay(asked, 'role.read', place, `role/${param(asked, 'role')}`);
    return ok(roleOf(await find(asked, rest)));
  }),

  endpoint('PATCH', '/roles/{role}', async (asked, rest) => {
    const role = await find(asked, rest);
    assertMay(asked, 'role.define', place, `role/${role.key}`);
    const before = roleOf(role);
    const { apply, comment } = readDocumentPatch(asked);
    const after = apply(before);
    changedFields(before, after, ['name', 'description', 'basePermissions', 'policy'] as const);
    const { name, description = '', ...said } = readBody(Patched, after);
    const statements = statementsFrom({ name, ...said });
    await editOne(
      asked,
      rest,
      place,
      [defineRole({ key: role.key, name, description, statements })],
      comment,
    );
    return ok(await shownRole(rest, role.key));
  }),

  endpoint('DELETE', '/roles/{role}', async (asked, rest) => {
    const { key } = await find(asked, rest);
    assertMay(asked, 'role.remove', place, `role/${key}`);
    await editOne(asked, rest, place, [removeRole({ role: key })]);
    return nothingLeft;
  }),
];
