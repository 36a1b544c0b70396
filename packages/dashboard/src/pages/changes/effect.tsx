import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { featuresIn } from '../../api/catalogue-queries.ts';
import type { ChangeShown } from '../../api/change-queries.ts';
import { usePlace } from '../../shell/place.ts';
import { DifferenceTable } from '../../ui/difference-table.tsx';
import { ImpactPanel } from '../../ui/impact-panel.tsx';
import { Section } from '../../ui/page.tsx';
import { momentInWords } from '../../ui/time-words.ts';

/** What approvers agree to: the effect in numbers, and every record with the fields that move. */
export function Effect({ change: { preview } }: { readonly change: ChangeShown }) {
  const place = usePlace();
  const features = useQuery(featuresIn(place));
  const names = new Map(features.data?.items.map(({ key, name }) => [key, name]));
  const { impact, edits, editsInAll, at } = preview;
  return (
    <Stack gap="lg">
      <ImpactPanel preview={{ state: 'known', impact }} nameOfFeature={(key) => names.get(key) ?? key} />
      <Section title="Record by record" hint={`As it was on ${momentInWords(at)}.`}>
        <Stack gap="lg">
          {edits.map(({ resourceKind, resourceId, before, after }) => (
            <div key={`${resourceKind} ${resourceId}`}>
              <Text fw={600} mb={4}>
                {deed(before, after)} {resourceKind.replaceAll('_', ' ')}{' '}
                {nameOf(after ?? before) ?? resourceId}
              </Text>
              <DifferenceTable before={before} after={after} />
            </div>
          ))}
          {editsInAll > edits.length && <Text c="dimmed">and {editsInAll - edits.length} more records</Text>}
          {editsInAll === 0 && (
            <Text c="dimmed">What it would do was not written down when it was planned.</Text>
          )}
        </Stack>
      </Section>
    </Stack>
  );
}

function deed(before: unknown, after: unknown): string {
  if (before === null) return 'New';
  return after === null ? 'Removed' : 'Changed';
}

const nameOf = (fields: Readonly<Record<string, unknown>> | null): string | null =>
  typeof fields?.['name'] === 'string' ? fields['name'] : null;
