import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { featuresIn, oneFlag } from '../../api/catalogue-queries.ts';
import type { FlagInEnvironment } from '../../api/replies.ts';
import { ActionButton } from '../../shell/action-button.tsx';
import { TextLink } from '../../shell/links.tsx';
import { useEnvironment, usePlace } from '../../shell/place.ts';
import { Chip } from '../../ui/chip.tsx';
import { Columns } from '../../ui/columns.tsx';
import { Facts } from '../../ui/facts.tsx';
import { KeyText } from '../../ui/key-text.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Loaded } from '../../ui/states.tsx';
import { FlagDescribe } from './flag-describe.tsx';
import { FlagTargeting } from './flag-targeting.tsx';
import { FlagTurn } from './flag-turn.tsx';
import { purposeWords, variationInWords } from './words.ts';

export function FlagShow() {
  const place = usePlace();
  const { flag } = useParams({ from: '/$project/$environment/flags/$flag' });
  const asked = useQuery(oneFlag(place, flag));
  return <Loaded asked={asked}>{(found) => <Known key={found.key} flag={found} />}</Loaded>;
}

function Known({ flag }: { readonly flag: FlagInEnvironment }) {
  const place = usePlace();
  const environment = useEnvironment();
  // What is edited is what was seen when the form opened: news must neither replace typed text nor hide a conflict.
  const [turning, setTurning] = useState<FlagInEnvironment | null>(null);
  const [editing, setEditing] = useState<FlagInEnvironment | null>(null);
  const { key, name, description, on, tags, variations, state } = flag;
  return (
    <Page
      title={name}
      trail={
        <TextLink to="/$project/$environment/flags" params={place}>
          Flags
        </TextLink>
      }
      beside={
        <Chip tone={on ? 'good' : 'neutral'}>
          {on ? 'On' : 'Off'} in {environment.name}
        </Chip>
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
          <ActionButton action="flag.describe" variant="default" onClick={() => setEditing(flag)}>
            Edit
          </ActionButton>
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
      <Columns
        main={<FlagTargeting flag={flag} />}
        beside={
          <>
            <Guards flag={key} />
            <Section title="Variations">
              <Facts
                facts={variations.map(({ value, name: called }, index) => [
                  called || variationInWords(variations, index),
                  <code key="value">{JSON.stringify(value)}</code>,
                ])}
              />
            </Section>
            <Section title="Details">
              <Facts
                facts={[
                  ['Purpose', purposeWords[flag.purpose]],
                  ['Lives', flag.temporary ? 'for a while' : 'for good'],
                  ['Owner', flag.owner],
                  ['Browsers and phones', flag.clientSide ? 'may ask for it' : 'may not ask for it'],
                  ['State', state],
                ]}
              />
            </Section>
          </>
        }
      />
      <FlagTurn flag={turning} onClose={() => setTurning(null)} />
      {editing && <FlagDescribe flag={editing} onClose={() => setEditing(null)} />}
    </Page>
  );
}

/** The features that nobody has while this flag is off. */
function Guards({ flag }: { readonly flag: string }) {
  const place = usePlace();
  const features = useQuery(featuresIn(place));
  const guarded = features.data?.items.filter(({ flagKey }) => flagKey === flag) ?? [];
  return (
    <Section title="Guards" hint="While the flag is off, nobody has it, whatever they bought.">
      {guarded.length === 0 ? (
        <Text c="dimmed">No feature. Tag it “EntitledFeature” to sell it.</Text>
      ) : (
        guarded.map(({ key, name }) => (
          <TextLink
            key={key}
            to="/$project/$environment/features/$feature"
            params={{ ...place, feature: key }}
            display="block"
          >
            {name}
          </TextLink>
        ))
      )}
    </Section>
  );
}
