import type { Plan } from '@latchkey/model';
import { NumberInput, Radio, Stack, Textarea } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { createPlan } from '../../api/edits.ts';
import { ChangeDrawer } from '../../shell/change-drawer.tsx';
import { usePlace } from '../../shell/place.ts';
import { NameAndKey, unnamed } from '../../ui/name-and-key.tsx';
import { kindHints, kindWords } from './words.ts';

export function PlanCreate({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const place = usePlace();
  const navigate = useNavigate();
  const [named, setNamed] = useState(unnamed);
  const [kind, setKind] = useState<Plan['kind']>('plan');
  const [rank, setRank] = useState<number | string>('');
  const [description, setDescription] = useState('');
  const close = () => {
    setNamed(unnamed);
    onClose();
  };
  return (
    <ChangeDrawer
      opened={opened}
      onClose={close}
      title="Create a plan"
      lead="Give it a name first; its contents come next, and nobody has it until it is published."
      confirm="Create the plan"
      done={`${named.name} was created.`}
      edit={() =>
        named.name.trim() === '' || named.key === ''
          ? null
          : createPlan(place, {
              key: named.key,
              name: named.name.trim(),
              kind,
              ...(typeof rank === 'number' ? { rank } : {}),
              ...(description.trim() === '' ? {} : { description: description.trim() }),
            })
      }
      onDone={() =>
        void navigate({ to: '/$project/$environment/plans/$plan', params: { ...place, plan: named.key } })
      }
    >
      {(errors) => (
        <>
          <NameAndKey
            value={named}
            onChange={setNamed}
            nameError={errors.of('name')}
            keyError={errors.of('key')}
            example="Platinum"
          />
          <Radio.Group label="Kind" value={kind} onChange={(chosen) => setKind(chosen as Plan['kind'])}>
            <Stack gap={6} mt={6}>
              {(['plan', 'addon', 'trial'] as const).map((value) => (
                <Radio key={value} value={value} label={kindWords[value]} description={kindHints[value]} />
              ))}
            </Stack>
          </Radio.Group>
          <NumberInput
            label="Rank"
            description="Sorts plans from the smallest to the largest."
            min={0}
            max={10_000}
            allowDecimal={false}
            value={rank}
            onChange={setRank}
            error={errors.of('rank')}
          />
          <Textarea
            label="Description"
            autosize
            minRows={2}
            value={description}
            error={errors.of('description')}
            onChange={(event) => setDescription(event.currentTarget.value)}
          />
        </>
      )}
    </ChangeDrawer>
  );
}
