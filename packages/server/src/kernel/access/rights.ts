import type { Role, Statement } from '@latchkey/model';
import { administrator, builtInRole } from './built-in-roles.ts';

/** Looking at oneself needs no role. */
const ownSelf: Statement = { effect: 'allow', actions: ['me.read'], resources: ['me/*'] };

/** What these roles say together. A role that no longer exists says nothing. */
export const statementsOfRoles = (
  keys: readonly string[],
  custom: ReadonlyMap<string, Role>,
): readonly Statement[] => [
  ownSelf,
  ...keys.flatMap((key) => (builtInRole(key) ?? custom.get(key))?.statements ?? []),
];

/**
 * A member's token never may more than the member, at each use: it keeps those of its roles that the member has (all
 * of them under an administrator), and every denial of either. Demoting the member demotes the token.
 */
export function rightsOfToken(
  tokenRoles: readonly string[],
  memberRoles: readonly string[] | null,
  custom: ReadonlyMap<string, Role>,
): { readonly roles: readonly string[]; readonly statements: readonly Statement[] } {
  if (memberRoles === null) return { roles: tokenRoles, statements: statementsOfRoles(tokenRoles, custom) };
  const roles = memberRoles.includes(administrator)
    ? tokenRoles
    : tokenRoles.filter((role) => memberRoles.includes(role));
  const denials = statementsOfRoles([...memberRoles, ...tokenRoles], custom).filter(
    ({ effect }) => effect === 'deny',
  );
  return { roles, statements: [...statementsOfRoles(roles, custom), ...denials] };
}
