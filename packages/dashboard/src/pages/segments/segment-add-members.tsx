import { SegmentedControl, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { listMembers } from '../../api/edits.ts';
import type { SegmentReply } from '../../api/replies.ts';
import { ChangeDrawer } from '../../shell/change-drawer.tsx';
import { usePlace } from '../../shell/place.ts';
import { countOf } from '../../ui/impact-words.ts';
import { keysIn } from './words.ts';

/** The server takes as many in one request; more is an import. */
const membersMax = 1000;

export function SegmentAddMembers({
  segment,
  opened,
  onClose,
}: {
  readonly segment: SegmentReply;
  readonly opened: boolean;
  readonly onClose: () => void;
}) {
  const place = usePlace();
  const [kind, setKind] = useState('customer');
  const [as, setAs] = useState('add');
  const [text, setText] = useState('');
  const keys = keysIn(text);
  const close = () => {
    setText('');
    onClose();
  };
  return (
    <ChangeDrawer
      opened={opened}
      onClose={close}
      title={`Add members to ${segment.name}`}
      confirm={as === 'add' ? 'Add them' : 'Exclude them'}
      done={`${countOf(keys.length, 'member')} ${as === 'add' ? 'added' : 'excluded'}.`}
      edit={() =>
        keys.length === 0 || keys.length > membersMax
          ? null
          : listMembers({ ...place, segment: segment.key }, { [as]: { [kind]: keys } })
      }
    >
      {(errors) => (
        <>
          <SegmentedControl
            aria-label="How they are listed"
            value={as}
            onChange={setAs}
            data={[
              { value: 'add', label: 'Always in' },
              { value: 'exclude', label: 'Never in' },
            ]}
          />
          <Select
            label="Kind"
            data={['customer', 'user', 'device']}
            value={kind}
            onChange={(chosen) => setKind(chosen ?? 'customer')}
          />
          <Textarea
            label="Keys"
            description={`One a line, or with commas; up to ${membersMax} at a time.`}
            required
            data-autofocus
            autosize
            minRows={5}
            maxRows={14}
            value={text}
            error={
              keys.length > membersMax
                ? `These are ${keys.length}; take at most ${membersMax} at a time.`
                : (errors.of(kind) ?? errors.of(as))
            }
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </>
      )}
    </ChangeDrawer>
  );
}
