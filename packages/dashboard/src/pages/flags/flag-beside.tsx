import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { featuresIn } from '../../api/catalogue-queries.ts';
import type { FlagInEnvironment } from '../../api/replies.ts';
import { TextLink } from '../../shell/links.tsx';
import { usePlace } from '../../shell/place.ts';
import { Facts } from '../../ui/facts.tsx';
import { Section } from '../../ui/page.tsx';
import { purposeWords, stateWords, variationInWords } from './words.ts';

/** What one needs to know of a flag while one edits who gets what. */
export function FlagBeside({ flag }: { readonly flag: FlagInEnvironment }) {
  const { key, variations, purpose, temporary, owner, clientSide, state } = flag;
  return (
    <>
      <Guards flag={key} />
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
