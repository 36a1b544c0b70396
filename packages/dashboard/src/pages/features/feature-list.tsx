import { Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type FeatureFilter, featuresIn, planMatrix } from '../../api/catalogue-queries.ts';
import { useFollowing } from '../../api/follow.ts';
import type { FeatureReply, PlanColumn } from '../../api/replies.ts';
import { ActionButton } from '../../shell/action-button.tsx';
import { ChoiceField, SearchField } from '../../shell/filters.tsx';
import { TextLink } from '../../shell/links.tsx';
import { narrowed } from '../../shell/narrow.ts';
import { usePlace } from '../../shell/place.ts';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import { countOf } from '../../ui/impact-words.ts';
import { Page } from '../../ui/page.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { ListFoot, Toolbar } from '../../ui/toolbar.tsx';
import { FeatureCreate } from './feature-create.tsx';
import { kindWords, sourceWords, stateWords } from './words.ts';

/** What is sold, limited or withheld. Those that a flag brought are found by `isFeatureFlag`, as consoles call it. */
export function FeatureList() {
  const place = usePlace();
  const filter = useSearch({ from: '/$project/$environment/features' });
  const navigate = useNavigate({ from: '/$project/$environment/features' });
  const [creating, create] = useDisclosure(false);
  // A flag that is tagged elsewhere becomes a feature while somebody looks on.
  const refetchInterval = useFollowing(place, {}, 'features');
  const asked = useQuery({
    ...featuresIn(place, filter as FeatureFilter),
    refetchInterval,
    placeholderData: keepPreviousData,
  });
  const plans = useQuery(planMatrix(place));
  const narrow = (part: typeof filter) =>
    void navigate({ search: (before) => narrowed(before, part), replace: true });
  const isNarrowed = Object.keys(filter).length > 0;
  return (
    <Page
      title="Features"
      lead="What you sell, limit or withhold. Plans and grants decide who has it; a flag may switch it off for everybody."
      action={
        <ActionButton action="feature.create" leftSection={<IconPlus size={16} />} onClick={create.open}>
          Create a feature
        </ActionButton>
      }
    >
      <Card>
        <Toolbar>
          <SearchField
            label="Name or key"
            value={filter.query ?? ''}
            onSearch={(query) => narrow({ query })}
          />
          <ChoiceField
            label="isFeatureFlag"
            any="With and without a flag"
            value={filter.isFeatureFlag}
            choices={[
              { value: 'Yes', label: 'isFeatureFlag: Yes' },
              { value: 'No', label: 'isFeatureFlag: No' },
            ]}
            onChoice={(isFeatureFlag) => narrow({ isFeatureFlag })}
          />
          <ChoiceField
            label="State"
            any="Any state"
            value={filter.state}
            choices={Object.entries(stateWords).map(([value, { word }]) => ({ value, label: word }))}
            onChoice={(state) => narrow({ state })}
          />
          <ChoiceField
            label="Plans"
            any="In plans or not"
            value={filter.unassigned}
            choices={[{ value: 'true', label: 'In no plan yet' }]}
            onChoice={(unassigned) => narrow({ unassigned })}
          />
        </Toolbar>
        <Loaded asked={asked}>
          {({ items }) => (
            <>
              <Table
                label="Features"
                rows={items}
                columns={columns(plans.data?.items ?? [])}
                rowKey={({ key }) => key}
                empty={
                  isNarrowed ? (
                    <Empty
                      title="No feature fits"
                      hint="Take a filter away, or search for part of the name."
                    />
                  ) : (
                    <Empty
                      title="There are no features yet"
                      hint="Create one, or tag a flag “EntitledFeature” and it appears here by itself."
                    />
                  )
                }
              />
              {items.length > 0 && (
                <ListFoot>
                  <span>{countOf(items.length, 'feature')}</span>
                </ListFoot>
              )}
            </>
          )}
        </Loaded>
      </Card>
      <FeatureCreate opened={creating} onClose={create.close} />
    </Page>
  );
}

const columns = (plans: readonly PlanColumn[]): readonly Column<FeatureReply>[] => [
  { id: 'name', title: 'Feature', cell: (feature) => <NameCell feature={feature} /> },
  { id: 'kind', title: 'Kind', wide: true, cell: ({ kind }) => kindWords[kind].word },
  {
    id: 'plans',
    title: 'In plans',
    wide: true,
    cell: ({ key, access }) => {
      const within = plans.filter(({ current }) => current?.items.some(({ feature }) => feature === key));
      if (access === 'open') return 'open to all';
      return within.length === 0 ? <Text c="dimmed">none</Text> : within.map(({ name }) => name).join(', ');
    },
  },
  {
    id: 'source',
    title: 'Comes from',
    cell: ({ source, sentinel }) =>
      sentinel.isFeatureFlag === 'Yes' ? (
        <Chip tone="info" title="isFeatureFlag: Yes">
          {source.platform === 'latchkey' ? 'a flag here' : sourceWords[source.platform]}
        </Chip>
      ) : (
        sourceWords[source.platform]
      ),
  },
  {
    id: 'state',
    title: 'State',
    fit: true,
    cell: ({ state }) => <Chip tone={stateWords[state].tone}>{stateWords[state].word}</Chip>,
  },
];

function NameCell({ feature: { key, name } }: { readonly feature: FeatureReply }) {
  const place = usePlace();
  return (
    <>
      <TextLink
        to="/$project/$environment/features/$feature"
        params={{ ...place, feature: key }}
        fw={600}
        c="var(--mantine-color-text)"
      >
        {name}
      </TextLink>
      <Text size="xs" c="dimmed">
        {key}
      </Text>
    </>
  );
}
