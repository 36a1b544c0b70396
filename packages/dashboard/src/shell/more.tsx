import { Button } from '@mantine/core';
import { countOf } from '../ui/impact-words.ts';
import { ListFoot } from '../ui/toolbar.tsx';

/** The end of a list that is read page by page. */
export function More({
  asked: { hasNextPage, isFetchingNextPage, fetchNextPage },
  shown,
  one,
  many = `${one}s`,
}: {
  readonly asked: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => unknown;
  };
  readonly shown: number;
  readonly one: string;
  readonly many?: string;
}) {
  if (shown === 0) return null;
  return (
    <ListFoot>
      <span>{hasNextPage ? `The first ${countOf(shown, one, many)}` : countOf(shown, one, many)}</span>
      {hasNextPage && (
        <Button
          variant="default"
          size="compact-sm"
          loading={isFetchingNextPage}
          onClick={() => fetchNextPage()}
        >
          Show more
        </Button>
      )}
    </ListFoot>
  );
}
