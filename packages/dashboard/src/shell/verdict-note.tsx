import type { Verdict } from '@latchkey/model';
import { Alert } from '@mantine/core';
import { IconHandStop, IconUserCheck } from '@tabler/icons-react';
import { approversInWords } from '../ui/role-words.ts';

/** What the guardrails say of an edit before it is sent: that somebody has to approve it, or that it is not done here. */
export function VerdictNote({ verdict: { outcome, because, requirements } }: { readonly verdict: Verdict }) {
  if (outcome === 'allow') return null;
  const isDenied = outcome === 'deny';
  return (
    <Alert
      color={isDenied ? 'red' : 'yellow'}
      variant="light"
      icon={isDenied ? <IconHandStop /> : <IconUserCheck />}
      title={isDenied ? 'A guardrail does not allow this' : 'This needs approval'}
    >
      {because.map(({ guardrail, sentence }) => (
        <div key={guardrail}>{sentence}</div>
      ))}
      {requirements.map((one) => (
        <div key={one.guardrail}>{approversInWords(one)}</div>
      ))}
    </Alert>
  );
}
