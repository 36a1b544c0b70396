import { Group, Tabs, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { oneSegment } from '../../api/catalogue-queries.ts';
import { changeProject } from '../../api/edits.ts';
import type { SegmentReply } from '../../api/replies.ts';
import { ActionButton } from '../../shell/action-button.tsx';
import { ChangeDrawer } from '../../shell/change-drawer.tsx';
import { TextLink } from '../../shell/links.tsx';
import { useEnvironment, usePlace } from '../../shell/place.ts';
import { Chip } from '../../ui/chip.tsx';
import { KeyText } from '../../ui/key-text.tsx';
import { Page } from '../../ui/page.tsx';
import { Loaded } from '../../ui/states.tsx';
import { LeaveGuard } from '../flags/targeting/leave-guard.tsx';
import { History } from '../ledger/history.tsx';
import { SegmentDescribe } from './segment-describe.tsx';
import { SegmentMembers } from './segment-members.tsx';
import { SegmentRules } from './segment-rules.tsx';
import { SegmentUse } from './segment-use.tsx';
import { useRulesDraft } from './use-rules-draft.ts';
import { sizeInWords } from './words.ts';

const from = '/$project/$environment/segments/$segment';

export function SegmentShow() {
  const place = usePlace();
  const { segment } = useParams({ from });
  const asked = useQuery(oneSegment(place, segment));
  return <Loaded asked={asked}>{(found) => <Known key={found.key} segment={found} />}</Loaded>;
}

function Known({ segment }: { readonly segment: SegmentReply }) {
  const place = usePlace();
  const environment = useEnvironment();
  const { tab = 'members' } = useSearch({ from });
  const navigate = useNavigate({ from });
  const draft = useRulesDraft(segment);
  const [editing, setEditing] = useState<SegmentReply | null>(null);
  const [removing, setRemoving] = useState(false);
  const { key, name, description, tags } = segment;
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
            {tags.map((tag) => (
              <Chip key={tag}>{tag}</Chip>
            ))}
            <Text c="dimmed">
              In {environment.name}: {sizeInWords(segment)}.
            </Text>
          </Group>
        </>
      }
      action={
        <>
          <ActionButton
            action="segment.remove"
            variant="outline"
            color="red"
            onClick={() => setRemoving(true)}
          >
            Remove
          </ActionButton>
          <ActionButton action="segment.describe" variant="default" onClick={() => setEditing(segment)}>
            Edit
          </ActionButton>
        </>
      }
    >
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(chosen) =>
          void navigate({
            search: chosen === 'members' || chosen === null ? {} : { tab: chosen },
            replace: true,
          })
        }
      >
        <Tabs.List mb="lg">
          <Tabs.Tab value="members">Members</Tabs.Tab>
          <Tabs.Tab value="rules">Rules{draft.isChanged && ' (not saved)'}</Tabs.Tab>
          <Tabs.Tab value="use">Where it is used</Tabs.Tab>
          <Tabs.Tab value="history">History</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="members">
          <SegmentMembers segment={segment} />
        </Tabs.Panel>
        <Tabs.Panel value="rules">
          <SegmentRules draft={draft} />
        </Tabs.Panel>
        <Tabs.Panel value="use">
          <SegmentUse segment={segment} />
        </Tabs.Panel>
        <Tabs.Panel value="history">
          <History filter={{ segment: key }} limit={50} hint="It grows by itself." />
        </Tabs.Panel>
      </Tabs>
      {editing && <SegmentDescribe segment={editing} onClose={() => setEditing(null)} />}
      <ChangeDrawer
        opened={removing}
        onClose={() => setRemoving(false)}
        title={`Remove ${name}`}
        lead="It goes in every environment, with its members. This is refused while anything asks for it, and says what."
        confirm="Remove the segment"
        danger
        done={`${name} was removed.`}
        edit={() =>
          changeProject(place, { operations: [{ kind: 'segment.remove', input: { segment: key } }] })
        }
        onDone={() => void navigate({ to: '/$project/$environment/segments', params: place })}
      />
      <LeaveGuard isChanged={draft.isChanged} what={name} />
    </Page>
  );
}
