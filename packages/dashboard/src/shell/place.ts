import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { environmentsOf } from '../api/queries.ts';
import type { EnvironmentReply, Place } from '../api/replies.ts';

/** The project and environment in the address. Pages inside the frame always have one. */
export function usePlace(): Place {
  const { project, environment } = useParams({ from: '/$project/$environment' });
  return { project, environment };
}

/** The environment one is in, with its name and colour. The frame has loaded it before any page is drawn. */
export function useEnvironment(): EnvironmentReply {
  const { project, environment } = usePlace();
  const { data } = useSuspenseQuery(environmentsOf(project));
  const found = data.items.find(({ key }) => key === environment);
  if (!found) throw new Error(`There is no environment ${environment}.`);
  return found;
}

const remembered = 'latchkey-place';

/** Where to go back to next time; storage that is forbidden or full only costs that. */
export function rememberPlace({ project, environment }: Place): void {
  try {
    localStorage.setItem(remembered, JSON.stringify({ project, environment }));
  } catch {
    // Without storage the first environment is shown next time.
  }
}

export function recallPlace(): Place | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(remembered) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return null;
    const { project, environment } = kept as Partial<Place>;
    return typeof project === 'string' && typeof environment === 'string' ? { project, environment } : null;
  } catch {
    return null;
  }
}
