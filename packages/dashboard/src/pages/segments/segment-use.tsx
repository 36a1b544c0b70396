import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { flagsIn, segmentNames } from '../../api/catalogue-queries.ts';
import type { SegmentReply } from '../../api/replies.ts';
import { TextLink } from '../../shell/links.tsx';
import { useEnvironment, usePlace } from '../../shell/place.ts';
import { Section } from '../../ui/page.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { nameOfRule } from '../flags/targeting/changes.ts';
import { ruleInWords } from './rules-draft.ts';
import { asksFor } from './words.ts';

/** What depends on a segment: flags whose rules ask for it here, and segments that are made of it. */
export function SegmentUse({ segment: { key, name } }: { readonly segment: SegmentReply }) {
  const place = usePlace();
  const environment = useEnvironment();
  const flags = useQuery(flagsIn(place));
  const segments = useQuery(segmentNames(place));
  return (
    <Stack gap={20}>
      <Section
        title="Flags"
        hint={`Flags whose rules in ${environment.name} ask for ${name}.`}
        padded={false}
      >
        <Loaded asked={flags}>
          {({ items }) => (
            <Table
              label="Flags that ask for it"
              rows={items.flatMap((flag) => flag.rules.filter(asksFor(key)).map((rule) => ({ flag, rule })))}
              rowKey={({ flag, rule }) => `${flag.key} ${rule.id}`}
              empty={<Empty title="No flag asks for it here" hint="Choose it in a rule: “is in segment”." />}
              columns={[
                {
                  id: 'flag',
                  title: 'Flag',
                  cell: ({ flag }) => (
                    <TextLink to="/$project/$environment/flags/$flag" params={{ ...place, flag: flag.key }}>
                      {flag.name}
                    </TextLink>
                  ),
                },
                { id: 'rule', title: 'Rule', cell: ({ flag, rule }) => nameOfRule(rule, flag.variations) },
              ]}
            />
          )}
        </Loaded>
      </Section>
      <Section title="Segments" hint="Segments whose rules ask for it." padded={false}>
        <Loaded asked={segments}>
          {({ items }) => (
            <Table
              label="Segments that ask for it"
              rows={items.flatMap((other) =>
                other.rules.filter(asksFor(key)).map((rule) => ({ other, rule })),
              )}
              rowKey={({ other, rule }) => `${other.key} ${rule.id}`}
              empty={<Empty title="No other segment is made of it" />}
              columns={[
                {
                  id: 'segment',
                  title: 'Segment',
                  cell: ({ other }) => (
                    <TextLink
                      to="/$project/$environment/segments/$segment"
                      params={{ ...place, segment: other.key }}
                    >
                      {other.name}
                    </TextLink>
                  ),
                },
                { id: 'rule', title: 'Rule', cell: ({ rule }) => ruleInWords(rule) },
              ]}
            />
          )}
        </Loaded>
      </Section>
    </Stack>
  );
}
