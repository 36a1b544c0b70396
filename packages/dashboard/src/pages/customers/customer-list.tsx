import { Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { featuresIn, planMatrix } from '../../api/catalogue-queries.ts';
import { type CustomerFilter, customersIn } from '../../api/queries.ts';
import type { CustomerRow } from '../../api/replies.ts';
import { ActionButton } from '../../shell/action-button.tsx';
import { ChoiceField, SearchField } from '../../shell/filters.tsx';
import { TextLink } from '../../shell/links.tsx';
import { More } from '../../shell/more.tsx';
import { narrowed } from '../../shell/narrow.ts';
import { usePlace } from '../../shell/place.ts';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import { useNow } from '../../ui/now.ts';
import { Page } from '../../ui/page.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { endInWords, endsSoon } from '../../ui/time-words.ts';
import { Toolbar } from '../../ui/toolbar.tsx';
import { CustomerAdd } from './customer-add.tsx';
import { stateWords } from './words.ts';

/** Everybody who holds rights here: found by name, key or any identifier, narrowed by plan, feature and state. */
export function CustomerList() {
  const place = usePlace();
  const filter = useSearch({ from: '/$project/$environment/customers' });
  const navigate = useNavigate({ from: '/$project/$environment/customers' });
  const [adding, add] = useDisclosure(false);
  const asked = useInfiniteQuery({
    ...customersIn(place, filter as CustomerFilter),
    placeholderData: keepPreviousData,
  });
  const plans = useQuery(planMatrix(place));
  const features = useQuery(featuresIn(place));
  const narrow = (part: typeof filter) =>
    void navigate({ search: (before) => narrowed(before, part), replace: true });
  const isNarrowed = Object.keys(filter).length > 0;
  return (
    <Page
      title="Customers"
      lead="Who may use what, how much of it, and until when."
      action={
        <ActionButton action="customer.create" leftSection={<IconPlus size={16} />} onClick={add.open}>
          Add a customer
        </ActionButton>
      }
    >
      <Card>
        <Toolbar>
          <SearchField
            label="Name, key or identifier"
            value={filter.query ?? ''}
            onSearch={(query) => narrow({ query })}
          />
          <ChoiceField
            label="Plan"
            any="Any plan"
            value={filter.plan}
            choices={choicesOf(plans.data?.items)}
            onChoice={(plan) => narrow({ plan })}
          />
          <ChoiceField
            label="Feature"
            any="Any feature"
            value={filter.feature}
            choices={choicesOf(features.data?.items)}
            onChoice={(feature) => narrow({ feature })}
          />
          <ChoiceField
            label="State"
            any="Any state"
            value={filter.state}
            choices={Object.entries(stateWords).map(([value, { word }]) => ({ value, label: word }))}
            onChoice={(state) => narrow({ state })}
          />
        </Toolbar>
        <Loaded asked={asked}>
          {({ pages }) => {
            const rows = pages.flatMap(({ items }) => items);
            return (
              <>
                <Table
                  label="Customers"
                  rows={rows}
                  columns={columns}
                  rowKey={({ key }) => key}
                  empty={
                    isNarrowed ? (
                      <Empty
                        title="No customer fits"
                        hint="Take a filter away, or search for part of the name."
                      />
                    ) : (
                      <Empty
                        title="There are no customers yet"
                        hint="Add the first one, or let your billing system bring them."
                      />
                    )
                  }
                />
                <More asked={asked} shown={rows.length} one="customer" />
              </>
            );
          }}
        </Loaded>
      </Card>
      <CustomerAdd opened={adding} onClose={add.close} />
    </Page>
  );
}

const columns: readonly Column<CustomerRow>[] = [
  { id: 'name', title: 'Customer', cell: (row) => <NameCell row={row} /> },
  {
    id: 'plans',
    title: 'Plans',
    cell: ({ plans }) => (
      <Group gap={4}>
        {plans.map(({ plan, name, quantity }) => (
          <Chip key={plan} tone="info">
            {quantity > 1 ? `${name} × ${quantity}` : name}
          </Chip>
        ))}
        {plans.length === 0 && <Text c="dimmed">none</Text>}
      </Group>
    ),
  },
  { id: 'industry', title: 'Industry', wide: true, cell: ({ attributes }) => textOf(attributes['industry']) },
  { id: 'country', title: 'Country', wide: true, cell: ({ attributes }) => textOf(attributes['country']) },
  {
    id: 'ends',
    title: 'Ends next',
    wide: true,
    cell: ({ endsNext }) => <EndsNext at={endsNext} />,
  },
  { id: 'owner', title: 'Owner', wide: true, cell: ({ owner }) => owner ?? '' },
  {
    id: 'state',
    title: 'State',
    fit: true,
    cell: ({ state }) => <Chip tone={stateWords[state].tone}>{stateWords[state].word}</Chip>,
  },
];

function NameCell({ row: { key, name, identifiers } }: { readonly row: CustomerRow }) {
  const place = usePlace();
  return (
    <>
      <TextLink
        to="/$project/$environment/customers/$customer"
        params={{ ...place, customer: key }}
        fw={600}
        c="var(--mantine-color-text)"
      >
        {name}
      </TextLink>
      <Text size="xs" c="dimmed">
        {[key, identifiers.externalId].filter(Boolean).join(' · ')}
      </Text>
    </>
  );
}

function EndsNext({ at }: { readonly at: string | null }) {
  const now = useNow();
  if (at === null) return null;
  const words = endInWords(at, now);
  return endsSoon(at, now) ? <Chip tone="warn">{words}</Chip> : words;
}

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

const choicesOf = (rows: readonly { readonly key: string; readonly name: string }[] | undefined) =>
  (rows ?? []).map(({ key, name }) => ({ value: key, label: name }));
