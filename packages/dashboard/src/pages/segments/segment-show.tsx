import { Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { membersOfSegment, oneSegment } from '../../api/catalogue-queries.ts';
import { listMembers } from '../../api/edits.ts';
import type { SegmentMemberReply, SegmentReply } from '../../api/replies.ts';
import { ActionButton } from '../../shell/action-button.tsx';
import { ChangeDrawer } from '../../shell/change-drawer.tsx';
import { TextLink } from '../../shell/links.tsx';
import { More } from '../../shell/more.tsx';
import { useEnvironment, usePlace } from '../../shell/place.ts';
import { Chip } from '../../ui/chip.tsx';
import { Columns } from '../../ui/columns.tsx';
import { KeyText } from '../../ui/key-text.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { clauseInWords } from '../flags/words.ts';
import { SegmentAddMembers } from './segment-add-members.tsx';
import { sizeInWords } from './words.ts';

export function SegmentShow() {
  const place = usePlace();
  const { segment } = useParams({ from: '/$project/$environment/segments/$segment' });
  const asked = useQuery(oneSegment(place, segment));
  return <Loaded asked={asked}>{(found) => <Known key={found.key} segment={found} />}</Loaded>;
}

function Known({ segment }: { readonly segment: SegmentReply }) {
  const place = usePlace();
  const environment = useEnvironment();
  const { key, name, description, rules } = segment;
  return (
    <Page
      title={name}
      trail={
        <TextLink to="/$project/$environment/segments" params={place}>
          Segments
        </TextLink>
      }
      lead={
        <>
          {description && <Text mb={6}>{description}</Text>}
          <Group gap={6}>
            <KeyText value={key} />
            <Text c="dimmed">
              In {environment.name}: {sizeInWords(segment)}.
            </Text>
          </Group>
        </>
      }
    >
      <Columns
        main={<Members segment={segment} />}
        beside={
          <Section title="Rules" hint="Whoever fits one of them is in it as well.">
            {rules.length === 0 && <Text c="dimmed">There are no rules.</Text>}
            {rules.map((rule) => (
              <Text key={rule.id} mb="xs">
                {rule.clauses.map(clauseInWords).join(' and ')}
              </Text>
            ))}
          </Section>
        }
      />
    </Page>
  );
}

function Members({ segment }: { readonly segment: SegmentReply }) {
  const place = usePlace();
  const [adding, add] = useDisclosure(false);
  const [removing, setRemoving] = useState<SegmentMemberReply | null>(null);
  const asked = useInfiniteQuery(membersOfSegment(place, segment.key));
  return (
    <Section
      title="Listed members"
      padded={false}
      action={
        <ActionButton action="segment.add-members" size="compact-sm" onClick={add.open}>
          Add members
        </ActionButton>
      }
    >
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
                  <Empty
                    title="Nobody is listed here"
                    hint="Paste a column of customer keys, or let the rules decide."
                  />
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
  );
}

function MemberKey({ member: { contextKind, contextKey } }: { readonly member: SegmentMemberReply }) {
  const place = usePlace();
  if (contextKind !== 'customer') return contextKey;
  return (
    <TextLink to="/$project/$environment/customers/$customer" params={{ ...place, customer: contextKey }}>
      {contextKey}
    </TextLink>
  );
}
