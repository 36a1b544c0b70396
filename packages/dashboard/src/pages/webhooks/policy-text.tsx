import type { Statement } from '@latchkey/model';
import { Code } from '@mantine/core';
import { hearingOf } from './hearing.ts';

/** A policy that says more than plain choices can, as it was written through the API. */
export function PolicyText({ statements }: { readonly statements: readonly Statement[] }) {
  if (hearingOf(statements) !== null) return null;
  return (
    <details>
      <summary>Its policy</summary>
      <Code block mt="sm" tabIndex={0} aria-label="Policy">
        {JSON.stringify(statements, null, 2)}
      </Code>
    </details>
  );
}
