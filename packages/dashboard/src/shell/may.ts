import { useSuspenseQuery } from '@tanstack/react-query';
import { me } from '../api/queries.ts';
import type { Me } from '../api/replies.ts';

export interface Permission {
  readonly allowed: boolean;
  /** Why not, for the person; empty when allowed. */
  readonly because: string;
}

export const useMe = (): Me => useSuspenseQuery(me).data;

/** Whether the signed-in person's roles allow an action. The server decides again at every write. */
export function useMay(action: string): Permission {
  return permissionFor(useMe(), action);
}

export function permissionFor({ principal, may }: Me, action: string): Permission {
  if (may[action] !== false) return { allowed: true, because: '' };
  const roles = principal.roles.join(', ') || 'none';
  return {
    allowed: false,
    because: `Your role (${roles}) does not include “${action}”. An administrator can give it to you.`,
  };
}
