import { useQuery } from '@tanstack/react-query';
import { type FlagFilter, flagsIn } from '../../api/catalogue-queries.ts';
import { ChoiceField, SearchField } from '../../shell/filters.tsx';
import { usePlace } from '../../shell/place.ts';
import { Toolbar } from '../../ui/toolbar.tsx';
import { purposeWords, stateWords } from './words.ts';

/** What narrows the list of flags; all of it stands in the address. */
export function FlagFilters({
  filter,
  onFilter,
}: {
  readonly filter: FlagFilter;
  readonly onFilter: (part: FlagFilter) => void;
}) {
  const flags = useQuery({ ...flagsIn(usePlace()), staleTime: 60_000 });
  const all = flags.data?.items ?? [];
  const tags = [...new Set(all.flatMap((flag) => flag.tags))].toSorted();
  const owners = [...new Set(all.flatMap(({ owner }) => (owner === null ? [] : [owner])))].toSorted();
  return (
    <Toolbar>
      <SearchField label="Name or key" value={filter.query ?? ''} onSearch={(query) => onFilter({ query })} />
      <ChoiceField
        label="On or off"
        any="On or off"
        value={filter.on}
        choices={[
          { value: 'true', label: 'On here' },
          { value: 'false', label: 'Off here' },
        ]}
        onChoice={(on) => onFilter({ on } as FlagFilter)}
      />
      <ChoiceField
        label="Tag"
        any="Any tag"
        value={filter.tag}
        choices={asChoices(tags)}
        onChoice={(tag) => onFilter({ tag })}
      />
      <ChoiceField
        label="Purpose"
        any="Any purpose"
        value={filter.purpose}
        choices={Object.entries(purposeWords).map(([value, label]) => ({ value, label }))}
        onChoice={(purpose) => onFilter({ purpose } as FlagFilter)}
      />
      <ChoiceField
        label="Owner"
        any="Anybody’s"
        value={filter.owner}
        choices={asChoices(owners)}
        onChoice={(owner) => onFilter({ owner })}
      />
      <ChoiceField
        label="Life"
        any="Any state"
        value={filter.state}
        choices={Object.entries(stateWords).map(([value, { word }]) => ({ value, label: word }))}
        onChoice={(state) => onFilter({ state } as FlagFilter)}
      />
      <ChoiceField
        label="How long it lives"
        any="Any lifetime"
        value={filter.temporary}
        choices={[
          { value: 'true', label: 'For a while' },
          { value: 'false', label: 'For good' },
        ]}
        onChoice={(temporary) => onFilter({ temporary } as FlagFilter)}
      />
      <ChoiceField
        label="Features"
        any="Any feature"
        value={filter.guarding}
        choices={[
          { value: 'true', label: 'Guards a feature' },
          { value: 'false', label: 'Guards nothing' },
        ]}
        onChoice={(guarding) => onFilter({ guarding } as FlagFilter)}
      />
      <ChoiceField
        label="Order"
        any="By key"
        value={filter.sort}
        choices={[
          { value: 'name', label: 'By name' },
          { value: 'created', label: 'Newest first' },
          { value: 'changed', label: 'Last changed first' },
        ]}
        onChoice={(sort) => onFilter({ sort } as FlagFilter)}
      />
    </Toolbar>
  );
}

const asChoices = (texts: readonly string[]) => texts.map((text) => ({ value: text, label: text }));
