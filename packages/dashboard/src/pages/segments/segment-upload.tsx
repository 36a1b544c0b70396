import { Alert, Button, FileInput, Group, Progress, SegmentedControl, Select, Text } from '@mantine/core';
import { IconAlertCircle, IconFileSpreadsheet } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { startImport } from '../../api/edits.ts';
import type { ImportReply, SegmentReply, UploadReply } from '../../api/replies.ts';
import { uploadKeys } from '../../api/upload-keys.ts';
import { ChangeDrawer } from '../../shell/change-drawer.tsx';
import { usePlace } from '../../shell/place.ts';
import { countOf } from '../../ui/impact-words.ts';

type Action = ImportReply['action'];

const actionWords: Readonly<Record<Action, { readonly choice: string; readonly deed: string }>> = {
  add: { choice: 'Always in', deed: 'Add' },
  exclude: { choice: 'Never in', deed: 'Exclude' },
  remove: { choice: 'No longer listed', deed: 'Remove' },
};

/** A list of up to a million keys from a file: sent and looked through first, and taken in only when somebody says so. */
export function SegmentUpload({
  segment,
  onClose,
}: {
  readonly segment: SegmentReply;
  readonly onClose: () => void;
}) {
  const place = usePlace();
  const [contextKind, setContextKind] = useState('customer');
  const [action, setAction] = useState<Action>('add');
  const [file, setFile] = useState<File | null>(null);
  const [share, setShare] = useState(0);
  const sending = useMutation({
    mutationFn: (chosen: File) =>
      uploadKeys({ place, segment: segment.key, contextKind, file: chosen, onProgress: setShare }),
  });
  const received = sending.data?.state === 'received' ? sending.data : null;
  const { deed } = actionWords[action];
  const choose = (chosen: File | null) => {
    setFile(chosen);
    setShare(0);
    sending.reset();
  };
  return (
    <ChangeDrawer
      opened
      onClose={onClose}
      title={`Upload members of ${segment.name}`}
      lead="A text file with one key a line, or a CSV file whose column “key” holds them. Up to a million."
      confirm={received ? `${deed} ${countOf(received.keys, contextKind)}` : deed}
      done="The list is being taken in. You can go on meanwhile."
      edit={() =>
        received ? startImport({ ...place, segment: segment.key }, { upload: received.id, action }) : null
      }
    >
      {() => (
        <>
          <SegmentedControl
            aria-label="How they are listed"
            value={action}
            onChange={(chosen) => setAction(chosen as Action)}
            data={Object.entries(actionWords).map(([value, { choice }]) => ({ value, label: choice }))}
          />
          <Select
            label="Kind"
            data={['customer', 'user', 'device', 'organization']}
            value={contextKind}
            disabled={sending.isPending}
            onChange={(chosen) => {
              setContextKind(chosen ?? 'customer');
              choose(null);
            }}
          />
          <FileInput
            label="File"
            placeholder="Choose a file"
            accept=".csv,.txt,text/csv,text/plain"
            clearable
            leftSection={<IconFileSpreadsheet size={16} />}
            value={file}
            disabled={sending.isPending}
            onChange={choose}
          />
          {file && !received && (
            <Group>
              <Button variant="default" loading={sending.isPending} onClick={() => sending.mutate(file)}>
                Send and check
              </Button>
              <Text size="xs" c="dimmed">
                Nothing changes yet.
              </Text>
            </Group>
          )}
          {sending.isPending && (
            <Progress aria-label="How much is sent" value={share * 100} animated={share === 1} />
          )}
          {sending.error && (
            <Alert color="red" icon={<IconAlertCircle />} title="The list could not be sent" role="alert">
              {sending.error.message}
            </Alert>
          )}
          {sending.data && <Checked upload={sending.data} />}
        </>
      )}
    </ChangeDrawer>
  );
}

/** What was found in the list: how many keys, or the lines that are wrong. */
function Checked({ upload: { state, keys, contextKind, faults } }: { readonly upload: UploadReply }) {
  if (state === 'received')
    return (
      <Text role="status" fw={600}>
        {countOf(keys, `${contextKind} key`)} arrived, each without a fault.
      </Text>
    );
  return (
    <Alert
      color="red"
      variant="light"
      icon={<IconAlertCircle />}
      title="The list has faults, and none of it is used"
      role="alert"
    >
      <ul>
        {faults.map(({ line, detail }) => (
          <li key={`${line} ${detail}`}>{line === 0 ? detail : `Line ${line}: ${detail}`}</li>
        ))}
      </ul>
    </Alert>
  );
}
