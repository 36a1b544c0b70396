import type { Scope } from '@latchkey/model';
import { statementsOf } from '../../kernel/access/authorise.ts';
import { explainPermission, mightDo } from '../../kernel/access/policy.ts';
import type { Principal } from '../../kernel/access/principal.ts';

/** An action and where it happens: every operation of the registry is one. */
export interface Action {
  readonly kind: string;
  readonly scope: Scope;
}

/** What is looked at rather than done, as far as a screen depends on it. */
const readings: readonly Action[] = [
  { kind: 'member.read', scope: 'instance' },
  { kind: 'role.read', scope: 'instance' },
  { kind: 'token.read', scope: 'instance' },
  { kind: 'connection.read', scope: 'project' },
  { kind: 'key.read', scope: 'environment' },
  { kind: 'customer.read', scope: 'environment' },
  { kind: 'ledger.read', scope: 'environment' },
];

/** Edits of these are edits of their customer: that is the path which policies name. */
const pathKinds: Readonly<Record<string, string>> = {
  subscription: 'customer',
  grant: 'customer',
  activation: 'customer',
  project: 'proj',
  environment: 'env',
};

export interface Asked {
  readonly project: string;
  readonly environment: string;
  /** Of the thing on the screen. Unknown: whether any tags would do. */
  readonly tags: readonly string[] | null;
}

/** What this principal may do in a place, action by action, with a sentence for each that they may not. */
export function permissionsOf(
  principal: Principal,
  actions: Iterable<Action>,
  { project, environment, tags }: Asked,
): { readonly may: Record<string, boolean>; readonly because: Record<string, string> } {
  const statements = statementsOf(principal);
  const may: Record<string, boolean> = {};
  const because: Record<string, string> = {};
  for (const { kind: action, scope } of [...actions, ...readings]) {
    const resource = pathOf(action, scope, project, environment);
    const allowed =
      tags === null
        ? mightDo(statements, { action, resource })
        : explainPermission(statements, { action, resource, tags }).allowed;
    may[action] = allowed;
    if (!allowed) because[action] = sentence(principal, action);
  }
  return { may, because };
}

function pathOf(action: string, scope: Scope, project: string, environment: string): string {
  const noun = action.slice(0, action.indexOf('.'));
  const kind = pathKinds[noun] ?? noun;
  if (kind === 'proj') return `proj/${project}`;
  if (kind === 'env') return `proj/${project}:env/${environment}`;
  const place = {
    instance: '',
    project: `proj/${project}:`,
    environment: `proj/${project}:env/${environment}:`,
  };
  return `${place[scope]}${kind}/*`;
}

function sentence(principal: Principal, action: string): string {
  const [noun = '', verb = ''] = action.split('.');
  const what = `${verb.replaceAll('-', ' ')} (${noun.replaceAll(/[-_]/g, ' ')})`;
  const roles = 'roles' in principal ? principal.roles : [];
  return roles.length === 0
    ? `This needs a role that allows: ${what}.`
    : `Your role (${roles.join(', ')}) does not allow: ${what}. Ask an administrator.`;
}
