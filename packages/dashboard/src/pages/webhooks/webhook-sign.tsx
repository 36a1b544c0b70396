import { useState } from 'react';
import { editWebhook } from '../../api/edits.ts';
import type { WebhookReply } from '../../api/webhook-queries.ts';
import { ChangeDrawer } from '../../shell/change-drawer.tsx';
import { freshSigning, secretOf } from './signing.ts';
import { SigningField } from './signing-field.tsx';

/** Another secret, or none. */
export function WebhookSign({
  webhook,
  onClose,
  onSecret,
}: {
  readonly webhook: WebhookReply;
  readonly onClose: () => void;
  readonly onSecret: (secret: string) => void;
}) {
  const [signing, setSigning] = useState(freshSigning);
  const secret = secretOf(signing);
  const showSecret = () => {
    if (signing.kind === 'made') onSecret(signing.made);
  };
  return (
    <ChangeDrawer
      opened
      onClose={onClose}
      title="Change the signature"
      lead="It holds from the next message on. The secret before it no longer signs anything."
      confirm="Change the signature"
      done="The signature was changed."
      withoutImpact
      edit={() =>
        secret === undefined || (secret === null && !webhook.signed)
          ? null
          : editWebhook({ webhook: webhook.id }, { secret }, webhook.version)
      }
      onDone={showSecret}
      onScheduled={showSecret}
    >
      {(errors) => <SigningField value={signing} onChange={setSigning} error={errors.of('secret')} />}
    </ChangeDrawer>
  );
}
