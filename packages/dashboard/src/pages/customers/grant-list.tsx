import type { Grant } from '@latchkey/model';
import { Anchor, Group, SegmentedControl, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { featuresIn } from '../../api/catalogue-queries.ts';
import { revokeGrant } from '../../api/edits.ts';
import { grantsOf } from '../../api/queries.ts';
import type { CustomerReply, GrantReply } from '../../api/replies.ts';
import { ActionButton } from '../../shell/action-button.tsx';
import { ChangeDrawer } from '../../shell/change-drawer.tsx';
import { usePlace } from '../../shell/place.ts';
import { Chip } from '../../ui/chip.tsx';
import { useNow } from '../../ui/now.ts';
import { Section } from '../../ui/page.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { dayInWords } from '../../ui/time-words.ts';
import type { Tone } from '../../ui/tone.ts';
import {
  effectInWords,
  type GrantPhase,
  originTones,
  originWords,
  phaseOfGrant,
  untilInWords,
} from './words.ts';

const phaseTones = {
  scheduled: 'info',
  active: 'good',
  expired: 'neutral',
  revoked: 'neutral',
} as const satisfies Record<GrantPhase, Tone>;

/** What was given to this customer by hand, with reason and end; what a plan implies is not among it. */
export function GrantList({ customer }: { readonly customer: CustomerReply }) {
  const place = usePlace();
  const now = useNow();
  const [shown, setShown] = useState('live');
  const [revoking, setRevoking] = useState<GrantReply | null>(null);
  const asked = useQuery(grantsOf(place, customer.key));
  const features = useQuery(featuresIn(place));
  const featureOf = (key: string) => features.data?.items.find((feature) => feature.key === key);
  const nameOf = (key: string) => featureOf(key)?.name ?? key;
  const live = (grant: Grant) => ['active', 'scheduled'].includes(phaseOfGrant(grant, now));
  return (
    <Section
      title="Grants"
      hint="Given by hand, next to what they bought. A billing sync never touches them."
      padded={false}
      action={
        <SegmentedControl
          size="xs"
          aria-label="Show"
          value={shown}
          onChange={setShown}
          data={[
            { value: 'live', label: 'Running' },
            { value: 'all', label: 'All' },
          ]}
        />
      }
    >
      <Loaded asked={asked}>
        {({ items }) => (
          <Table
            label="Grants"
            rows={items.filter((grant) => shown === 'all' || live(grant))}
            rowKey={({ id }) => id}
            empty={
              <Empty
                title="Nothing was given by hand"
                hint="Goodwill after an incident, a longer trial, a promise from the contract: all of it goes here."
              />
            }
            columns={[
              {
                id: 'feature',
                title: 'Feature',
                cell: (grant) => (
                  <>
                    <Text fw={600}>{nameOf(grant.feature)}</Text>
                    <Text size="sm" c="dimmed">
                      {effectInWords(grant, featureOf(grant.feature))}
                    </Text>
                  </>
                ),
              },
              {
                id: 'reason',
                title: 'Why',
                cell: (grant) => (
                  <>
                    <Chip tone={originTones[grant.origin]}>{originWords[grant.origin]}</Chip>
                    <Text size="sm" mt={4}>
                      {grant.reason}
                    </Text>
                    <Group gap={8}>
                      {grant.links.map(({ url, label }) => (
                        <Anchor key={url} href={url} target="_blank" rel="noreferrer" size="sm">
                          {label ?? url}
                        </Anchor>
                      ))}
                    </Group>
                  </>
                ),
              },
              {
                id: 'by',
                title: 'Given by',
                wide: true,
                fit: true,
                cell: ({ grantedBy, grantedAt }) => (
                  <>
                    {grantedBy}
                    <Text size="sm" c="dimmed">
                      {dayInWords(grantedAt)}
                    </Text>
                  </>
                ),
              },
              {
                id: 'end',
                title: 'State',
                fit: true,
                cell: (grant) => {
                  const phase = phaseOfGrant(grant, now);
                  return (
                    <>
                      <Chip tone={phaseTones[phase]}>{phase}</Chip>
                      {phase !== 'revoked' && (
                        <Text size="sm" c="dimmed">
                          {untilInWords(grant.to, now, customer.timeZone)}
                        </Text>
                      )}
                    </>
                  );
                },
              },
              {
                id: 'revoke',
                title: 'End it',
                quiet: true,
                fit: true,
                cell: (grant) =>
                  live(grant) && (
                    <ActionButton
                      action="grant.revoke"
                      variant="subtle"
                      color="red"
                      size="compact-sm"
                      aria-label={`Revoke the grant of ${nameOf(grant.feature)}`}
                      onClick={() => setRevoking(grant)}
                    >
                      Revoke
                    </ActionButton>
                  ),
              },
            ]}
          />
        )}
      </Loaded>
      <ChangeDrawer
        opened={revoking !== null}
        onClose={() => setRevoking(null)}
        title="Revoke a grant"
        lead={revoking && `${nameOf(revoking.feature)} of ${customer.name}. The record of it stays.`}
        confirm="Revoke the grant"
        danger
        done="The grant is revoked."
        edit={() => (revoking === null ? null : revokeGrant({ ...place, id: revoking.id }))}
      />
    </Section>
  );
}
