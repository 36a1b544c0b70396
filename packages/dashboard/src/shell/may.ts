import { useSuspenseQuery } from '@tanstack/react-query';
import { meIn } from '../api/queries.ts';
import type { Me } from '../api/replies.ts';
import { usePlace } from './place.ts';

interface Permission {
  readonly allowed: boolean;
  /** Why not, for the person; empty when allowed. */
  readonly because: string;
}

/** Who is signed in. The frame has asked before any page is drawn. */
export const useMe = (): Me => useSuspenseQuery(meIn(usePlace())).data;

/** Whether the person's roles allow an action here. The server decides again at every write. */
export function useMay(action: string): Permission {
  return permissionFor(useMe(), action);
}

export function permissionFor({ may, because }: Pick<Me, 'may' | 'because'>, action: string): Permission {
  if (may[action] !== false) return { allowed: true, because: '' };
  return {
    allowed: false,
    because: because[action] ?? 'Your role does not allow this. Ask an administrator.',
  };
}
