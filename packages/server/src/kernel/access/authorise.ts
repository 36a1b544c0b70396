import { type Refusal, refuse, type Statement } from '@latchkey/model';
import { mayDo, mightDo, type PolicyQuestion } from './policy.ts';
import type { Principal } from './principal.ts';

/** Answers null when it is allowed, and a refusal that says what is missing when it is not. */
export function authorise(principal: Principal, question: PolicyQuestion): Refusal | null {
  return mayDo(statementsOf(principal), question) ? null : refusal(principal, question);
}

/** The same before the thing was loaded: refuses only what no tags could make right. */
export function authoriseBeforeLoading(
  principal: Principal,
  question: Omit<PolicyQuestion, 'tags'>,
): Refusal | null {
  return mightDo(statementsOf(principal), question) ? null : refusal(principal, question);
}

/** What a principal may do, as statements. */
export function statementsOf(principal: Principal): readonly Statement[] {
  switch (principal.kind) {
    case 'member':
    case 'token':
    case 'connection':
      return principal.statements;
    case 'key':
      return [
        {
          effect: 'allow',
          actions: [...keyActions[principal.keyKind]],
          resources: [
            `proj/${principal.place.project}:env/${principal.place.environment}`,
            `proj/${principal.place.project}:env/${principal.place.environment}:*/*`,
          ],
        },
      ];
    case 'system':
      return everything;
  }
}

const everything: readonly Statement[] = [
  { effect: 'allow', actions: ['*'], resources: ['*/*', 'proj/*:*/*', 'proj/*:env/*:*/*'] },
];

/** Applications ask; they never edit. Which flags a browser or a phone may see is decided where flags are answered. */
const keyActions = {
  sdk: [
    'configuration.read',
    'snapshot.read',
    'evaluation.read',
    'decision.read',
    'entitlement.read',
    'usage.consume',
    'usage.report',
    'usage.read',
  ],
  'client-application': ['look-up.read'],
  mobile: ['evaluation.read'],
} as const;

const refusal = (principal: Principal, { action, resource }: Omit<PolicyQuestion, 'tags'>): Refusal =>
  refuse('forbidden', `${whose(principal)} does not allow ${action} here.`, { action, resource });

function whose(principal: Principal): string {
  switch (principal.kind) {
    case 'member':
      return principal.roles.length === 1
        ? `Your role (${principal.roles[0]})`
        : `What you may do (${principal.roles.join(', ') || 'no role'})`;
    case 'token':
      return `The token “${principal.name}” (${principal.roles.join(', ')})`;
    case 'key':
      return `A key of the kind ${principal.keyKind}`;
    case 'connection':
      return `The connection “${principal.name}”`;
    case 'system':
      return 'The product';
  }
}
