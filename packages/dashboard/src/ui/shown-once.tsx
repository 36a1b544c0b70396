import { Alert, Button, Modal, Stack } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { CopyField } from './copy-field.tsx';

/** What will never be shown again, until the person says that they have it. */
export function ShownOnce({
  title,
  label,
  value,
  hint,
  again = false,
  onClose,
}: {
  readonly title: string;
  readonly label: string;
  /** Null when there is nothing to show; the dialog is then closed. */
  readonly value: string | null;
  readonly hint: string;
  /** It can be looked at again later. */
  readonly again?: boolean;
  readonly onClose: () => void;
}) {
  return (
    <Modal opened={value !== null} onClose={onClose} title={title} size="lg" closeOnClickOutside={false}>
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
