import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lastDeliveries, type WebhookReply } from '../../api/webhook-queries.ts';
import { Chip } from '../../ui/chip.tsx';
import { useNow } from '../../ui/now.ts';
import { Ago } from '../../ui/time.tsx';
import { healthOf, missedInWords } from './words.ts';

/** How a webhook does: whether the last message arrived, when that was, and what did not arrive. */
export function HealthChip({ webhook: { id, on } }: { readonly webhook: WebhookReply }) {
  const now = useNow();
  const asked = useQuery(lastDeliveries(id));
  if (asked.error) return <Text c="dimmed">Not known at the moment</Text>;
  if (!asked.data) return <Text c="dimmed">…</Text>;
  const { items } = asked.data;
  const { word, tone, lastAt, because } = healthOf(on, items);
  const missed = missedInWords(items);
  return (
    <>
      <Chip tone={tone}>{word}</Chip>
      {(lastAt !== null || because !== null) && (
        <Text size="xs" c="dimmed" mt={2}>
          {lastAt !== null && (
            <>
              Last sent <Ago at={lastAt} now={now} />.{' '}
            </>
          )}
          {because}
        </Text>
      )}
      {missed !== null && (
        <Text size="xs" c="dimmed">
          {missed}
        </Text>
      )}
    </>
  );
}
