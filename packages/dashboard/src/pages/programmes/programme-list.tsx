import { SegmentedControl, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import {
  type ProgrammeFilter,
  type ProgrammeReply,
  programmeReport,
  programmesIn,
} from '../../api/programme-queries.ts';
import { ChoiceField } from '../../shell/filters.tsx';
import { TextLink } from '../../shell/links.tsx';
import { More } from '../../shell/more.tsx';
import { usePlace } from '../../shell/place.ts';
import { useNow } from '../../ui/now.ts';
import { Page, Section } from '../../ui/page.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { useNames } from './names.ts';
import { programmeColumns } from './programme-columns.tsx';

const from = '/$project/$environment/programmes';

const shows = [
  { value: 'open', label: 'Running' },
  { value: 'won', label: 'Won' },
  { value: 'lost', label: 'Lost' },
  { value: 'expired', label: 'Expired' },
  { value: 'cancelled', label: 'Cancelled' },
] as const satisfies readonly { readonly value: ProgrammeFilter['state']; readonly label: string }[];

/** Everything that is being tried, the next one to end first: whom to call this week. */
export function ProgrammeList() {
  const place = usePlace();
  const now = useNow();
  const names = useNames();
  const { show, kind } = useSearch({ from });
  const navigate = useNavigate({ from });
  const state = shows.find(({ value }) => value === show)?.value ?? 'open';
  const filter: ProgrammeFilter = { state, ...((kind === 'trial' || kind === 'poc') && { kind }) };
  const asked = useInfiniteQuery(programmesIn(place, filter));
  return (
    <Page title="Trials and POCs" lead={<Conversion />}>
      <Section
        title={state === 'open' ? 'Ends soon' : (shows.find(({ value }) => value === state)?.label ?? '')}
        hint={state === 'open' ? 'The next one to end first.' : 'The last one first.'}
        padded={false}
        action={
          <>
            <SegmentedControl
              size="xs"
              aria-label="Show"
              value={state}
              onChange={(chosen) =>
                void navigate({ search: (before) => ({ ...before, show: chosen }), replace: true })
              }
              data={[...shows]}
            />
            <ChoiceField
              label="Kind"
              any="Trials and POCs"
              value={kind}
              choices={[
                { value: 'trial', label: 'Trials' },
                { value: 'poc', label: 'POCs' },
              ]}
              onChoice={(chosen) =>
                void navigate({ search: (before) => ({ ...before, kind: chosen }), replace: true })
              }
            />
          </>
        }
      >
        <Loaded asked={asked}>
          {({ pages }) => {
            const rows = pages.flatMap(({ items }) => items);
            return (
              <>
                <Table
                  label="Trials and POCs"
                  rows={rows}
                  rowKey={({ id }) => id}
                  columns={[
                    customerColumn(place),
                    ...programmeColumns(names, now, ({ customer }) => customer),
                  ]}
                  empty={
                    <Empty
                      title={state === 'open' ? 'Nobody is trying anything' : 'None came to this'}
                      hint="A trial or POC is started on the page of a customer."
                    />
                  }
                />
                <More asked={asked} shown={rows.length} one="programme" />
              </>
            );
          }}
        </Loaded>
      </Section>
    </Page>
  );
}

const customerColumn = (place: ReturnType<typeof usePlace>): Column<ProgrammeReply> => ({
  id: 'customer',
  title: 'Customer',
  cell: ({ customer }) => (
    <TextLink to="/$project/$environment/customers/$customer" params={{ ...place, customer }}>
      {customer}
    </TextLink>
  ),
});

const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 0 });

/** What part of those that came to an end was bought. */
function Conversion() {
  const report = useQuery(programmeReport(usePlace()));
  if (!report.data) return null;
  const said = ([word, rate]: readonly [string, number | null]): string =>
    rate === null ? `no ${word} has ended yet` : `${percent.format(rate)} of ${word}s were bought`;
  const { trial, poc } = report.data;
  return (
    <Text component="span" inherit>
      So far {said(['trial', trial.conversionRate])}, and {said(['POC', poc.conversionRate])}.
    </Text>
  );
}
