import { Button, Group, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { membersOfSegment } from '../../api/catalogue-queries.ts';
import { listMembers } from '../../api/edits.ts';
import type { Place, SegmentMemberReply, SegmentReply } from '../../api/replies.ts';
import { ActionButton } from '../../shell/action-button.tsx';
import { ChangeDrawer } from '../../shell/change-drawer.tsx';
import { ChoiceField, SearchField } from '../../shell/filters.tsx';
import { TextLink } from '../../shell/links.tsx';
import { More } from '../../shell/more.tsx';
import { useEnvironment, usePlace } from '../../shell/place.ts';
import { Chip } from '../../ui/chip.tsx';
import { useNow } from '../../ui/now.ts';
import { Section } from '../../ui/page.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { endInWords } from '../../ui/time-words.ts';
import { Toolbar } from '../../ui/toolbar.tsx';
import { SegmentAddMembers } from './segment-add-members.tsx';
import { SegmentImports } from './segment-imports.tsx';
import { SegmentUpload } from './segment-upload.tsx';

/** Who is listed in a segment here, by key: found by search, a page at a time, however many they are. */
export function SegmentMembers({ segment }: { readonly segment: SegmentReply }) {
  const place = usePlace();
  const environment = useEnvironment();
  const now = useNow();
  const [adding, add] = useDisclosure(false);
  const [uploading, upload] = useDisclosure(false);
  const [removing, setRemoving] = useState<SegmentMemberReply | null>(null);
  const [filter, setFilter] = useState<{ readonly query?: string; readonly kind?: string }>({});
  const asked = useInfiniteQuery({
    ...membersOfSegment(place, segment.key, filter),
    placeholderData: keepPreviousData,
  });
  const isNarrowed = Boolean(filter.query || filter.kind);
  return (
    <Stack gap={20}>
      <SegmentImports segment={segment} />
      <Section
        title="Listed members"
        hint={`In ${environment.name}. Every environment has its own list.`}
        padded={false}
        action={
          <Group gap="xs">
            <Button
              component="a"
              href={exportOf(place, segment.key)}
              download
              variant="default"
              size="compact-sm"
            >
              Export
            </Button>
            <ActionButton action="segment.import" variant="default" size="compact-sm" onClick={upload.open}>
              Upload a file
            </ActionButton>
            <ActionButton action="segment.add-members" size="compact-sm" onClick={add.open}>
              Add members
            </ActionButton>
          </Group>
        }
      >
        <Toolbar>
          <SearchField
            label="Key"
            value={filter.query ?? ''}
            onSearch={(query) => setFilter({ ...filter, query })}
          />
          <ChoiceField
            label="Kind"
            any="Any kind"
            value={filter.kind}
            choices={segment.members.map(({ contextKind }) => ({ value: contextKind, label: contextKind }))}
            onChoice={(kind) => setFilter({ ...filter, kind: kind ?? '' })}
          />
        </Toolbar>
        <Loaded asked={asked}>
          {({ pages }) => {
            const rows = pages.flatMap(({ items }) => items);
            return (
              <>
                <Table
                  label="Listed members"
                  rows={rows}
                  rowKey={({ contextKind, contextKey }) => `${contextKind}/${contextKey}`}
                  empty={
                    isNarrowed ? (
                      <Empty title="Nobody who is listed fits" hint="Search for the beginning of a key." />
                    ) : (
                      <Empty
                        title="Nobody is listed here"
                        hint="Paste a column of customer keys, or let the rules decide."
                      />
                    )
                  }
                  columns={[
                    { id: 'key', title: 'Key', cell: (member) => <MemberKey member={member} /> },
                    {
                      id: 'kind',
                      title: 'Kind',
                      fit: true,
                      wide: true,
                      cell: ({ contextKind }) => contextKind,
                    },
                    {
                      id: 'included',
                      title: 'Listed as',
                      fit: true,
                      cell: ({ included }) => (
                        <Chip tone={included ? 'good' : 'bad'}>{included ? 'in' : 'never in'}</Chip>
                      ),
                    },
                    {
                      id: 'until',
                      title: 'Until',
                      fit: true,
                      wide: true,
                      cell: ({ until }) => endInWords(until ?? null, now),
                    },
                    {
                      id: 'remove',
                      title: 'Take out',
                      quiet: true,
                      fit: true,
                      cell: (member) => (
                        <ActionButton
                          action="segment.remove-members"
                          variant="subtle"
                          color="red"
                          size="compact-sm"
                          aria-label={`Remove ${member.contextKey}`}
                          onClick={() => setRemoving(member)}
                        >
                          Remove
                        </ActionButton>
                      ),
                    },
                  ]}
                />
                <More asked={asked} shown={rows.length} one="member" />
              </>
            );
          }}
        </Loaded>
        <SegmentAddMembers segment={segment} opened={adding} onClose={add.close} />
        <ChangeDrawer
          opened={removing !== null}
          onClose={() => setRemoving(null)}
          title={`Remove ${removing?.contextKey ?? ''} from ${segment.name}`}
          lead="They are no longer listed; a rule may still include them."
          confirm="Remove"
          danger
          done={`${removing?.contextKey ?? ''} is no longer listed.`}
          edit={() =>
            removing === null
              ? null
              : listMembers(
                  { ...place, segment: segment.key },
                  { remove: { [removing.contextKind]: [removing.contextKey] } },
                )
          }
        />
      </Section>
      {uploading && <SegmentUpload segment={segment} onClose={upload.close} />}
    </Stack>
  );
}

const exportOf = ({ project, environment }: Place, segment: string): string =>
  `/api/v1/projects/${project}/environments/${environment}/segments/${segment}/members.csv`;

function MemberKey({ member: { contextKind, contextKey } }: { readonly member: SegmentMemberReply }) {
  const place = usePlace();
  if (contextKind !== 'customer') return contextKey;
  return (
    <TextLink to="/$project/$environment/customers/$customer" params={{ ...place, customer: contextKey }}>
      {contextKey}
    </TextLink>
  );
}
