import { Anchor, Button, Group, Stack, Text, Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { type ChangeScope, type ChangeShown, oneChange, scopes } from '../../api/change-queries.ts';
import { TextLink } from '../../shell/links.tsx';
import { usePlace } from '../../shell/place.ts';
import { Chip } from '../../ui/chip.tsx';
import { Columns } from '../../ui/columns.tsx';
import { Facts } from '../../ui/facts.tsx';
import { KeyText } from '../../ui/key-text.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Loaded } from '../../ui/states.tsx';
import { momentInWords } from '../../ui/time-words.ts';
import { Approvals } from './approvals.tsx';
import { ChangeDecide, type Deed } from './change-decide.tsx';
import { Effect } from './effect.tsx';
import { changeInWords, statusWords } from './words.ts';

const route = getRouteApi('/$project/$environment/changes/$change');

/** One change that waits or waited: what it does, why it waits, whose word it has, and the deed. */
export function ChangeShow() {
  const place = usePlace();
  const { change: id } = route.useParams();
  const { scope: said } = route.useSearch();
  const scope: ChangeScope = scopes.find((one) => one === said) ?? 'environment';
  const asked = useQuery(oneChange(place, scope, id));
  return (
    <Loaded asked={asked} frame={(state) => <Page title="Change">{state}</Page>}>
      {(change) => <Shown change={change} scope={scope} />}
    </Loaded>
  );
}

function Shown({ change, scope }: { readonly change: ChangeShown; readonly scope: ChangeScope }) {
  const place = usePlace();
  const [deed, setDeed] = useState<Deed | null>(null);
  const { word, tone } = statusWords[change.status];
  return (
    <Page
      title={changeInWords(change)}
      beside={<Chip tone={tone}>{word}</Chip>}
      lead={change.comment}
      trail={
        <TextLink to="/$project/$environment/changes" params={place}>
          Changes
        </TextLink>
      }
      action={<Deeds change={change} onDeed={setDeed} />}
    >
      <Columns
        main={<Effect change={change} />}
        beside={
          <Stack gap="lg">
            <Approvals change={change} />
            <Section title="About it">
              <Facts
                facts={[
                  ['Asked by', change.actor.name],
                  ['Asked', momentInWords(change.createdAt)],
                  ['Happens', change.effectiveAt && momentInWords(change.effectiveAt)],
                  ['Done', change.appliedAt && momentInWords(change.appliedAt)],
                  [
                    'Customer',
                    change.customer && (
                      <TextLink
                        to="/$project/$environment/customers/$customer"
                        params={{ ...place, customer: change.customer }}
                      >
                        {change.customer}
                      </TextLink>
                    ),
                  ],
                  ['Why it failed', change.failure?.detail],
                  ['Links', change.links.length > 0 ? <Links key="links" links={change.links} /> : null],
                  ['Id', <KeyText key="id" value={change.id} />],
                ]}
              />
            </Section>
          </Stack>
        }
      />
      <ChangeDecide change={change} scope={scope} deed={deed} onClose={() => setDeed(null)} />
    </Page>
  );
}

const Links = ({ links }: Pick<ChangeShown, 'links'>) => (
  <>
    {links.map(({ url, label }) => (
      <div key={url}>
        <Anchor href={url} target="_blank" rel="noreferrer">
          {label ?? url}
        </Anchor>
      </div>
    ))}
  </>
);

const buttons = [
  { deed: 'cancel', name: 'Take it back', variant: 'default' },
  { deed: 'reject', name: 'Reject', variant: 'default' },
  { deed: 'approve', name: 'Approve', variant: 'filled' },
] as const;

/** A button that does nothing says why: it is your own, or it takes somebody else's role. */
function Deeds({
  change: { status, may },
  onDeed,
}: {
  readonly change: ChangeShown;
  readonly onDeed: (deed: Deed) => void;
}) {
  if (status !== 'pending' && status !== 'scheduled') return null;
  return (
    <Group gap="xs">
      {buttons
        .filter(({ deed }) => deed === 'cancel' || status === 'pending')
        .map(({ deed, name, variant }) => (
          <Tooltip key={deed} label={may[deed].because} disabled={may[deed].allowed} multiline maw={320}>
            <Button
              variant={variant}
              onClick={(event) => (may[deed].allowed ? onDeed(deed) : event.preventDefault())}
              {...(may[deed].allowed ? {} : { 'aria-disabled': true, 'data-disabled': true })}
            >
              {name}
            </Button>
          </Tooltip>
        ))}
      {!may.approve.allowed && status === 'pending' && (
        <Text size="sm" c="dimmed" w="100%">
          {may.approve.because}
        </Text>
      )}
    </Group>
  );
}
