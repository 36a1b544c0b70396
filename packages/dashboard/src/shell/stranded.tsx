import { Button, Center, Loader } from '@mantine/core';
import { IconCompass } from '@tabler/icons-react';
import { Problem } from '../api/problem.ts';
import { Empty, Failed } from '../ui/states.tsx';

/** While the first answers come in. Short, so a quiet sign is enough. */
export const Opening = () => (
  <Center mih="60vh">
    <Loader size="sm" aria-label="Loading" />
  </Center>
);

/** An address that leads nowhere. */
export const Lost = () => (
  <Center mih="60vh">
    <Empty
      icon={<IconCompass size={20} stroke={1.6} />}
      isPage
      title="There is nothing at this address"
      hint="It may have been renamed or removed, or the address was cut off."
      action={
        <Button component="a" href="/" variant="default">
          Go to the start
        </Button>
      }
    />
  </Center>
);

/** The same two where nothing else is on the screen, not even the frame. */
export const LostAlone = () => (
  <main>
    <Lost />
  </main>
);
export const StrandedAlone = (failure: { readonly error: unknown; readonly reset: () => void }) => (
  <main>
    <Stranded {...failure} />
  </main>
);

/** A page that cannot be shown: what the server said, and a way to ask again. */
export function Stranded({ error, reset }: { readonly error: unknown; readonly reset: () => void }) {
  if (error instanceof Problem && error.status === 404) return <Lost />;
  const because =
    error instanceof Problem
      ? error.message
      : 'The page met something unexpected. Loading it again usually helps.';
  return (
    <Center mih="60vh">
      <Failed isPage because={because} retry={reset} />
    </Center>
  );
}
