import { createHash } from 'node:crypto';
import type { AnyMutation } from '@latchkey/model';
import { policyTags } from '../access/policy-tags.ts';
import { actorOf } from '../access/principal.ts';
import type { Recorded } from '../ledger/append.ts';
import { canonical } from '../ledger/canonical.ts';
import type { Reader } from '../store/database.ts';
import type { ResourceStores } from '../store/resources.ts';
import type { Change } from './change.ts';
import type { Circumstances, Want } from './operation.ts';
import type { ParsedCall } from './parse.ts';
import { accept } from './problem-error.ts';
import { type Edits, View } from './view.ts';

/** What one call does, and the object its policy question is about, before and after. */
export interface Computed {
  readonly call: ParsedCall;
  readonly recorded: readonly Recorded[];
  readonly tagsBefore: readonly string[];
  readonly tagsAfter: readonly string[];
}

/**
 * Loads what each operation asks for and computes it, in order. Later operations see the edits of earlier ones as if
 * they had been kept already. The first refusal refuses the whole change.
 */
export async function computeAll(
  db: Reader,
  calls: readonly ParsedCall[],
  change: Change,
  stores: ResourceStores,
): Promise<{ readonly computed: readonly Computed[]; readonly edits: Edits }> {
  const view = new View(db, change.place, stores);
  const circumstances: Circumstances = {
    actor: actorOf(change.principal),
    now: change.now,
    place: change.place,
    comment: change.comment,
    newId: idsOf(change.id),
  };
  const setups = calls.map(({ operation, input }) => operation.setup(input, change.place));
  await view.expect(setups.flatMap((wants) => Object.values(wants)));
  const computed: Computed[] = [];
  for (const [index, call] of calls.entries()) {
    const { operation, input } = call;
    const wants = setups[index] ?? {};
    const first = await view.see(wants);
    const seen = { ...first, ...(await view.see(operation.follow?.(input, first) ?? {})) };
    const answer = operation.compute(input, seen, circumstances);
    const mutations = accept<readonly AnyMutation[]>(answer).filter(
      ({ before, after }) => canonical(before) !== canonical(after),
    );
    view.add(mutations);
    computed.push({
      call,
      recorded: mutations.map((mutation) => ({ action: operation.kind, resource: call.resource, mutation })),
      ...tagsOf(call, wants, seen, mutations),
    });
  }
  return { computed, edits: view.edits };
}

/** Ids are a function of the change, so that retrying its transaction names the same things. */
function idsOf(changeId: string): (prefix: string) => string {
  let count = 0;
  return (prefix) => {
    count += 1;
    const digest = createHash('sha256').update(`${changeId}/${count}`).digest('base64url');
    return `${prefix}_${digest.replaceAll(/[-_]/g, '').slice(0, 20)}`;
  };
}

/** Policies may select by tag: the object that the call names, as it was and as it would be. */
function tagsOf(
  call: ParsedCall,
  wants: Readonly<Record<string, Want>>,
  seen: Readonly<Record<string, unknown>>,
  mutations: readonly AnyMutation[],
) {
  const slash = call.resource.indexOf('/');
  const noun = call.resource.slice(0, slash);
  const id = call.resource.slice(slash + 1);
  const named = Object.entries(wants).find(
    ([, want]) => want?.want === 'one' && want.kind === noun && want.id === id,
  );
  const edit = mutations.find((mutation) => mutation.resource === noun && mutation.id === id);
  const ownBefore = taggedWith(named && seen[named[0]]);
  const ownAfter = edit ? taggedWith(edit.after) : ownBefore;
  return {
    tagsBefore: policyTags(ownBefore, mutations, 'before'),
    tagsAfter: policyTags(ownAfter, mutations, 'after'),
  };
}

const taggedWith = (one: unknown): readonly string[] =>
  typeof one === 'object' && one !== null && 'tags' in one && Array.isArray(one.tags) ? one.tags : [];
