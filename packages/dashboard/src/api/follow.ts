import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Place } from './replies.ts';

/**
 * Follows the ledger of an environment as it grows, and has the lists that are on the screen asked again with every
 * entry. Answers whether the stream is open; while it is not, the browser tries again by itself and lists are polled.
 */
export function useFollowing(
  { project, environment }: Place,
  { customer, feature }: { readonly customer?: string | undefined; readonly feature?: string | undefined },
): boolean {
  const queryClient = useQueryClient();
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => {
    const about = Object.entries({ customer, feature }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    );
    const search = about.length === 0 ? '' : `?${new URLSearchParams(about)}`;
    const place = `/api/v1/projects/${encodeURIComponent(project)}/environments/${encodeURIComponent(environment)}`;
    const source = new EventSource(`${place}/ledger/stream${search}`);
    source.onopen = () => setIsOpen(true);
    source.onerror = () => setIsOpen(false);
    source.addEventListener('entry', () => void queryClient.invalidateQueries({ queryKey: ['ledger'] }));
    return () => source.close();
  }, [project, environment, customer, feature, queryClient]);
  return isOpen;
}
