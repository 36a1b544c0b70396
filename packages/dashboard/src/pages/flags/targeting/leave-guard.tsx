import { Button, Group, Modal, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';

/** Asks before a draft is left behind, by a link, by the back button or by closing the tab. */
export function LeaveGuard({ isChanged, what }: { readonly isChanged: boolean; readonly what: string }) {
  const leaving = useBlocker({
    shouldBlockFn: ({ current, next }) => isChanged && current.pathname !== next.pathname,
    enableBeforeUnload: () => isChanged,
    withResolver: true,
  });
  const isAsking = leaving.status === 'blocked';
  return (
    <Modal opened={isAsking} onClose={() => leaving.reset?.()} title="Leave without saving?">
      <Text>{what} has changes that are not saved. They are lost when you leave.</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={() => leaving.reset?.()}>
          Stay here
        </Button>
        <Button color="red" onClick={() => leaving.proceed?.()}>
          Leave and lose them
        </Button>
      </Group>
    </Modal>
  );
}
