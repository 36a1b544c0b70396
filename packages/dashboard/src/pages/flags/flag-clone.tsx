import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { cloneFlag } from '../../api/edits.ts';
import type { FlagInEnvironment } from '../../api/replies.ts';
import { ChangeDrawer } from '../../shell/change-drawer.tsx';
import { usePlace } from '../../shell/place.ts';
import { keyFromName } from '../../ui/key-from-name.ts';
import { NameAndKey } from '../../ui/name-and-key.tsx';

/** The same flag once more, under another key and switched off. */
export function FlagClone({
  flag,
  onClose,
}: {
  readonly flag: FlagInEnvironment;
  readonly onClose: () => void;
}) {
  const place = usePlace();
  const navigate = useNavigate();
  const name = `${flag.name} (copy)`;
  const [named, setNamed] = useState({ name, key: keyFromName(name), ownKey: false });
  return (
    <ChangeDrawer
      opened
      onClose={onClose}
      title={`Clone ${flag.name}`}
      lead="Words, variations and targeting come along. The clone is off everywhere, and is not sold."
      confirm="Clone the flag"
      done={`${named.name} was created.`}
      edit={() =>
        named.name.trim() === '' || named.key === ''
          ? null
          : cloneFlag({ ...place, flag: flag.key }, { key: named.key, name: named.name.trim() })
      }
      onDone={() =>
        void navigate({ to: '/$project/$environment/flags/$flag', params: { ...place, flag: named.key } })
      }
    >
      {(errors) => (
        <NameAndKey
          value={named}
          onChange={setNamed}
          nameError={errors.of('name')}
          keyError={errors.of('key')}
        />
      )}
    </ChangeDrawer>
  );
}
