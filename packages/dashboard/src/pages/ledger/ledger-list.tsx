import { Anchor, Autocomplete, Button, Group, Text, TextInput, UnstyledButton } from '@mantine/core';
import { IconChevronRight, IconX } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { featuresIn } from '../../api/catalogue-queries.ts';
import { customersLike, ledgerOf } from '../../api/queries.ts';
import { members } from '../../api/set-up-queries.ts';
import { ChoiceField } from '../../shell/filters.tsx';
import { TextLink } from '../../shell/links.tsx';
import { useMay } from '../../shell/may.ts';
import { More } from '../../shell/more.tsx';
import { narrowed } from '../../shell/narrow.ts';
import { usePlace } from '../../shell/place.ts';
import { Card } from '../../ui/card.tsx';
import { DifferenceTable } from '../../ui/difference-table.tsx';
import { countOf } from '../../ui/impact-words.ts';
import { KeyText } from '../../ui/key-text.tsx';
import { Page } from '../../ui/page.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { endOfDateField, momentInWords } from '../../ui/time-words.ts';
import { Toolbar } from '../../ui/toolbar.tsx';
import { changesOf, type ToldChange } from './changes.ts';
import classes from './ledger-list.module.css';
import { Told } from './told.tsx';

/** Who changed what, when and why: everything, in order, for good. */
export function LedgerList() {
  const place = usePlace();
  const filter = useSearch({ from: '/$project/$environment/ledger' });
  const navigate = useNavigate({ from: '/$project/$environment/ledger' });
  const { customer, feature, actor, from, to, flag, segment } = filter;
  const asked = useInfiniteQuery({
    // The address keeps days; the ledger is asked for moments, and the last day counts whole.
    ...ledgerOf(place, { ...filter, to: to && endOfDateField(to) }),
    placeholderData: keepPreviousData,
  });
  const { allowed: maySeeMembers } = useMay('member.read');
  const features = useQuery(featuresIn(place));
  const names = new Map(features.data?.items.map(({ key, name }) => [key, name]));
  const people = useQuery({ ...members, enabled: maySeeMembers });
  const narrow = (part: typeof filter) =>
    void navigate({ search: (before) => narrowed(before, part), replace: true });
  return (
    <Page title="Ledger" lead="Who changed what, when and why. Nothing here can be altered or taken out.">
      <Card>
        <Toolbar>
          <CustomerField value={customer ?? ''} onCustomer={(key) => narrow({ customer: key })} />
          <ChoiceField
            label="Feature"
            any="Any feature"
            value={feature}
            choices={(features.data?.items ?? []).map(({ key, name }) => ({ value: key, label: name }))}
            onChoice={(key) => narrow({ feature: key })}
          />
          {[flag, segment].map(
            (about) =>
              about !== undefined && (
                <Button
                  key={about}
                  variant="default"
                  rightSection={<IconX size={14} />}
                  aria-label={`Only ${about}; show everything`}
                  onClick={() => narrow({ flag: '', segment: '' })}
                >
                  Only {about}
                </Button>
              ),
          )}
          {maySeeMembers && (
            <ChoiceField
              label="Who"
              any="Anybody"
              value={actor}
              choices={(people.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
              onChoice={(id) => narrow({ actor: id })}
            />
          )}
          <TextInput
            type="date"
            aria-label="From"
            value={from ?? ''}
            onChange={(event) => narrow({ from: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            aria-label="Until"
            value={to ?? ''}
            onChange={(event) => narrow({ to: event.currentTarget.value })}
          />
        </Toolbar>
        <Loaded asked={asked}>
          {({ pages }) => {
            const changes = changesOf(
              pages.flatMap(({ items }) => items),
              (key) => names.get(key) ?? key,
            );
            return (
              <>
                {changes.length === 0 ? (
                  <Empty
                    title={Object.keys(filter).length > 0 ? 'Nothing fits' : 'Nothing has happened yet'}
                    hint="Every change is written down here as it is made."
                  />
                ) : (
                  <ol className={classes['entries']}>
                    {changes.map((change) => (
                      <Change key={change.id} change={change} />
                    ))}
                  </ol>
                )}
                <More asked={asked} shown={changes.length} one="change" />
              </>
            );
          }}
        </Loaded>
      </Card>
    </Page>
  );
}

/** Finds customers as they are typed; what is filtered by is the key. */
function CustomerField({
  value,
  onCustomer,
}: {
  readonly value: string;
  readonly onCustomer: (key: string) => void;
}) {
  const place = usePlace();
  const [typed, setTyped] = useState(value);
  const found = useQuery({ ...customersLike(place, typed), enabled: typed !== '' && typed !== value });
  return (
    <Autocomplete
      aria-label="Customer"
      placeholder="Any customer"
      flex="1 1 180px"
      data={(found.data?.items ?? []).map(({ key }) => key)}
      filter={({ options }) => options}
      value={typed}
      onChange={(now) => {
        setTyped(now);
        if (now === '') onCustomer('');
      }}
      onOptionSubmit={onCustomer}
    />
  );
}

function Change({ change }: { readonly change: ToldChange }) {
  const more = useId();
  const [open, setOpen] = useState(false);
  const { newest, customers } = change;
  const { at, comment } = newest;
  return (
    <li className={classes['entry']}>
      <UnstyledButton
        className={classes['summary']}
        aria-expanded={open}
        aria-controls={more}
        onClick={() => setOpen(!open)}
      >
        <time className={classes['at']} dateTime={at}>
          {momentInWords(at)}
        </time>
        <span>
          <Told change={change} />
          {customers.length === 1 && <> · {customers[0]}</>}
          {customers.length > 1 && <> · {countOf(customers.length, 'customer')}</>}
          {comment !== '' && <span className={classes['comment']}>{comment}</span>}
        </span>
        <IconChevronRight size={16} className={classes['arrow'] ?? ''} aria-hidden="true" />
      </UnstyledButton>
      <div id={more} hidden={!open}>
        {open && <Details change={change} />}
      </div>
    </li>
  );
}

/** Every record that the change touched, before and after, with what proves it. */
function Details({ change: { newest, customers, entries } }: { readonly change: ToldChange }) {
  const place = usePlace();
  return (
    <div className={classes['more']}>
      {newest.links.map(({ url, label }) => (
        <Anchor key={url} href={url} target="_blank" rel="noreferrer">
          {label ?? url}
        </Anchor>
      ))}
      {entries.map((entry) => (
        <div key={entry.position}>
          {entries.length > 1 && (
            <Text fw={600} size="xs" mb={4}>
              {entry.resourceKind.replaceAll('_', ' ')} {entry.resourceId}
            </Text>
          )}
          <DifferenceTable before={entry.before} after={entry.after} />
        </div>
      ))}
      <Group gap="xs">
        {customers.slice(0, 5).map((customer) => (
          <TextLink
            key={customer}
            to="/$project/$environment/customers/$customer"
            params={{ ...place, customer }}
          >
            Open {customer}
          </TextLink>
        ))}
        {newest.revision !== null && <Text c="dimmed">revision {newest.revision}</Text>}
        <KeyText name="hash" value={newest.hash} />
      </Group>
    </div>
  );
}
