import { Alert, Checkbox, Select, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { planMatrix } from '../../api/catalogue-queries.ts';
import { describeEnvironment } from '../../api/edits.ts';
import type { EnvironmentReply } from '../../api/replies.ts';
import { ChangeDrawer } from '../../shell/change-drawer.tsx';
import { usePlace } from '../../shell/place.ts';
import { ColorField } from './color-field.tsx';
import { changedPart, secureModeEffect } from './words.ts';

/** Everything about the environment that can be changed. The panel counts the customers whom another default plan moves. */
export function EnvironmentEdit({
  environment,
  onClose,
}: {
  readonly environment: EnvironmentReply;
  readonly onClose: () => void;
}) {
  const place = usePlace();
  const before = wordsOf(environment);
  const [said, setSaid] = useState(before);
  const set = (part: Partial<Words>) => setSaid({ ...said, ...part });
  const name = said.name.trim();
  const changed = changedPart(before, { ...said, name });
  const effect = secureModeEffect(before.secureMode, said.secureMode);
  return (
    <ChangeDrawer
      opened
      onClose={onClose}
      title={`Edit ${environment.name}`}
      confirm="Save the environment"
      done={`${name} was saved.`}
      edit={() =>
        name === '' || Object.keys(changed).length === 0 ? null : describeEnvironment(place, changed)
      }
    >
      {(errors) => (
        <>
          <TextInput
            label="Name"
            required
            data-autofocus
            value={said.name}
            error={errors.of('name')}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
          <ColorField value={said.color} onChange={(color) => set({ color })} />
          <DefaultPlanField
            value={said.defaultPlan}
            error={errors.of('defaultPlan')}
            onChange={(defaultPlan) => set({ defaultPlan })}
          />
          <Checkbox
            label="Ask why at every change"
            description="The environment is protected: nothing is changed here without a comment, not by scripts either."
            checked={said.protected}
            onChange={(event) => set({ protected: event.currentTarget.checked })}
          />
          <Checkbox
            label="Secure mode for browsers"
            description="A browser is answered only about the person whom your own server vouches for, so that nobody reads somebody else’s flags by changing a key in the page. It holds for LaunchDarkly’s browser SDKs and for OpenFeature; phones are not asked for a hash."
            checked={said.secureMode}
            onChange={(event) => set({ secureMode: event.currentTarget.checked })}
          />
          {effect !== null && (
            <Alert color="yellow" variant="light" icon={<IconAlertTriangle />}>
              {effect}
            </Alert>
          )}
        </>
      )}
    </ChangeDrawer>
  );
}

interface Words {
  readonly name: string;
  readonly color: EnvironmentReply['color'];
  readonly defaultPlan: string | null;
  readonly protected: boolean;
  readonly secureMode: boolean;
}

const wordsOf = ({
  name,
  color,
  defaultPlan,
  protected: isProtected,
  secureMode,
}: EnvironmentReply): Words => ({
  name,
  color,
  defaultPlan,
  protected: isProtected,
  secureMode: secureMode ?? false,
});

function DefaultPlanField({
  value,
  error,
  onChange,
}: {
  readonly value: string | null;
  readonly error: string | undefined;
  readonly onChange: (plan: string | null) => void;
}) {
  const place = usePlace();
  const plans = useQuery(planMatrix(place));
  const offered = (plans.data?.items ?? []).filter(({ key, state }) => state !== 'retired' || key === value);
  return (
    <Select
      label="Default plan"
      description="What customers without any subscription have, also ones that Latchkey has never heard of."
      placeholder="None: they have nothing"
      clearable
      clearButtonProps={{ 'aria-label': 'No default plan' }}
      data={offered.map(({ key, name, current }) => ({
        value: key,
        label: current === null ? `${name} (not published here)` : name,
      }))}
      value={value}
      error={error}
      onChange={onChange}
    />
  );
}
