import { Badge } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { changesAround } from '../api/change-queries.ts';
import { useMay } from './may.ts';
import { usePlace } from './place.ts';
import { waitingForMe } from './waiting-for-me.ts';

/** How many changes wait for the approval of the one who looks. Nothing, when it is none of their business. */
export function WaitingBadge() {
  const { allowed: seesMembers } = useMay('member.read');
  const { data = [] } = useQuery(changesAround(usePlace(), 'waiting', seesMembers));
  const count = waitingForMe(data);
  return count === 0 ? null : (
    <Badge size="sm" circle color="yellow.8" aria-label={`${count} waiting for your approval`}>
      {count}
    </Badge>
  );
}
