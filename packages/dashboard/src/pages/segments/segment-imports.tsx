import { Group, Progress, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { importsOf } from '../../api/catalogue-queries.ts';
import { cancelImport } from '../../api/edits.ts';
import type { ImportReply, SegmentReply } from '../../api/replies.ts';
import { ActionButton } from '../../shell/action-button.tsx';
import { ChangeDrawer } from '../../shell/change-drawer.tsx';
import { usePlace } from '../../shell/place.ts';
import { countOf } from '../../ui/impact-words.ts';
import { Section } from '../../ui/page.tsx';

const verbs = { add: 'Adding', exclude: 'Excluding', remove: 'Removing' } as const;

/** Lists on their way into a segment: how far each is, and the way to stop it. Nothing where none is. */
export function SegmentImports({ segment }: { readonly segment: SegmentReply }) {
  const place = usePlace();
  const asked = useQuery(importsOf(place, segment.key));
  const [stopping, setStopping] = useState<ImportReply | null>(null);
  const running = (asked.data?.items ?? []).filter(({ state }) => state === 'applying');
  useRefreshWhenDone(running.length);
  if (running.length === 0 && stopping === null) return null;
  return (
    <Section title="On the way in">
      {running.map((one) => (
        <div key={one.id}>
          <Group justify="space-between" mb={6}>
            <Text role="status">
              {verbs[one.action]} {countOf(one.keys, one.contextKind)}: {countOf(one.applied.keys, 'key')} so
              far
            </Text>
            <ActionButton
              action="segment.cancel-import"
              variant="default"
              size="compact-sm"
              onClick={() => setStopping(one)}
            >
              Stop
            </ActionButton>
          </Group>
          <Progress
            aria-label={`How much of ${countOf(one.keys, one.contextKind)} is in`}
            value={(one.applied.keys / one.keys) * 100}
          />
        </div>
      ))}
      {stopping && (
        <ChangeDrawer
          opened
          onClose={() => setStopping(null)}
          title={`Stop taking in ${countOf(stopping.keys, stopping.contextKind)}`}
          lead="What went in already stays."
          confirm="Stop it"
          danger
          done="No more of the list is taken in."
          edit={() => cancelImport({ ...place, segment: segment.key, import: stopping.id })}
        />
      )}
    </Section>
  );
}

/** When a list is in, the members and their number are asked for again. */
function useRefreshWhenDone(running: number): void {
  const queryClient = useQueryClient();
  const before = useRef(running);
  useEffect(() => {
    if (running < before.current) {
      void queryClient.invalidateQueries({ queryKey: ['segment'] });
      void queryClient.invalidateQueries({ queryKey: ['segments'] });
    }
    before.current = running;
  }, [running, queryClient]);
}
