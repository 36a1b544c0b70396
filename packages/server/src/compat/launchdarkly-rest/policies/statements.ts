import type { Statement } from '@latchkey/model';
import { z } from 'zod';
import { matchesGlob } from '../../../kernel/access/resource-specifier.ts';
import { invalid, notSupported } from '../failure.ts';
import { vocabulary } from './vocabulary.ts';

export const StatementSent = z.strictObject({
  effect: z.enum(['allow', 'deny']),
  resources: z.array(z.string().max(500)).optional(),
  actions: z.array(z.string().max(100)).optional(),
  notResources: z.array(z.string()).optional(),
  notActions: z.array(z.string()).optional(),
});
type StatementSent = z.infer<typeof StatementSent>;

const everywhere = ['*/*', 'proj/*:*/*', 'proj/*:env/*:*/*'];

/** `basePermissions: reader`: sees everything, whatever else the policy says. */
export const readsEverything: Statement = { effect: 'allow', actions: ['*.read'], resources: everywhere };

export const isReadsEverything = ({ effect, actions, resources }: Statement): boolean =>
  effect === 'allow' && actions.join() === '*.read' && resources.join() === everywhere.join();

/**
 * A statement in LaunchDarkly's words as statements in ours. Actions of ours (`flag.turn`, `grant.*`) may be used as
 * well, and stay as they are. What cannot be said here is refused: a policy that means less than it says is worse than none.
 */
export function toStatements(sent: StatementSent): readonly Statement[] {
  const { effect, resources = [], actions = [], notResources, notActions } = sent;
  if (notResources?.length || notActions?.length)
    throw notSupported('notResources and notActions: list what the statement is about');
  if (resources.length === 0 || actions.length === 0)
    throw invalid('policy: a statement needs resources and actions.');
  const isOurs = (action: string): boolean => action.includes('.');
  const own = actions.filter(isOurs);
  const theirs = actions.filter((action) => !isOurs(action));
  return [
    ...(own.length > 0 ? [{ effect, actions: own, resources }] : []),
    ...(theirs.length > 0 ? resources.flatMap((resource) => translated(effect, resource, theirs)) : []),
  ];
}

function translated(
  effect: Statement['effect'],
  resource: string,
  actions: readonly string[],
): readonly Statement[] {
  const levels = resource.split(/:(?=[a-z*-]+\/)/);
  const noun = /^([a-z*-]+)\//.exec(levels.at(-1) ?? '')?.[1] ?? '';
  const wider = inItsProject(effect, levels);
  if (actions.includes('*')) {
    return [{ effect, actions: ['*'], resources: [resource, ...(wider === null ? [] : [wider])] }];
  }
  if (noun === 'proj' && actions.includes('viewProject')) {
    const rest = actions.filter((action) => action !== 'viewProject');
    const within = [resource, `${resource}:*/*`, `${resource}:env/*:*/*`];
    return [
      { effect, actions: ['*.read'], resources: within },
      ...(rest.length > 0 ? translated(effect, resource, rest) : []),
    ];
  }
  const words = vocabulary[noun];
  if (!words) throw invalid(`policy: ${resource} takes the action * or actions of Latchkey's own, here.`);
  const known = new Set(Object.values(words).flatMap(({ does }) => does));
  const said = new Set<string>();
  for (const pattern of actions) {
    const fitting = [...known].filter((action) => matchesGlob(pattern, action));
    if (fitting.length === 0) throw invalid(`policy: ${pattern} can be done to no ${noun} here.`);
    for (const action of fitting) said.add(action);
  }
  const chosen = Object.entries(words).filter(([, { does }]) =>
    effect === 'allow' ? does.every((action) => said.has(action)) : does.some((action) => said.has(action)),
  );
  assertAllUsed(effect, said, chosen, words);
  const there = chosen.flatMap(([ours, doing]) => (doing.in === 'project' ? [] : [ours]));
  const above = chosen.flatMap(([ours, doing]) => (doing.in === 'project' ? [ours] : []));
  if (above.length > 0 && wider === null && levels.length > 2) {
    throw invalid(
      `policy: ${above.map((action) => theirWord(words, action)).join(', ')} concerns every environment, so it is allowed with env/*.`,
    );
  }
  return [
    ...(there.length > 0 ? [{ effect, actions: there, resources: [resource] }] : []),
    ...(above.length > 0 ? [{ effect, actions: above, resources: [wider ?? resource] }] : []),
  ];
}

const theirWord = (words: (typeof vocabulary)[string], action: string): string =>
  words[action]?.does[0] ?? action;

/** An allowance that would allow nothing, because ours does more than was allowed, is refused with what is missing. */
function assertAllUsed(
  effect: Statement['effect'],
  said: ReadonlySet<string>,
  chosen: readonly (readonly [string, { readonly does: readonly string[] }])[],
  words: (typeof vocabulary)[string],
): void {
  const used = new Set(chosen.flatMap(([, { does }]) => does));
  const idle = [...said].find((action) => !used.has(action));
  if (effect === 'deny' || idle === undefined) return;
  const needed = Object.values(words).find(({ does }) => does.includes(idle))?.does ?? [];
  throw invalid(
    `policy: ${idle} is allowed together with ${needed.filter((one) => one !== idle).join(', ')} here.`,
  );
}

/**
 * The same thing in its project: `proj/p:env/*:flag/f` → `proj/p:flag/f`. What touches all environments is allowed to
 * those who are allowed it in every one of them, and denied to those who are denied it in any.
 */
function inItsProject(effect: Statement['effect'], levels: readonly string[]): string | null {
  const [project, environment, thing] = levels;
  if (levels.length !== 3 || !project || !environment?.startsWith('env/') || !thing) return null;
  return effect === 'deny' || environment === 'env/*' ? `${project}:${thing}` : null;
}
