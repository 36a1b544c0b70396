import { useDebouncedValue } from '@mantine/hooks';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { IconAddressBook, IconFlag, IconPackages, IconSearch, IconSparkles } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { featuresIn, flagsIn, planMatrix } from '../api/catalogue-queries.ts';
import { customersLike } from '../api/queries.ts';
import { matches } from './matches.ts';
import { usePlace } from './place.ts';
import { rooms } from './rooms.ts';

const [store, palette] = createSpotlight();
export const openPalette = palette.open;

/** Enough of each kind to find it, few enough to see all kinds at once. */
const shownOfEach = 5;

/** For the scroll area below the list, whose props the list hands on without naming them. */
const scrolledByKeyboard = { viewportProps: { tabIndex: 0 } };

interface Found {
  readonly id: string;
  readonly name: string;
  readonly hint?: string;
  readonly icon: ReactNode;
  readonly go: () => unknown;
}

/** Ctrl+K: customers by any identifier, features, plans, flags and pages, from anywhere. */
export function CommandPalette() {
  const [query, setQuery] = useState('');
  const groups = useFound(query);
  return (
    <Spotlight.Root
      store={store}
      query={query}
      onQueryChange={setQuery}
      shortcut={['mod + K', '/']}
      scrollable
      centered={false}
      yOffset="14vh"
      attributes={{ content: { 'aria-label': 'Search' } }}
      maxHeight={460}
    >
      <Spotlight.Search
        placeholder="Customer, feature, plan, flag or page…"
        aria-label="Search"
        leftSection={<IconSearch size={18} stroke={1.7} />}
      />
      <Spotlight.ActionsList {...scrolledByKeyboard}>
        {groups.map(({ title, found }) => (
          <Spotlight.ActionsGroup key={title} label={title}>
            {found.map(({ id, name, hint, icon, go }) => (
              <Spotlight.Action
                key={id}
                label={name}
                leftSection={icon}
                {...(hint === undefined ? {} : { description: hint })}
                onClick={() => void go()}
              />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {groups.length === 0 && <Spotlight.Empty>Nothing is called “{query.trim()}”.</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

function useFound(typed: string): readonly { readonly title: string; readonly found: readonly Found[] }[] {
  const place = usePlace();
  const navigate = useNavigate();
  const query = typed.trim();
  const [settled] = useDebouncedValue(query, 150);
  const some = settled !== '';
  const customers = useQuery({
    ...customersLike(place, settled),
    enabled: some,
    placeholderData: keepPreviousData,
  });
  const features = useQuery({ ...featuresIn(place), enabled: some });
  const plans = useQuery({ ...planMatrix(place), enabled: some });
  const flags = useQuery({ ...flagsIn(place), enabled: some });

  const named = (rows: readonly { readonly key: string; readonly name: string }[] | undefined) =>
    query === ''
      ? []
      : (rows ?? []).filter(({ key, name }) => matches(query, name, key)).slice(0, shownOfEach);
  const pages = rooms
    .flatMap((group) => [...group.rooms])
    .filter(({ name, about }) => matches(query, name, about))
    .map(({ to, name, icon: Icon }) => ({
      id: to,
      name,
      icon: <Icon size={18} stroke={1.6} />,
      go: () => navigate({ to, params: place }),
    }));
  return [
    {
      title: 'Customers',
      found: (query === '' ? [] : (customers.data?.items ?? []))
        .slice(0, shownOfEach)
        .map(({ key, name }) => ({
          id: `customer/${key}`,
          name,
          hint: key,
          icon: <IconAddressBook size={18} stroke={1.6} />,
          go: () =>
            navigate({
              to: '/$project/$environment/customers/$customer',
              params: { ...place, customer: key },
            }),
        })),
    },
    {
      title: 'Features',
      found: named(features.data?.items).map(({ key, name }) => ({
        id: `feature/${key}`,
        name,
        hint: key,
        icon: <IconSparkles size={18} stroke={1.6} />,
        go: () =>
          navigate({ to: '/$project/$environment/features/$feature', params: { ...place, feature: key } }),
      })),
    },
    {
      title: 'Plans',
      found: named(plans.data?.items).map(({ key, name }) => ({
        id: `plan/${key}`,
        name,
        hint: key,
        icon: <IconPackages size={18} stroke={1.6} />,
        go: () => navigate({ to: '/$project/$environment/plans/$plan', params: { ...place, plan: key } }),
      })),
    },
    {
      title: 'Flags',
      found: named(flags.data?.items).map(({ key, name }) => ({
        id: `flag/${key}`,
        name,
        hint: key,
        icon: <IconFlag size={18} stroke={1.6} />,
        go: () => navigate({ to: '/$project/$environment/flags/$flag', params: { ...place, flag: key } }),
      })),
    },
    { title: 'Pages', found: pages },
  ].filter(({ found }) => found.length > 0);
}
