import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { featuresIn } from '../../api/catalogue-queries.ts';
import { type ThresholdReply, thresholdsIn } from '../../api/usage-queries.ts';
import { TextLink } from '../../shell/links.tsx';
import { usePlace } from '../../shell/place.ts';
import { Chip } from '../../ui/chip.tsx';
import { useNow } from '../../ui/now.ts';
import { Page, Section } from '../../ui/page.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { Ago } from '../../ui/time.tsx';
import { amountInWords, highest, reachedWords } from './words.ts';

const from = '/$project/$environment/usage';

/** Customers whose allowance is nearly or wholly used: whom to call before they notice. */
export function NearLimit() {
  const place = usePlace();
  const { show } = useSearch({ from });
  const navigate = useNavigate({ from });
  const isOpen = show !== 'all';
  const asked = useQuery(thresholdsIn(place, isOpen));
  const features = useQuery(featuresIn(place));
  const names = new Map(features.data?.items.map(({ key, name }) => [key, name]));
  return (
    <Page title="Near the limit" lead="Who has used four fifths of an allowance, or all of it.">
      <Section
        title={isOpen ? 'Now' : 'Now and before'}
        hint="The fullest first. It goes by itself when the allowance starts again or grows."
        padded={false}
        action={
          <SegmentedControl
            size="xs"
            aria-label="Show"
            value={isOpen ? 'now' : 'all'}
            onChange={(chosen) =>
              void navigate({ search: chosen === 'all' ? { show: 'all' } : {}, replace: true })
            }
            data={[
              { value: 'now', label: 'Now' },
              { value: 'all', label: 'Also before' },
            ]}
          />
        }
      >
        <Loaded asked={asked}>
          {({ items }) => (
            <Table
              label="Customers near a limit"
              rows={isOpen ? highest(items) : items}
              columns={columnsOf(place, names)}
              rowKey={({ customer, feature, percent, reachedAt }) =>
                `${customer} ${feature} ${percent} ${reachedAt}`
              }
              empty={
                <Empty
                  title="Nobody is near a limit"
                  hint="Metered features appear here at 80 % of what a customer may use."
                />
              }
            />
          )}
        </Loaded>
      </Section>
    </Page>
  );
}

const columnsOf = (
  place: ReturnType<typeof usePlace>,
  names: ReadonlyMap<string, string>,
): readonly Column<ThresholdReply>[] => [
  {
    id: 'customer',
    title: 'Customer',
    cell: ({ customer }) => (
      <TextLink to="/$project/$environment/customers/$customer" params={{ ...place, customer }}>
        {customer}
      </TextLink>
    ),
  },
  { id: 'feature', title: 'Feature', cell: ({ feature }) => names.get(feature) ?? feature },
  {
    id: 'reached',
    title: 'Standing',
    fit: true,
    cell: ({ percent, recoveredAt }) =>
      recoveredAt === null ? (
        <Chip tone={reachedWords(percent).tone}>{reachedWords(percent).word}</Chip>
      ) : (
        <Chip>was {reachedWords(percent).word}</Chip>
      ),
  },
  {
    id: 'used',
    title: 'Used then',
    align: 'end',
    wide: true,
    cell: ({ used, limit }) => `${amountInWords(used)} of ${amountInWords(limit)}`,
  },
  { id: 'since', title: 'Since', fit: true, wide: true, cell: ({ reachedAt }) => <Since at={reachedAt} /> },
];

function Since({ at }: { readonly at: string }) {
  const now = useNow();
  return <Ago at={at} now={now} />;
}
