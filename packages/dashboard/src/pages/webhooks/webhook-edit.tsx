import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { editWebhook } from '../../api/edits.ts';
import type { WebhookReply } from '../../api/webhook-queries.ts';
import { ChangeDrawer } from '../../shell/change-drawer.tsx';
import { hearingOf, statementsOf } from './hearing.ts';
import { HearingField } from './hearing-field.tsx';

export function WebhookEdit({
  webhook,
  onClose,
}: {
  readonly webhook: WebhookReply;
  readonly onClose: () => void;
}) {
  const [name, setName] = useState(webhook.name);
  const [url, setUrl] = useState(webhook.url);
  const [hearing, setHearing] = useState(() => hearingOf(webhook.statements));
  const statements = hearing === null ? webhook.statements : statementsOf(hearing);
  const said = { name: name.trim(), url: url.trim(), statements };
  const changed =
    said.name !== webhook.name ||
    said.url !== webhook.url ||
    JSON.stringify(statements) !== JSON.stringify(webhook.statements);
  return (
    <ChangeDrawer
      opened
      onClose={onClose}
      title="Edit the webhook"
      lead="What is on its way already goes to the address that stands here when its turn comes."
      confirm="Save the webhook"
      done="The webhook was saved."
      withoutImpact
      edit={() =>
        said.url === '' || statements === null || !changed
          ? null
          : editWebhook({ webhook: webhook.id }, { ...said, statements }, webhook.version)
      }
    >
      {(errors) => (
        <>
          <TextInput
            label="Address"
            required
            data-autofocus
            type="url"
            inputMode="url"
            value={url}
            error={errors.of('url')}
            onChange={(event) => setUrl(event.currentTarget.value)}
          />
          <TextInput
            label="Name"
            description="Who listens there."
            value={name}
            error={errors.of('name')}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <HearingField value={hearing} onChange={setHearing} />
        </>
      )}
    </ChangeDrawer>
  );
}
