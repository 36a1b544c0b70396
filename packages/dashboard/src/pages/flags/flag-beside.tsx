import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { dependentsOfFlag } from '../../api/catalogue-queries.ts';
import type { FlagInEnvironment } from '../../api/replies.ts';
import { TextLink } from '../../shell/links.tsx';
import { usePlace } from '../../shell/place.ts';
import { Facts } from '../../ui/facts.tsx';
import { joined } from '../../ui/impact-words.ts';
import { Section } from '../../ui/page.tsx';
import { Loaded } from '../../ui/states.tsx';
import { purposeWords, stateWords, variationInWords } from './words.ts';

/** What one needs to know of a flag while one edits who gets what. */
export function FlagBeside({ flag }: { readonly flag: FlagInEnvironment }) {
  const { key, variations, purpose, temporary, owner, clientSide, state } = flag;
  return (
    <>
      <Dependents flag={key} />
      <Section title="Variations">
        <Facts
          facts={variations.map(({ value }, index) => [
            variationInWords(variations, index),
            <code key="value">{JSON.stringify(value)}</code>,
          ])}
        />
      </Section>
      <Section title="Details">
        <Facts
          facts={[
            ['Purpose', purposeWords[purpose]],
            ['Lives', temporary ? 'for a while' : 'for good'],
            ['Owner', owner],
            ['Browsers and phones', clientSide ? 'may ask for it' : 'may not ask for it'],
            ['State', stateWords[state].word],
          ]}
        />
      </Section>
    </>
  );
}

/** The features that nobody has while this flag is off, the plans that sell them, and the flags that wait for it. */
function Dependents({ flag }: { readonly flag: string }) {
  const place = usePlace();
  const asked = useQuery(dependentsOfFlag(place, flag));
  return (
    <>
      <Section title="Guards" hint="While the flag is off, nobody has it, whatever they bought.">
        <Loaded asked={asked}>
          {({ features, plans }) =>
            features.length === 0 ? (
              <Text c="dimmed">No feature. Tag it “EntitledFeature” to sell it.</Text>
            ) : (
              <>
                {features.map(({ key, name }) => (
                  <TextLink
                    key={key}
                    to="/$project/$environment/features/$feature"
                    params={{ ...place, feature: key }}
                    display="block"
                  >
                    {name}
                  </TextLink>
                ))}
                {plans.length > 0 && (
                  <Text c="dimmed" mt={6}>
                    Sold with {joined(plans.map(({ name }) => name))}.
                  </Text>
                )}
              </>
            )
          }
        </Loaded>
      </Section>
      <Loaded asked={asked}>
        {({ flags }) =>
          flags.length > 0 && (
            <Section title="Flags that ask it first">
              {flags.map((waiting) => (
                <Text key={`${waiting.environment} ${waiting.key}`}>
                  <TextLink
                    to="/$project/$environment/flags/$flag"
                    params={{ ...place, environment: waiting.environment, flag: waiting.key }}
                  >
                    {waiting.name}
                  </TextLink>{' '}
                  in {waiting.environment}
                </Text>
              ))}
            </Section>
          )
        }
      </Loaded>
    </>
  );
}
