import { Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed, IconCircleX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ChangeShown } from '../../api/change-queries.ts';
import { countOf } from '../../ui/impact-words.ts';
import { Section } from '../../ui/page.tsx';
import { approversInWords } from '../../ui/role-words.ts';
import { momentInWords } from '../../ui/time-words.ts';

/** Why it waits, who has agreed, and who is still missing. */
export function Approvals({ change }: { readonly change: ChangeShown }) {
  const { because, requirements, approvals, ended, status } = change;
  if (requirements.length === 0 && ended === null) return null;
  return (
    <Section title="Approval">
      <Stack gap="sm">
        {because.map(({ guardrail, sentence }) => (
          <Text key={guardrail} size="sm">
            {sentence}
          </Text>
        ))}
        {approvals.map(({ by, at, comment }) => (
          <Word key={by.id} icon={<IconCircleCheck size={18} color="var(--mantine-color-green-7)" />}>
            <b>{by.name}</b> approved, {momentInWords(at)}
            {comment !== '' && <Text size="sm">{comment}</Text>}
          </Word>
        ))}
        {ended && (
          <Word icon={<IconCircleX size={18} color="var(--mantine-color-red-7)" />}>
            <b>{ended.by.name}</b> {status === 'rejected' ? 'rejected it' : 'took it back'},{' '}
            {momentInWords(ended.at)}
            {ended.comment !== '' && <Text size="sm">{ended.comment}</Text>}
          </Word>
        )}
        {status === 'pending' &&
          requirements
            .filter(({ missing }) => missing > 0)
            .map((one) => (
              <Word key={one.guardrail} icon={<IconCircleDashed size={18} />}>
                {countOf(one.missing, 'approval')} missing. {approversInWords(one)}
              </Word>
            ))}
      </Stack>
    </Section>
  );
}

const Word = ({ icon, children }: { readonly icon: ReactNode; readonly children: ReactNode }) => (
  <div style={{ display: 'grid', gridTemplateColumns: '18px minmax(0, 1fr)', gap: 8 }}>
    <span aria-hidden="true">{icon}</span>
    <Text component="div" size="sm">
      {children}
    </Text>
  </div>
);
