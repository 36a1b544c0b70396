import type { PlanVersion } from '@latchkey/model';
import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { featuresIn, onePlan, planMatrix } from '../../api/catalogue-queries.ts';
import type { FeatureReply, PlanReply } from '../../api/replies.ts';
import { ActionButton } from '../../shell/action-button.tsx';
import { ButtonLink, TextLink } from '../../shell/links.tsx';
import { useEnvironment, usePlace } from '../../shell/place.ts';
import { Chip } from '../../ui/chip.tsx';
import { Columns } from '../../ui/columns.tsx';
import { countOf } from '../../ui/impact-words.ts';
import { KeyText } from '../../ui/key-text.tsx';
import { useNow } from '../../ui/now.ts';
import { Page, Section } from '../../ui/page.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { dayInWords } from '../../ui/time-words.ts';
import type { Tone } from '../../ui/tone.ts';
import { itemInWords } from '../features/words.ts';
import { PlanContents } from './plan-contents.tsx';
import { PlanPublish } from './plan-publish.tsx';
import { kindWords, stateOfVersion, type VersionState } from './words.ts';

export function PlanShow() {
  const place = usePlace();
  const { plan } = useParams({ from: '/$project/$environment/plans/$plan' });
  const asked = useQuery(onePlan(place, plan));
  const features = useQuery(featuresIn(place));
  return (
    <Loaded asked={asked}>
      {(found) => (
        <Loaded asked={features}>
          {({ items }) => (
            <Known key={found.key} plan={found} answeredAt={asked.dataUpdatedAt} features={items} />
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

function Known({
  plan,
  answeredAt,
  features,
}: {
  readonly plan: PlanReply;
  readonly answeredAt: number;
  readonly features: readonly FeatureReply[];
}) {
  const place = usePlace();
  // The page's clock moves on once a minute: what was published since is not still to come.
  const now = Math.max(useNow(), answeredAt);
  const environment = useEnvironment();
  const matrix = useQuery(planMatrix(place));
  // What is edited is what was seen when the form opened: news must neither replace typed text nor hide a conflict.
  const [editing, setEditing] = useState<PlanReply | null>(null);
  const [publishing, setPublishing] = useState<number | null>(null);
  const { key, name, kind, description, state, versions, publications } = plan;
  const here = publications.find((publication) => publication.environment === place.environment);
  const editions = here?.editions ?? [];
  const stateOf = (version: number) => stateOfVersion(version, editions, now);
  const current = versions.find(({ version }) => stateOf(version) === 'current');
  const newest = versions[0];
  const customers = matrix.data?.items.find((column) => column.key === key)?.customers;
  return (
    <Page
      title={name}
      trail={
        <TextLink to="/$project/$environment/plans" params={place}>
          Plans
        </TextLink>
      }
      beside={
        state === 'retired' ? (
          <Chip>Retired</Chip>
        ) : current ? (
          <Chip tone="good">
            Version {current.version} in {environment.name}
          </Chip>
        ) : (
          <Chip tone="warn">Not published in {environment.name}</Chip>
        )
      }
      lead={
        <>
          {description && <Text mb={6}>{description}</Text>}
          <Group gap={6}>
            <KeyText value={key} />
            <Chip>{kindWords[kind]}</Chip>
          </Group>
        </>
      }
      action={
        <>
          <ButtonLink
            to="/$project/$environment/customers"
            params={place}
            search={{ plan: key }}
            variant="default"
          >
            {customers === undefined ? 'Who is on it' : countOf(customers, 'customer')}
          </ButtonLink>
          {!editing && (
            <ActionButton
              action="plan.draft-version"
              off={state === 'retired' ? 'The plan is retired.' : undefined}
              onClick={() => setEditing(plan)}
            >
              Change the contents
            </ActionButton>
          )}
        </>
      }
    >
      <Columns
        main={
          editing ? (
            <PlanContents plan={editing} features={features} onClose={() => setEditing(null)} />
          ) : (
            <Contents version={current ?? newest} features={features} state={current ? 'current' : 'draft'} />
          )
        }
        beside={
          <Versions versions={versions} stateOf={stateOf} editions={editions} onPublish={setPublishing} />
        }
      />
      <PlanPublish plan={plan} version={publishing} onClose={() => setPublishing(null)} />
    </Page>
  );
}

function Contents({
  version,
  features,
  state,
}: {
  readonly version: PlanVersion | undefined;
  readonly features: readonly FeatureReply[];
  readonly state: VersionState;
}) {
  const place = usePlace();
  const byKey = new Map(features.map((feature) => [feature.key, feature]));
  return (
    <Section
      title={version === undefined ? 'Contents' : `Contents of version ${version.version}`}
      hint={
        version?.base
          ? `Builds on ${version.base.plan}, version ${version.base.version}.`
          : state === 'draft' && version
            ? 'A draft: nobody has it until it is published.'
            : undefined
      }
      padded={false}
    >
      <Table
        label="Contents"
        rows={version?.resolvedItems ?? []}
        rowKey={({ feature }) => feature}
        empty={
          <Empty title="There is nothing in it yet" hint="“Change the contents” is at the top of the page." />
        }
        columns={[
          {
            id: 'feature',
            title: 'Feature',
            cell: ({ feature }) => (
              <TextLink to="/$project/$environment/features/$feature" params={{ ...place, feature }} fw={600}>
                {byKey.get(feature)?.name ?? feature}
              </TextLink>
            ),
          },
          {
            id: 'gives',
            title: 'Gives',
            align: 'end',
            cell: (item) => itemInWords(item, byKey.get(item.feature)?.unit ?? null),
          },
        ]}
      />
    </Section>
  );
}

const stateTones = {
  draft: 'warn',
  announced: 'info',
  current: 'good',
  past: 'neutral',
} as const satisfies Record<VersionState, Tone>;

function Versions({
  versions,
  stateOf,
  editions,
  onPublish,
}: {
  readonly versions: readonly PlanVersion[];
  readonly stateOf: (version: number) => VersionState;
  readonly editions: readonly { readonly version: number; readonly from: string }[];
  readonly onPublish: (version: number) => void;
}) {
  return (
    <Section
      title="Versions"
      hint="A version never changes; what customers get is the published one."
      padded={false}
    >
      <Table
        label="Versions"
        rows={versions}
        rowKey={({ version }) => String(version)}
        empty={<Empty title="No version yet" />}
        columns={[
          {
            id: 'version',
            title: 'Version',
            cell: ({ version, createdAt }) => {
              const from = editions.findLast((edition) => edition.version === version)?.from;
              return (
                <>
                  <Text fw={600}>Version {version}</Text>
                  <Text size="xs" c="dimmed">
                    {from === undefined ? `drafted ${dayInWords(createdAt)}` : `from ${dayInWords(from)}`}
                  </Text>
                </>
              );
            },
          },
          {
            id: 'state',
            title: 'State',
            fit: true,
            cell: ({ version }) => <Chip tone={stateTones[stateOf(version)]}>{stateOf(version)}</Chip>,
          },
          {
            id: 'publish',
            title: 'Publish',
            quiet: true,
            fit: true,
            cell: ({ version }) =>
              stateOf(version) !== 'current' && (
                <ActionButton
                  action="plan.publish"
                  variant={stateOf(version) === 'draft' ? 'light' : 'subtle'}
                  size="compact-sm"
                  aria-label={`Publish version ${version}`}
                  onClick={() => onPublish(version)}
                >
                  Publish
                </ActionButton>
              ),
          },
        ]}
      />
    </Section>
  );
}
