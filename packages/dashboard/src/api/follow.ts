import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Place } from './replies.ts';

/** Whose news: without any, everybody's. */
export interface About {
  readonly customer?: string | undefined;
  readonly feature?: string | undefined;
  readonly flag?: string | undefined;
  readonly segment?: string | undefined;
}

/** Without a stream, news are two seconds old at most; with one, this is only for what a broken network swallowed. */
const polledMilliseconds = 2_000;
const followedMilliseconds = 30_000;

/**
 * Follows the ledger of an environment as it grows, and has the lists of a noun that are on the screen asked again with
 * every entry. Answers how often to ask anyway: while the stream is not open, the browser tries again by itself.
 */
export function useFollowing(
  { project, environment }: Place,
  { customer, feature, flag, segment }: About,
  noun: 'ledger' | 'features' | 'flag' = 'ledger',
): number {
  const queryClient = useQueryClient();
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => {
    const about = Object.entries({ customer, feature, flag, segment }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    );
    const search = about.length === 0 ? '' : `?${new URLSearchParams(about)}`;
    const place = `/api/v1/projects/${encodeURIComponent(project)}/environments/${encodeURIComponent(environment)}`;
    const source = new EventSource(`${place}/ledger/stream${search}`);
    const askAgain = () => void queryClient.invalidateQueries({ queryKey: [noun] });
    source.onopen = () => {
      setIsOpen(true);
      // Something may have happened between the first answer and this moment.
      askAgain();
    };
    source.onerror = () => setIsOpen(false);
    source.addEventListener('entry', askAgain);
    return () => source.close();
  }, [project, environment, customer, feature, flag, segment, noun, queryClient]);
  return isOpen ? followedMilliseconds : polledMilliseconds;
}
