import { Group, Tabs, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { oneFlag } from '../../api/catalogue-queries.ts';
import { useFollowing } from '../../api/follow.ts';
import type { FlagInEnvironment } from '../../api/replies.ts';
import { ActionButton } from '../../shell/action-button.tsx';
import { ButtonLink, TextLink } from '../../shell/links.tsx';
import { useEnvironment, usePlace } from '../../shell/place.ts';
import { Chip } from '../../ui/chip.tsx';
import { Columns } from '../../ui/columns.tsx';
import { KeyText } from '../../ui/key-text.tsx';
import { Page } from '../../ui/page.tsx';
import { Loaded } from '../../ui/states.tsx';
import { FlagInsights } from '../insights/flag-insights.tsx';
import { History } from '../ledger/history.tsx';
import { FlagBeside } from './flag-beside.tsx';
import { FlagSettings } from './flag-settings.tsx';
import { FlagTurn } from './flag-turn.tsx';
import { FlagVariations } from './flag-variations.tsx';
import { StateChip } from './state-chip.tsx';
import { LeaveGuard } from './targeting/leave-guard.tsx';
import { TargetingTab } from './targeting/targeting-tab.tsx';
import { useDraft } from './targeting/use-draft.ts';

const from = '/$project/$environment/flags/$flag';

export function FlagShow() {
  const place = usePlace();
  const { flag } = useParams({ from });
  const asked = useQuery(oneFlag(place, flag));
  return (
    <Loaded asked={asked}>
      {(found) => <Known key={`${place.environment} ${found.key}`} flag={found} />}
    </Loaded>
  );
}

function Known({ flag }: { readonly flag: FlagInEnvironment }) {
  const place = usePlace();
  const environment = useEnvironment();
  const { tab = 'targeting' } = useSearch({ from });
  const navigate = useNavigate({ from });
  // Lives above the tabs, so that looking at the history does not lose what is not saved.
  const draft = useDraft(flag);
  // What is edited is what was seen when the form opened: news must neither replace typed text nor hide a conflict.
  const [turning, setTurning] = useState<FlagInEnvironment | null>(null);
  const { key, name, description, on, tags, state } = flag;
  return (
    <Page
      title={name}
      trail={
        <TextLink to="/$project/$environment/flags" params={place}>
          Flags
        </TextLink>
      }
      beside={
        <>
          <Chip tone={on ? 'good' : 'neutral'}>
            {on ? 'On' : 'Off'} in {environment.name}
          </Chip>
          <StateChip state={state} />
        </>
      }
      lead={
        <>
          {description && <Text mb={6}>{description}</Text>}
          <Group gap={6}>
            <KeyText value={key} />
            {tags.map((tag) => (
              <Chip key={tag} tone={tag === 'EntitledFeature' ? 'info' : 'neutral'}>
                {tag}
              </Chip>
            ))}
          </Group>
        </>
      }
      action={
        <>
          <ButtonLink
            to="/$project/$environment/playground"
            params={place}
            search={{ flag: key }}
            variant="default"
          >
            Try it
          </ButtonLink>
          <ActionButton
            action="flag.turn"
            off={state === 'archived' ? 'The flag is archived.' : undefined}
            color={on ? 'red' : 'harbour'}
            variant={on ? 'outline' : 'filled'}
            onClick={() => setTurning(flag)}
          >
            Turn {on ? 'off' : 'on'}
          </ActionButton>
        </>
      }
    >
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(chosen) =>
          void navigate({
            search: chosen === 'targeting' || chosen === null ? {} : { tab: chosen },
            replace: true,
          })
        }
      >
        <Tabs.List mb="lg">
          <Tabs.Tab value="targeting">Targeting{draft.isChanged && ' (not saved)'}</Tabs.Tab>
          <Tabs.Tab value="variations">Variations</Tabs.Tab>
          <Tabs.Tab value="insights">Insights</Tabs.Tab>
          <Tabs.Tab value="history">History</Tabs.Tab>
          <Tabs.Tab value="settings">Settings</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="targeting">
          <Columns main={<TargetingTab flag={flag} draft={draft} />} beside={<FlagBeside flag={flag} />} />
        </Tabs.Panel>
        <Tabs.Panel value="variations">
          <FlagVariations flag={flag} />
        </Tabs.Panel>
        <Tabs.Panel value="insights">
          <FlagInsights {...place} flag={key} />
        </Tabs.Panel>
        <Tabs.Panel value="history">
          <History
            filter={{ flag: key }}
            limit={50}
            hint="In this environment, and what all environments share. It grows by itself."
          />
        </Tabs.Panel>
        <Tabs.Panel value="settings">
          <FlagSettings flag={flag} />
        </Tabs.Panel>
      </Tabs>
      {tab !== 'history' && <FlagNews flag={key} />}
      <FlagTurn flag={turning} onClose={() => setTurning(null)} />
      <LeaveGuard isChanged={draft.isChanged} what={name} />
    </Page>
  );
}

/** Has the flag asked for again when somebody changes it. The history follows by itself, and one open stream is enough. */
function FlagNews({ flag }: { readonly flag: string }) {
  const place = usePlace();
  const refetchInterval = useFollowing(place, { flag }, 'flag');
  useQuery({ ...oneFlag(place, flag), refetchInterval });
  return null;
}
