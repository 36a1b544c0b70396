import { Button, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconInbox, IconLock, IconPlugConnectedX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './states.module.css';

/** What a list says when there is nothing in it: that this is fine, and what to do about it. */
export function Empty({
  title,
  hint,
  icon,
  action,
  isPage = false,
}: {
  readonly title: string;
  readonly hint?: ReactNode;
  readonly icon?: ReactNode;
  readonly action?: ReactNode;
  /** It is all that the page says. */
  readonly isPage?: boolean;
}) {
  return (
    <div className={classes['empty']}>
      <div className={classes['mark']} aria-hidden="true">
        {icon ?? <IconInbox size={20} stroke={1.6} />}
      </div>
      {isPage ? <Title order={1}>{title}</Title> : <Text fw={600}>{title}</Text>}
      {hint && <div className={classes['hint']}>{hint}</div>}
      {action && <div className={classes['todo']}>{action}</div>}
    </div>
  );
}

/** A part that could not be loaded says so where it would have been, and can be asked again. */
export function Failed({
  because,
  retry,
  isPage = false,
}: {
  readonly because: string;
  readonly retry: () => void;
  readonly isPage?: boolean;
}) {
  return (
    <div className={classes['empty']} role="alert">
      <div className={classes['mark']} aria-hidden="true">
        <IconPlugConnectedX size={20} stroke={1.6} />
      </div>
      {isPage ? (
        <Title order={1}>This could not be loaded</Title>
      ) : (
        <Text fw={600}>This could not be loaded</Text>
      )}
      <div className={classes['hint']}>{because}</div>
      <div className={classes['todo']}>
        <Button variant="default" onClick={retry}>
          Try again
        </Button>
      </div>
    </div>
  );
}

/** Grey lines where rows will be, so that nothing jumps when they come. */
function Loading({ lines = 5 }: { readonly lines?: number }) {
  return (
    <Stack gap="md" p="md" aria-busy="true" role="status" aria-label="Loading">
      {Array.from({ length: lines }, (_, line) => `line-${line}`).map((line, index) => (
        <Skeleton key={line} height={16} width={`${92 - ((index * 17) % 40)}%`} radius="sm" />
      ))}
    </Stack>
  );
}

/** The part of a query that a view needs; any query cache fits. */
interface Asked<Answer> {
  readonly data: Answer | undefined;
  readonly error: Error | null;
  readonly refetch: () => unknown;
}

/** Asking again would not help: an administrator would. */
const isForbidden = (error: Error): boolean => 'status' in error && error.status === 403;

/** Loading, failed or there: every question on a page has all three. Old answers stay while a newer one is fetched. */
export function Loaded<Answer>({
  asked: { data, error, refetch },
  frame = (state) => state,
  children,
}: {
  readonly asked: Asked<Answer>;
  /** What surrounds the states where the answer brings surroundings of its own. */
  readonly frame?: (state: ReactNode) => ReactNode;
  readonly children: (answer: Answer) => ReactNode;
}) {
  if (data !== undefined) return children(data);
  if (error === null) return frame(<Loading />);
  if (isForbidden(error)) return frame(<NotForYou because={error.message} />);
  return frame(<Failed because={error.message} retry={() => void refetch()} />);
}

const NotForYou = ({ because }: { readonly because: string }) => (
  <Empty
    icon={<IconLock size={20} stroke={1.6} />}
    title="Your role does not show this"
    hint={`${because} An administrator can change that.`}
  />
);
