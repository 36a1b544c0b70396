import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { editWebhook, removeWebhook } from '../../api/edits.ts';
import { oneWebhook, type WebhookReply } from '../../api/webhook-queries.ts';
import { ActionButton } from '../../shell/action-button.tsx';
import { ChangeDrawer } from '../../shell/change-drawer.tsx';
import { TextLink } from '../../shell/links.tsx';
import { usePlace } from '../../shell/place.ts';
import { Columns } from '../../ui/columns.tsx';
import { Facts } from '../../ui/facts.tsx';
import { useNow } from '../../ui/now.ts';
import { Page, Section } from '../../ui/page.tsx';
import { Loaded } from '../../ui/states.tsx';
import { Ago } from '../../ui/time.tsx';
import { DeliveryList } from './delivery-list.tsx';
import { HealthChip } from './health-chip.tsx';
import { hearingInWords } from './hearing.ts';
import { PolicyText } from './policy-text.tsx';
import { SecretShown } from './secret-shown.tsx';
import { WebhookEdit } from './webhook-edit.tsx';
import { hostOf } from './webhook-list.tsx';
import { WebhookSign } from './webhook-sign.tsx';

type Deed = 'edit' | 'sign' | 'turn' | 'remove';
/** What is edited is what was seen when the form opened. */
type Doing = { readonly what: Deed; readonly webhook: WebhookReply } | null;

/** One address that is told: what it hears of, how it does, and each message with its attempts. */
export function WebhookShow() {
  const { webhook: id } = useParams({ from: '/$project/$environment/webhooks/$webhook' });
  const asked = useQuery(oneWebhook(id));
  return (
    <Loaded asked={asked} frame={(state) => <Page title="Webhook">{state}</Page>}>
      {(webhook) => <Shown webhook={webhook} />}
    </Loaded>
  );
}

function Shown({ webhook }: { readonly webhook: WebhookReply }) {
  const place = usePlace();
  const now = useNow();
  const [doing, setDoing] = useState<Doing>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const { id, name, url, on, statements, signed, createdAt } = webhook;
  const act = (what: Deed) => () => setDoing({ what, webhook });
  return (
    <Page
      title={name || hostOf(url)}
      trail={
        <TextLink to="/$project/$environment/webhooks" params={place}>
          Webhooks
        </TextLink>
      }
      lead={url}
      action={
        <>
          <ActionButton action="webhook.update" variant="default" onClick={act('turn')}>
            {on ? 'Pause' : 'Resume'}
          </ActionButton>
          <ActionButton action="webhook.update" variant="default" onClick={act('edit')}>
            Edit
          </ActionButton>
          <ActionButton action="webhook.remove" variant="subtle" color="red" onClick={act('remove')}>
            Remove
          </ActionButton>
        </>
      }
    >
      <Columns
        main={
          <>
            <Section title="How it does">
              <HealthChip webhook={webhook} />
            </Section>
            <DeliveryList webhook={id} />
          </>
        }
        beside={
          <Section
            title="Details"
            action={
              <ActionButton action="webhook.update" variant="subtle" size="compact-sm" onClick={act('sign')}>
                Change the signature
              </ActionButton>
            }
          >
            <Facts
              facts={[
                ['Hears of', hearingInWords(statements)],
                ['Messages', signed ? 'signed' : 'not signed'],
                ['Added', <Ago key="added" at={createdAt} now={now} />],
              ]}
            />
            <PolicyText statements={statements} />
          </Section>
        }
      />
      <Doings doing={doing} onClose={() => setDoing(null)} onSecret={setSecret} />
      <SecretShown secret={secret} onClose={() => setSecret(null)} />
    </Page>
  );
}

function Doings({
  doing,
  onClose,
  onSecret,
}: {
  readonly doing: Doing;
  readonly onClose: () => void;
  readonly onSecret: (secret: string) => void;
}) {
  const place = usePlace();
  const navigate = useNavigate();
  if (doing === null) return null;
  const { what, webhook } = doing;
  const called = webhook.name || hostOf(webhook.url);
  if (what === 'edit') return <WebhookEdit webhook={webhook} onClose={onClose} />;
  if (what === 'sign') return <WebhookSign webhook={webhook} onClose={onClose} onSecret={onSecret} />;
  if (what === 'turn') {
    return (
      <ChangeDrawer
        opened
        onClose={onClose}
        title={`${webhook.on ? 'Pause' : 'Resume'} ${called}`}
        lead={
          webhook.on
            ? 'Nothing is sent until you resume it. What is on its way is given up, and what happens meanwhile is not sent later.'
            : 'It is told of what happens from now on. What happened while it was paused is not sent.'
        }
        confirm={webhook.on ? 'Pause' : 'Resume'}
        done={webhook.on ? `${called} is paused.` : `${called} is told again.`}
        withoutImpact
        edit={() => editWebhook({ webhook: webhook.id }, { on: !webhook.on }, webhook.version)}
      />
    );
  }
  return (
    <ChangeDrawer
      opened
      onClose={onClose}
      title={`Remove ${called}`}
      lead="Nothing more is sent there, not even what is on its way. Pause it instead if you may need it again: its secret is lost."
      confirm="Remove the webhook"
      danger
      done={`${called} is removed.`}
      withoutImpact
      edit={() => removeWebhook({ webhook: webhook.id }, {}, webhook.version)}
      onDone={() => navigate({ to: '/$project/$environment/webhooks', params: place })}
    />
  );
}
