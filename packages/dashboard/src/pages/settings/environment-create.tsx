import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { createEnvironment } from '../../api/edits.ts';
import type { EnvironmentReply } from '../../api/replies.ts';
import { ChangeDrawer } from '../../shell/change-drawer.tsx';
import { usePlace } from '../../shell/place.ts';
import { NameAndKey, unnamed } from '../../ui/name-and-key.tsx';
import { ColorField } from './color-field.tsx';

export function EnvironmentCreate({ onClose }: { readonly onClose: () => void }) {
  const place = usePlace();
  const [named, setNamed] = useState(unnamed);
  const [color, setColor] = useState<EnvironmentReply['color']>('blue');
  const [isProtected, setProtected] = useState(false);
  const name = named.name.trim();
  return (
    <ChangeDrawer
      opened
      onClose={onClose}
      title="Add an environment"
      lead="One more running stage, with its own customers, targeting and keys. Every flag starts there switched off, and no plan is published yet."
      confirm="Add the environment"
      done={`${name} was added.`}
      withoutImpact
      edit={() =>
        name === '' || named.key === ''
          ? null
          : createEnvironment(place, { key: named.key, name, color, protected: isProtected })
      }
    >
      {(errors) => (
        <>
          <NameAndKey
            value={named}
            onChange={setNamed}
            nameError={errors.of('name')}
            keyError={errors.of('key')}
            example="Quality assurance"
          />
          <ColorField value={color} onChange={setColor} />
          <Checkbox
            label="Ask why at every change"
            description="Nothing is changed there without a comment."
            checked={isProtected}
            onChange={(event) => setProtected(event.currentTarget.checked)}
          />
        </>
      )}
    </ChangeDrawer>
  );
}
