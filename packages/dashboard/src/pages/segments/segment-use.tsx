import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { dependentsOfSegment } from '../../api/catalogue-queries.ts';
import { environmentsOf } from '../../api/queries.ts';
import type { SegmentReply } from '../../api/replies.ts';
import { TextLink } from '../../shell/links.tsx';
import { usePlace } from '../../shell/place.ts';
import { countOf, joined } from '../../ui/impact-words.ts';
import { Section } from '../../ui/page.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';

/** What leans on a segment in every environment: flags that ask for it, segments that are made of it, grants to it. */
export function SegmentUse({ segment: { key, name } }: { readonly segment: SegmentReply }) {
  const place = usePlace();
  const { project } = place;
  const asked = useQuery(dependentsOfSegment(place, key));
  const environments = useQuery(environmentsOf(project));
  const called = (environment: string) =>
    environments.data?.items.find((one) => one.key === environment)?.name ?? environment;
  return (
    <Loaded asked={asked}>
      {({ flags, segments, grants }) => (
        <Stack gap={20}>
          <Section title="Flags" hint={`Flags whose rules ask for ${name}.`} padded={false}>
            <Table
              label="Flags that ask for it"
              rows={flags}
              rowKey={({ key: flag, environment }) => `${environment} ${flag}`}
              empty={<Empty title="No flag asks for it" hint="Choose it in a rule: “is in segment”." />}
              columns={[
                {
                  id: 'flag',
                  title: 'Flag',
                  cell: (flag) => (
                    <TextLink
                      to="/$project/$environment/flags/$flag"
                      params={{ project, environment: flag.environment, flag: flag.key }}
                    >
                      {flag.name}
                    </TextLink>
                  ),
                },
                { id: 'where', title: 'In', cell: ({ environment }) => called(environment) },
                {
                  id: 'rules',
                  title: 'Rules',
                  wide: true,
                  cell: ({ rules }) => `Rule ${joined(rules.map((rule) => String(rule + 1)))}`,
                },
              ]}
            />
          </Section>
          <Section title="Segments" hint="Segments whose rules ask for it.">
            {segments.length === 0 && <Text c="dimmed">No other segment is made of it.</Text>}
            {segments.map((other) => (
              <TextLink
                key={other.key}
                to="/$project/$environment/segments/$segment"
                params={{ ...place, segment: other.key }}
                display="block"
              >
                {other.name}
              </TextLink>
            ))}
          </Section>
          <Section title="Grants" hint="Promotions and rules that hold for everybody in it.">
            {grants.length === 0 && <Text c="dimmed">No grant is made to it.</Text>}
            {grants.map(({ feature, environment, grants: count }) => (
              <Text key={`${environment} ${feature}`}>
                {countOf(count, 'grant')} of{' '}
                <TextLink to="/$project/$environment/features/$feature" params={{ ...place, feature }}>
                  {feature}
                </TextLink>{' '}
                in {called(environment)}
              </Text>
            ))}
          </Section>
        </Stack>
      )}
    </Loaded>
  );
}
