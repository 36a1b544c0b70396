import { Anchor } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { featuresIn } from '../../api/catalogue-queries.ts';
import { useFollowing } from '../../api/follow.ts';
import { type LedgerFilter, liveHistory } from '../../api/queries.ts';
import { TextLink } from '../../shell/links.tsx';
import { usePlace } from '../../shell/place.ts';
import { useNow } from '../../ui/now.ts';
import { Section } from '../../ui/page.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { Ago } from '../../ui/time.tsx';
import { changesOf, type ToldChange } from './changes.ts';
import classes from './history.module.css';
import { Told } from './told.tsx';

/** More customers than this make a change a sweep; the ledger lists them all. */
const customersShown = 3;

/** What happened, the newest first, growing by itself. When something new arrives, the rest of the page is asked again. */
export function History({
  filter,
  title = 'History',
  hint,
  limit = 12,
}: {
  readonly filter: LedgerFilter;
  readonly title?: string;
  readonly hint?: string;
  readonly limit?: number;
}) {
  const place = usePlace();
  const { customer } = filter;
  const refetchInterval = useFollowing(place, filter);
  const asked = useQuery({
    ...liveHistory(place, filter, limit),
    refetchInterval,
  });
  const features = useQuery(featuresIn(place));
  const names = new Map(features.data?.items.map((one) => [one.key, one.name]));
  const newest = asked.data?.items[0]?.seq ?? null;
  const firstSeen = useFirst(newest);
  useRefreshOnChange(newest);
  return (
    <Section
      title={title}
      hint={hint}
      action={
        <span className={classes['live']}>
          <i aria-hidden="true" /> live
        </span>
      }
    >
      <Loaded asked={asked}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title="Nothing has happened yet" />
          ) : (
            <>
              <ol className={classes['line']} aria-live="polite" aria-relevant="additions">
                {changesOf(items, (key) => names.get(key) ?? key).map((change) => (
                  <Change
                    key={change.id}
                    change={change}
                    isNew={firstSeen !== null && change.newest.seq > firstSeen}
                    aboutCustomer={customer}
                  />
                ))}
              </ol>
              <TextLink
                to="/$project/$environment/ledger"
                params={place}
                search={filter}
                size="sm"
                mt="md"
                display="inline-block"
              >
                Everything in the ledger
              </TextLink>
            </>
          )
        }
      </Loaded>
    </Section>
  );
}

function Change({
  change,
  isNew,
  aboutCustomer,
}: {
  readonly change: ToldChange;
  readonly isNew: boolean;
  /** Whose history it is; the others' changes say whose they are. */
  readonly aboutCustomer: string | undefined;
}) {
  const now = useNow();
  const place = usePlace();
  const { at, comment, links } = change.newest;
  const others = change.customers.filter((customer) => customer !== aboutCustomer);
  return (
    <li className={classes['entry']} data-new={isNew || undefined}>
      <div>
        <Told change={change} />
      </div>
      {comment !== '' && <div className={classes['comment']}>{comment}</div>}
      <div className={classes['meta']}>
        <Ago at={at} now={now} />
        {others.slice(0, customersShown).map((customer) => (
          <span key={customer}>
            {' · '}
            <TextLink
              to="/$project/$environment/customers/$customer"
              params={{ ...place, customer }}
              underline="always"
              inherit
            >
              {customer}
            </TextLink>
          </span>
        ))}
        {others.length > customersShown && ` and ${others.length - customersShown} more`}
        {links.map(({ url, label }) => (
          <span key={url}>
            {' · '}
            <Anchor href={url} target="_blank" rel="noreferrer" underline="always" inherit>
              {label ?? url}
            </Anchor>
          </span>
        ))}
      </div>
    </li>
  );
}

/** The first value that was there, so that what came afterwards can be told apart. */
function useFirst(value: number | null): number | null {
  const first = useRef<number | null>(null);
  if (first.current === null && value !== null) first.current = value;
  return first.current;
}

/** A new entry means that what is shown around the history may be old. */
function useRefreshOnChange(newest: number | null): void {
  const queryClient = useQueryClient();
  const before = useRef(newest);
  useEffect(() => {
    if (before.current !== null && newest !== null && newest !== before.current)
      void queryClient.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[0] !== 'ledger' && queryKey[0] !== 'preview',
      });
    before.current = newest;
  }, [newest, queryClient]);
}
