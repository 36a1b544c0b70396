import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { planMatrix } from '../../api/catalogue-queries.ts';
import type { EnvironmentReply } from '../../api/replies.ts';
import { ActionButton } from '../../shell/action-button.tsx';
import { EnvironmentDot } from '../../shell/environment-dot.tsx';
import { useEnvironment, usePlace } from '../../shell/place.ts';
import { Facts } from '../../ui/facts.tsx';
import { KeyText } from '../../ui/key-text.tsx';
import { Section } from '../../ui/page.tsx';
import { EnvironmentEdit } from './environment-edit.tsx';
import { colorWords } from './words.ts';

/** The environment one is in: each setting with what it means as it stands. */
export function EnvironmentSection() {
  const place = usePlace();
  const environment = useEnvironment();
  const plans = useQuery(planMatrix(place));
  const [editing, setEditing] = useState<EnvironmentReply | null>(null);
  const { key, name, color, defaultPlan, protected: isProtected, secureMode, clientSideId } = environment;
  const plan = plans.data?.items.find((one) => one.key === defaultPlan)?.name ?? defaultPlan;
  return (
    <Section
      title={`This environment: ${name}`}
      action={
        <ActionButton
          action="environment.describe"
          variant="default"
          size="compact-sm"
          onClick={() => setEditing(environment)}
        >
          Edit the environment
        </ActionButton>
      }
    >
      <Facts
        facts={[
          ['Key', <KeyText key="key" value={key} />],
          [
            'Colour',
            <Group key="color" gap={8}>
              <EnvironmentDot color={color} />
              {colorWords[color]}
            </Group>,
          ],
          [
            'Default plan',
            <Meaning
              key="plan"
              is={plan ?? 'None'}
              so={
                plan === null
                  ? 'Customers without any subscription have nothing.'
                  : 'What customers without any subscription have, also unknown ones.'
              }
            />,
          ],
          [
            'Ask why',
            <Meaning
              key="why"
              is={isProtected ? 'At every change' : 'Not asked'}
              so={
                isProtected
                  ? 'The environment is protected: nothing is changed here without a comment.'
                  : 'People may say why, and need not.'
              }
            />,
          ],
          [
            'Secure mode',
            <Meaning
              key="secure"
              is={secureMode ? 'On' : 'Off'}
              so={
                secureMode
                  ? 'Pages are answered only about people whom your own server vouches for, with LaunchDarkly’s browser SDKs and with OpenFeature.'
                  : 'Whoever knows the client-side id can ask what any context gets from flags marked for browsers.'
              }
            />,
          ],
          ['Client-side id', <KeyText key="id" value={clientSideId} />],
        ]}
      />
      {editing && <EnvironmentEdit environment={editing} onClose={() => setEditing(null)} />}
    </Section>
  );
}

/** How a setting stands, and what follows from it. */
const Meaning = ({ is, so }: { readonly is: string; readonly so: string }) => (
  <>
    <Text>{is}</Text>
    <Text size="sm" c="dimmed">
      {so}
    </Text>
  </>
);
