import { SegmentedControl, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type ChangeHere, changesAround } from '../../api/change-queries.ts';
import { TextLink } from '../../shell/links.tsx';
import { useMay } from '../../shell/may.ts';
import { usePlace } from '../../shell/place.ts';
import { Chip } from '../../ui/chip.tsx';
import { impactInWords } from '../../ui/impact-words.ts';
import { useNow } from '../../ui/now.ts';
import { Page, Section } from '../../ui/page.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { Ago } from '../../ui/time.tsx';
import { daysInWords, momentInWords } from '../../ui/time-words.ts';
import { changeInWords, statusWords } from './words.ts';

const route = getRouteApi('/$project/$environment/changes');

/** What others want to do, what happens later by itself, and what became of both. */
export function ChangeList() {
  const place = usePlace();
  const navigate = useNavigate();
  const { show } = route.useSearch();
  const which = show === 'over' ? 'over' : 'waiting';
  const { allowed: seesMembers } = useMay('member.read');
  const asked = useQuery(changesAround(place, which, seesMembers));
  return (
    <Page
      title="Changes"
      lead="Changes that do not happen at once: because somebody has to approve them, or because their time has not come."
      action={
        <SegmentedControl
          aria-label="Which changes"
          value={which}
          onChange={(chosen) =>
            void navigate({
              to: '/$project/$environment/changes',
              params: place,
              search: chosen === 'over' ? { show: 'over' } : {},
            })
          }
          data={[
            { value: 'waiting', label: 'Waiting' },
            { value: 'over', label: 'Over' },
          ]}
        />
      }
    >
      <Loaded asked={asked} frame={(state) => <Section title="Changes">{state}</Section>}>
        {(changes) =>
          which === 'over' ? (
            <Section title="Over" hint="What was done, rejected or taken back." padded={false}>
              <Rows label="Changes that are over" changes={changes} nothing="Nothing has waited here yet" />
            </Section>
          ) : (
            <>
              <Section
                title="Waiting for approval"
                hint="Nothing of this has happened. With the last approval it does."
                padded={false}
              >
                <Rows
                  label="Changes that wait for approval"
                  changes={changes.filter(({ status }) => status === 'pending')}
                  nothing="Nothing waits for approval"
                />
              </Section>
              <Section title="Scheduled" hint="Happens by itself at its time." padded={false}>
                <Rows
                  label="Scheduled changes"
                  changes={changes.filter(({ status }) => status === 'scheduled')}
                  nothing="Nothing is scheduled"
                />
              </Section>
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function Rows({
  label,
  changes,
  nothing,
}: {
  readonly label: string;
  readonly changes: readonly ChangeHere[];
  readonly nothing: string;
}) {
  const place = usePlace();
  const now = useNow();
  return (
    <Table
      label={label}
      rows={changes}
      rowKey={({ id }) => id}
      empty={<Empty title={nothing} />}
      columns={[
        {
          id: 'what',
          title: 'What',
          cell: (change) => (
            <>
              <TextLink
                to="/$project/$environment/changes/$change"
                params={{ ...place, change: change.id }}
                search={change.scope === 'environment' ? {} : { scope: change.scope }}
                fw={600}
              >
                {changeInWords(change)}
              </TextLink>
              <Text size="sm" c="dimmed">
                {change.comment || impactInWords(change.impact)}
              </Text>
            </>
          ),
        },
        { id: 'who', title: 'Asked by', fit: true, wide: true, cell: ({ actor }) => actor.name },
        {
          id: 'when',
          title: 'When',
          fit: true,
          wide: true,
          cell: ({ createdAt, effectiveAt, status }) =>
            status === 'scheduled' && effectiveAt ? (
              <time dateTime={effectiveAt} title={momentInWords(effectiveAt)}>
                {daysInWords(effectiveAt, now)}
              </time>
            ) : (
              <Ago at={createdAt} now={now} />
            ),
        },
        {
          id: 'status',
          title: 'State',
          fit: true,
          cell: ({ status, may }) =>
            status === 'pending' && may.approve.allowed ? (
              <Chip tone="warn">Waits for you</Chip>
            ) : (
              <Chip tone={statusWords[status].tone}>{statusWords[status].word}</Chip>
            ),
        },
      ]}
    />
  );
}
