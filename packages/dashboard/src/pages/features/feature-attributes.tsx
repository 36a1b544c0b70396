import { Table as MantineTable, Text } from '@mantine/core';
import type { FeatureShown } from '../../api/replies.ts';
import { TextLink } from '../../shell/links.tsx';
import { usePlace } from '../../shell/place.ts';
import { Facts } from '../../ui/facts.tsx';
import { Section } from '../../ui/page.tsx';
import { sourceWords } from './words.ts';

/** How the feature behaves, and what Sentinel-style consoles list about it. */
export function FeatureAttributes({ feature }: { readonly feature: FeatureShown }) {
  const place = usePlace();
  const { flagKey, requires, access, enforcement, failMode, seatBound, owner, source, sentinel } = feature;
  return (
    <>
      <Section title="How it behaves">
        <Facts
          facts={[
            [
              'Guarded by',
              flagKey === null ? (
                'no flag'
              ) : (
                <TextLink
                  key={flagKey}
                  to="/$project/$environment/flags/$flag"
                  params={{ ...place, flag: flagKey }}
                >
                  flag {flagKey}
                </TextLink>
              ),
            ],
            ['Requires', requires.length === 0 ? 'nothing else' : requires.join(', ')],
            ['Access', access === 'open' ? 'open to everybody' : 'by plan or grant'],
            ['At the limit', limitWords[enforcement]],
            ['Without an answer', failWords[failMode]],
            ['Seats', seatBound ? 'a seat is needed' : ''],
            ['Owner', owner],
            [
              'Comes from',
              source.ref === ''
                ? sourceWords[source.platform]
                : `${source.platform === 'latchkey' ? 'a flag here' : sourceWords[source.platform]}: ${source.ref}`,
            ],
          ]}
        />
      </Section>
      <Section title="Associated licence models" hint="As Sentinel-style consoles show them." padded={false}>
        {feature.associatedLicenceModels.length === 0 ? (
          <Text c="dimmed" p="md">
            None.
          </Text>
        ) : (
          <MantineTable verticalSpacing="sm" horizontalSpacing="lg">
            <MantineTable.Thead>
              <MantineTable.Tr>
                <MantineTable.Th>Licence model</MantineTable.Th>
                <MantineTable.Th>Enforcement</MantineTable.Th>
              </MantineTable.Tr>
            </MantineTable.Thead>
            <MantineTable.Tbody>
              {feature.associatedLicenceModels.map(({ id, name }) => (
                <MantineTable.Tr key={id}>
                  <MantineTable.Td>{name}</MantineTable.Td>
                  <MantineTable.Td>{sentinel.enforcement}</MantineTable.Td>
                </MantineTable.Tr>
              ))}
            </MantineTable.Tbody>
          </MantineTable>
        )}
      </Section>
      <Section title="Feature attributes">
        <Facts
          facts={[
            ...feature.attributes.map(({ name, value }) => [name, value] as const),
            ['Namespace', sentinel.namespace],
            ['Version', sentinel.version === '' ? 'none' : sentinel.version],
          ]}
        />
      </Section>
    </>
  );
}

const limitWords = {
  hard: 'it stops',
  soft: 'it goes on, with a warning',
  observe: 'it is only counted',
} as const;

const failWords = {
  last_known: 'applications keep the last one they had',
  allow: 'applications allow it',
  deny: 'applications refuse it',
} as const;
