import type { FeatureState } from '@latchkey/model';
import { Button, Group, Menu, Text, Tooltip } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { oneFeature, planMatrix } from '../../api/catalogue-queries.ts';
import { describeFeature } from '../../api/edits.ts';
import type { FeatureShown } from '../../api/replies.ts';
import { ActionButton } from '../../shell/action-button.tsx';
import { ChangeDrawer } from '../../shell/change-drawer.tsx';
import { ButtonLink, TextLink } from '../../shell/links.tsx';
import { useMay } from '../../shell/may.ts';
import { usePlace } from '../../shell/place.ts';
import { Chip } from '../../ui/chip.tsx';
import { Columns } from '../../ui/columns.tsx';
import { KeyText } from '../../ui/key-text.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { History } from '../ledger/history.tsx';
import { FeatureAttributes } from './feature-attributes.tsx';
import { FeatureDescribe } from './feature-describe.tsx';
import { itemInWords, kindWords, nextStates, stateWords } from './words.ts';

export function FeatureShow() {
  const place = usePlace();
  const { feature } = useParams({ from: '/$project/$environment/features/$feature' });
  const asked = useQuery(oneFeature(place, feature));
  return <Loaded asked={asked}>{(found) => <Known key={found.key} feature={found} />}</Loaded>;
}

function Known({ feature }: { readonly feature: FeatureShown }) {
  const place = usePlace();
  // What is edited is what was seen when the form opened: news must neither replace typed text nor hide a conflict.
  const [editing, setEditing] = useState<FeatureShown | null>(null);
  const { key, name, description, state, kind, tags } = feature;
  return (
    <Page
      title={name}
      trail={
        <TextLink to="/$project/$environment/features" params={place}>
          Features
        </TextLink>
      }
      beside={<Chip tone={stateWords[state].tone}>{stateWords[state].word}</Chip>}
      lead={
        <>
          {description && <Text mb={6}>{description}</Text>}
          <Group gap={6}>
            <KeyText value={key} />
            <Chip>{kindWords[kind].word}</Chip>
            {tags.map((tag) => (
              <Chip key={tag}>{tag}</Chip>
            ))}
          </Group>
        </>
      }
      action={
        <>
          <ButtonLink
            to="/$project/$environment/customers"
            params={place}
            search={{ feature: key }}
            variant="default"
          >
            Who has it
          </ButtonLink>
          <Advance feature={feature} />
          <ActionButton action="feature.describe" variant="default" onClick={() => setEditing(feature)}>
            Edit
          </ActionButton>
        </>
      }
    >
      <Columns
        main={
          <>
            <InPlans feature={feature} />
            <FeatureAttributes feature={feature} />
          </>
        }
        beside={<History filter={{ feature: key }} hint="Of this feature, its plans and its grants." />}
      />
      {editing && <FeatureDescribe feature={editing} onClose={() => setEditing(null)} />}
    </Page>
  );
}

/** Which plans give it, and how much of it, in the version that is published here. */
function InPlans({ feature }: { readonly feature: FeatureShown }) {
  const place = usePlace();
  const matrix = useQuery(planMatrix(place));
  const now = new Map(
    matrix.data?.items.map((plan) => [
      plan.key,
      plan.current?.items.find((item) => item.feature === feature.key),
    ]),
  );
  return (
    <Section title="Plans that include it" padded={false}>
      <Table
        label="Plans that include it"
        rows={feature.plans}
        rowKey={({ plan }) => plan}
        empty={
          <Empty
            title={feature.access === 'open' ? 'It is open to everybody' : 'It is in no plan yet'}
            hint={
              feature.access === 'open'
                ? 'No plan and no grant is needed.'
                : 'Nobody gets it until a plan includes it, or somebody grants it.'
            }
            action={
              <ButtonLink to="/$project/$environment/plans" params={place} variant="default">
                Open the plans
              </ButtonLink>
            }
          />
        }
        columns={[
          {
            id: 'plan',
            title: 'Plan',
            cell: ({ plan, name }) => (
              <TextLink to="/$project/$environment/plans/$plan" params={{ ...place, plan }} fw={600}>
                {name}
              </TextLink>
            ),
          },
          {
            id: 'gives',
            title: 'Gives now',
            cell: ({ plan }) => {
              const item = now.get(plan);
              return item ? (
                itemInWords(item, feature.unit)
              ) : (
                <Text c="dimmed">not in the published version</Text>
              );
            },
          },
          {
            id: 'versions',
            title: 'In versions',
            fit: true,
            wide: true,
            cell: ({ versions }) => versions.join(', '),
          },
        ]}
      />
    </Section>
  );
}

/** A step in the feature's life. */
function Advance({ feature }: { readonly feature: FeatureShown }) {
  const place = usePlace();
  const { allowed, because } = useMay('feature.advance');
  const [to, setTo] = useState<FeatureState | null>(null);
  const possible: readonly FeatureState[] = nextStates[feature.state];
  if (possible.length === 0) return null;
  if (!allowed)
    return (
      <Tooltip label={because}>
        <Button variant="default" aria-disabled data-disabled onClick={(event) => event.preventDefault()}>
          Change state
        </Button>
      </Tooltip>
    );
  return (
    <>
      <Menu position="bottom-end" width={240} shadow="md">
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={15} />}>
            Change state
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {possible.map((state) => (
            <Menu.Item key={state} onClick={() => setTo(state)}>
              {stateWords[state].word}
              <Text size="xs" c="dimmed">
                {stateWords[state].about}
              </Text>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <ChangeDrawer
        opened={to !== null}
        onClose={() => setTo(null)}
        title={to === null ? '' : `Move ${feature.name} to ${stateWords[to].word.toLowerCase()}`}
        lead={to === null ? '' : stateWords[to].about}
        confirm={to === 'retired' ? 'Retire the feature' : 'Move it on'}
        danger={to === 'retired'}
        done={`${feature.name} has moved on.`}
        edit={() =>
          to === null
            ? null
            : describeFeature({ ...place, feature: feature.key }, { state: to }, feature.version)
        }
      />
    </>
  );
}
