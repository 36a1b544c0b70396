import { Alert, Button, Modal, Stack } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { CopyField } from './copy-field.tsx';

interface Shown {
  readonly title: string;
  readonly label: string;
  /** Null when there is nothing to show; the dialog is then closed. */
  readonly value: string | null;
  readonly hint: string;
  /** It can be looked at again later. */
  readonly again?: boolean;
}

/** What will never be shown again, until the person says that they have it. */
export function ShownOnce(asked: Shown & { readonly onClose: () => void }) {
  // While the dialog fades out, its owner has let go of the secret and of its words; the last ones stay until it is gone.
  const [shown, setShown] = useState<Shown>(asked);
  if (asked.value !== null && asked.value !== shown.value) setShown(asked);
  const { title, label, value, hint, again = false } = asked.value === null ? shown : asked;
  const { onClose } = asked;
  return (
    <Modal
      opened={asked.value !== null}
      onClose={onClose}
      onExitTransitionEnd={() => setShown({ ...shown, value: null })}
      title={title}
      size="lg"
      closeOnClickOutside={false}
    >
      <Stack>
        {!again && (
          <Alert color="yellow" variant="light" icon={<IconAlertTriangle />} title="This is shown once">
            Copy it now. If it is lost, make another one.
          </Alert>
        )}
        <CopyField label={label} value={value ?? ''} description={hint} />
        <Button onClick={onClose}>I have copied it</Button>
      </Stack>
    </Modal>
  );
}
