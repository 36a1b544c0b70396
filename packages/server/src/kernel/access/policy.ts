import type { Statement } from '@latchkey/model';
import { matchesGlob, matchesResource } from './resource-specifier.ts';

/** May this be done to that? `tags` are those of the thing itself. */
export interface PolicyQuestion {
  /** `grant.create`, `customer.read`. */
  readonly action: string;
  /** Typed path: `proj/demo:env/production:customer/acme`. */
  readonly resource: string;
  readonly tags: readonly string[];
}

/** The answer with the sentence of the policy that gave it; `statement` is its index, null when none spoke. */
export interface PolicyAnswer {
  readonly allowed: boolean;
  readonly because: 'allowed' | 'denied' | 'nothing_allows';
  readonly statement: number | null;
}

/**
 * LaunchDarkly's rule within one policy: a denial that fits wins over every allowance, their order says nothing, and
 * what no statement allows is denied. We hold all roles of a member to it together, so that a second role cannot lift
 * the denial of the first.
 */
export function explainPermission(statements: readonly Statement[], question: PolicyQuestion): PolicyAnswer {
  let allowing: number | null = null;
  for (const [index, statement] of statements.entries()) {
    if (!speaksOf(statement, question)) continue;
    if (statement.effect === 'deny') return { allowed: false, because: 'denied', statement: index };
    allowing ??= index;
  }
  return allowing === null
    ? { allowed: false, because: 'nothing_allows', statement: null }
    : { allowed: true, because: 'allowed', statement: allowing };
}

export const mayDo = (statements: readonly Statement[], question: PolicyQuestion): boolean =>
  explainPermission(statements, question).allowed;

/**
 * Whether some tags would make it allowed: the question before the thing was loaded, when its tags are not known yet.
 * A yes is a reason to go on and ask `mayDo`; a no is final.
 */
export const mightDo = (
  statements: readonly Statement[],
  { action, resource }: Omit<PolicyQuestion, 'tags'>,
): boolean => {
  const spoken = (effect: Statement['effect'], tags: readonly string[] | 'any') =>
    statements.some(
      (statement) => statement.effect === effect && speaksOf(statement, { action, resource, tags }),
    );
  return spoken('allow', 'any') && !spoken('deny', []);
};

function speaksOf(
  { effect, actions, resources }: Statement,
  { action, resource, tags }: Omit<PolicyQuestion, 'tags'> & { readonly tags: readonly string[] | 'any' },
): boolean {
  return (
    actions.some((pattern) => matchesGlob(pattern, action)) &&
    resources.some((specifier) => matchesResource(specifier, resource, tags, effect === 'deny'))
  );
}
