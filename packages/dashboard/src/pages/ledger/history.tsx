import { Anchor } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { useFollowing } from '../../api/follow.ts';
import { type LedgerFilter, liveHistory } from '../../api/queries.ts';
import type { EntryReply } from '../../api/replies.ts';
import { TextLink } from '../../shell/links.tsx';
import { usePlace } from '../../shell/place.ts';
import { useNow } from '../../ui/now.ts';
import { Section } from '../../ui/page.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { Ago } from '../../ui/time.tsx';
import classes from './history.module.css';
import { actorInWords, deedInWords, objectInWords } from './words.ts';

/** Without a stream, news are two seconds old at most; with one, this is only for what a broken network swallowed. */
const polledMilliseconds = 2_000;
const followedMilliseconds = 30_000;

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
  const { customer, feature } = filter;
  const isFollowing = useFollowing(place, { customer, feature });
  const asked = useQuery({
    ...liveHistory(place, filter, limit),
    refetchInterval: isFollowing ? followedMilliseconds : polledMilliseconds,
  });
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
                {items.map((entry) => (
                  <Entry
                    key={`${entry.changeId}/${entry.position}`}
                    entry={entry}
                    isNew={firstSeen !== null && entry.seq > firstSeen}
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

function Entry({ entry, isNew }: { readonly entry: EntryReply; readonly isNew: boolean }) {
  const now = useNow();
  const { at, actor, action, comment, links } = entry;
  return (
    <li className={classes['entry']} data-new={isNew || undefined}>
      <div>
        <strong>{actorInWords(actor)}</strong> {deedInWords(action)} <Strong>{objectInWords(entry)}</Strong>
      </div>
      {comment !== '' && <div className={classes['comment']}>{comment}</div>}
      <div className={classes['meta']}>
        <Ago at={at} now={now} />
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

const Strong = ({ children }: { readonly children: ReactNode }) =>
  children === '' ? null : <strong>{children}</strong>;

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
