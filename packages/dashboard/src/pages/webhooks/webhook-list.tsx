import { Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type WebhookReply, webhooks } from '../../api/webhook-queries.ts';
import { ActionButton } from '../../shell/action-button.tsx';
import { TextLink } from '../../shell/links.tsx';
import { usePlace } from '../../shell/place.ts';
import { Page, Section } from '../../ui/page.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { HealthChip } from './health-chip.tsx';
import { hearingInWords } from './hearing.ts';
import { SecretShown } from './secret-shown.tsx';
import { WebhookCreate } from './webhook-create.tsx';

/** Who outside is told of what changes here, and whether it arrives. */
export function WebhookList() {
  const asked = useQuery(webhooks);
  const [creating, setCreating] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <Page
      title="Webhooks"
      lead="Other systems that Latchkey tells of what changes. Each message says who did what, why, and how it was before."
      action={
        <ActionButton
          action="webhook.create"
          leftSection={<IconPlus size={16} />}
          onClick={() => setCreating(true)}
        >
          Add a webhook
        </ActionButton>
      }
    >
      <Section
        title="In this installation"
        hint="Receivers of LaunchDarkly’s webhooks need no change."
        padded={false}
      >
        <Loaded asked={asked}>
          {({ items }) => (
            <Table
              label="Webhooks"
              rows={items}
              rowKey={({ id }) => id}
              empty={
                <Empty
                  title="Nobody outside is told anything"
                  hint="Add the address of a system that shall hear of what changes here, such as a CRM or a chat."
                />
              }
              columns={[
                { id: 'name', title: 'Webhook', cell: (webhook) => <NameCell webhook={webhook} /> },
                {
                  id: 'hears',
                  title: 'Hears of',
                  wide: true,
                  cell: ({ statements }) => hearingInWords(statements),
                },
                { id: 'health', title: 'How it does', cell: (webhook) => <HealthChip webhook={webhook} /> },
              ]}
            />
          )}
        </Loaded>
      </Section>
      {creating && <WebhookCreate onClose={() => setCreating(false)} onSecret={setSecret} />}
      <SecretShown secret={secret} onClose={() => setSecret(null)} />
    </Page>
  );
}

function NameCell({ webhook: { id, name, url, signed } }: { readonly webhook: WebhookReply }) {
  const place = usePlace();
  return (
    <>
      <TextLink
        to="/$project/$environment/webhooks/$webhook"
        params={{ ...place, webhook: id }}
        fw={600}
        c="var(--mantine-color-text)"
      >
        {name || hostOf(url)}
      </TextLink>
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {url}
        {!signed && ' · not signed'}
      </Text>
    </>
  );
}

/** What an address without a name is called. */
export const hostOf = (url: string): string => new URL(url).host;
