import { Stack, Text } from '@mantine/core';
import type { ChangeShown } from '../../api/change-queries.ts';
import { useImpactNames } from '../../shell/impact-names.ts';
import { DifferenceTable } from '../../ui/difference-table.tsx';
import { ImpactPanel } from '../../ui/impact-panel.tsx';
import { Section } from '../../ui/page.tsx';
import { momentInWords } from '../../ui/time-words.ts';

/** What approvers agree to: the effect in numbers, and every record with the fields that move. */
export function Effect({ change: { preview } }: { readonly change: ChangeShown }) {
  const { impact, edits, editsInAll, at } = preview;
  const names = useImpactNames(impact);
  return (
    <Stack gap="lg">
      <ImpactPanel preview={{ state: 'known', impact }} names={names} level={2} />
      <Section title="Record by record" hint={`As it was on ${momentInWords(at)}.`}>
        <Stack gap="lg">
          {edits.map(({ resourceKind, resourceId, before, after }) => (
            <div key={`${resourceKind} ${resourceId}`}>
              <Text fw={600} mb={4}>
                {deed(before, after)} {resourceKind.replaceAll('_', ' ')}{' '}
                {nameOf(after ?? before) ?? resourceId}
              </Text>
              <DifferenceTable before={withoutClerk(before)} after={withoutClerk(after)} />
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

type Fields = Readonly<Record<string, unknown>>;

/** Without what is written down at every edit: when it was made says the page already. */
const withoutClerk = (fields: Fields | null): Fields | null =>
  fields && Object.fromEntries(Object.entries(fields).filter(([name]) => !clerk.has(name)));
const clerk: ReadonlySet<string> = new Set(['changedAt', 'grantedAt', 'createdAt']);

const nameOf = (fields: Fields | null): string | null =>
  typeof fields?.['name'] === 'string' ? fields['name'] : null;
