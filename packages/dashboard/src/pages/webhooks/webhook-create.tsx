import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { createWebhook } from '../../api/edits.ts';
import { ChangeDrawer } from '../../shell/change-drawer.tsx';
import { hearsEverything, statementsOf } from './hearing.ts';
import { HearingField } from './hearing-field.tsx';
import { freshSigning, secretOf } from './signing.ts';
import { SigningField } from './signing-field.tsx';

export function WebhookCreate({
  onClose,
  onSecret,
}: {
  readonly onClose: () => void;
  /** The secret that was made, for the only time that it is seen. */
  readonly onSecret: (secret: string) => void;
}) {
  const [name, setName] = useState('');
  const [url, setUrl] = useState('');
  const [hearing, setHearing] = useState(hearsEverything);
  const [signing, setSigning] = useState(freshSigning);
  const secret = secretOf(signing);
  const statements = statementsOf(hearing);
  const showSecret = () => {
    if (signing.kind === 'made') onSecret(signing.made);
  };
  return (
    <ChangeDrawer
      opened
      onClose={onClose}
      title="Add a webhook"
      lead="It is told of what happens from now on: one message for each thing that somebody did."
      confirm="Add the webhook"
      done="The webhook was added."
      withoutImpact
      edit={() =>
        url.trim() === '' || statements === null || secret === undefined
          ? null
          : createWebhook(
              {},
              {
                name: name.trim(),
                url: url.trim(),
                statements,
                ...(secret === null ? { sign: false } : { secret }),
              },
            )
      }
      onDone={showSecret}
      onScheduled={showSecret}
    >
      {(errors) => (
        <>
          <TextInput
            label="Address"
            description="Messages are sent there by POST, as JSON in the form of LaunchDarkly’s webhooks."
            required
            data-autofocus
            type="url"
            inputMode="url"
            placeholder="https://crm.example.com/latchkey"
            value={url}
            error={errors.of('url')}
            onChange={(event) => setUrl(event.currentTarget.value)}
          />
          <TextInput
            label="Name"
            description="Who listens there."
            placeholder="CRM"
            value={name}
            error={errors.of('name')}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <HearingField value={hearing} onChange={setHearing} />
          <SigningField value={signing} onChange={setSigning} error={errors.of('secret')} />
        </>
      )}
    </ChangeDrawer>
  );
}
