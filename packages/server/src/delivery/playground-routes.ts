import {
  type Asking,
  type CompiledConfiguration,
  type Evaluation,
  explain,
  explainFlag,
  type FlagStep,
  guardedFlags,
} from '@latchkey/engine';
import { CustomerKey, denialReasons, FlagKey, JsonValue, type Place } from '@latchkey/model';
import { z } from 'zod';
import { authoriseBeforeLoading } from '../kernel/access/authorise.ts';
import type { Principal } from '../kernel/access/principal.ts';
import { accept, ProblemError } from '../kernel/changes/problem-error.ts';
import { type Route, read } from '../kernel/http/routes.ts';
import { resourcePath } from '../kernel/ledger/subjects.ts';
import type { Reader } from '../kernel/store/database.ts';
import { DecisionReply } from './decision-schema.ts';
import type { Delivery } from './delivery.ts';
import { keysOfContext, listedContexts } from './listed-contexts.ts';

const Question = z.strictObject({
  /** The customer whose rights and attributes count; without one, the one in the context. */
  customer: CustomerKey.optional(),
  /** As applications write it: `{kind: 'user', key: …, …}` or `{kind: 'multi', user: {…}, customer: {…}}`. */
  context: z.record(z.string().max(100), JsonValue).optional(),
});
type Question = z.infer<typeof Question>;

const Answered = {
  value: JsonValue,
  variationIndex: z.int().nullable(),
  /** The variation's name, where it has one. */
  variation: z.string().nullable(),
  reason: z.looseObject({ kind: z.string() }),
};
const passed = { passed: z.boolean(), decided: z.boolean() };
const Step = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('on'), ...passed }),
  z.object({
    kind: z.literal('right'),
    ...passed,
    feature: z.string(),
    reason: z.enum(denialReasons).nullable(),
  }),
  z.object({
    kind: z.literal('prerequisite'),
    ...passed,
    flag: z.string(),
    wanted: z.int().nullable(),
    served: z.int().nullable(),
  }),
  z.object({ kind: z.literal('target'), ...passed }),
  z.object({
    kind: z.literal('rule'),
    ...passed,
    index: z.int(),
    id: z.string().nullable(),
    asked: z.boolean(),
    clauses: z
      .array(
        z.object({
          outcome: z.enum(['matched', 'not_matched', 'not_asked', 'malformed']),
          found: JsonValue,
        }),
      )
      .readonly(),
  }),
  z.object({ kind: z.literal('fallthrough'), ...passed }),
]) satisfies z.ZodType<FlagStep>;
const Explained = z.object({
  flag: z.string(),
  ...Answered,
  steps: z.array(Step).readonly(),
  /** Of each feature that the flag guards, if a customer is asked about: whether they have it, and why. */
  rights: z.array(DecisionReply),
});
const All = z.object({ items: z.array(z.object({ flag: z.string(), name: z.string(), ...Answered })) });

/** What flags answer, and why: for people who look, not for applications, which have ways of their own. */
export function playgroundRoutes(delivery: Delivery): readonly Route[] {
  return [
    read({
      method: 'POST',
      scope: 'environment',
      path: '/flags/{flag}/evaluate',
      summary: 'What a flag answers for a context or a customer, with every step of why',
      tag: 'Flags',
      params: z.strictObject({ flag: FlagKey }),
      body: Question,
      action: 'flag.read',
      resource: ({ flag }) => `flag/${flag}`,
      reply: Explained,
      async answer({ place, principal, params: { flag }, body, now }, db) {
        const { configuration, asking } = await worldOf(delivery, db, principal, place, body as Question);
        if (!configuration.flagsByKey.has(flag)) {
          throw new ProblemError('flag_unknown', `There is no live flag ${flag} here.`);
        }
        const { evaluation, steps } = explainFlag(configuration, asking, flag, now);
        const { customer } = asking;
        const guarded = customer === null ? [] : (configuration.guardedByFlag.get(flag) ?? []).flat();
        const rights = guarded.map(({ key: feature }) =>
          explain(configuration, customer as NonNullable<typeof customer>, { feature }, now),
        );
        return { flag, ...answered(configuration, flag, evaluation), steps, rights };
      },
    }),
    read({
      method: 'POST',
      scope: 'environment',
      path: '/evaluate',
      summary: 'What every flag answers for a context or a customer',
      tag: 'Flags',
      body: Question,
      action: 'flag.read',
      resource: () => 'flag/*',
      reply: All,
      async answer({ place, principal, body, now }, db) {
        const { configuration, asking } = await worldOf(delivery, db, principal, place, body as Question);
        const flags = guardedFlags(configuration, asking, now);
        const items = [...configuration.flagsByKey.values()].map(({ flag: { key, name } }) => ({
          flag: key,
          name,
          ...answered(configuration, key, flags.answer(key)),
        }));
        return { items };
      },
    }),
  ];
}

/** Everything that an answer rests on. Whoever asks about a customer must be allowed to look at that customer. */
async function worldOf(
  delivery: Delivery,
  db: Reader,
  principal: Principal,
  place: Place,
  { customer, context }: Question,
): Promise<{ readonly configuration: CompiledConfiguration; readonly asking: Asking }> {
  const keys = keysOfContext(context);
  const key = customer ?? CustomerKey.safeParse(keys.get('customer')).data;
  const listed = await listedContexts(db, place, keys);
  const asked = { context, listed };
  if (key !== undefined) {
    const resource = resourcePath(place, `customer/${key}`);
    const refusal = authoriseBeforeLoading(principal, { action: 'customer.read', resource });
    if (refusal) accept(refusal);
    const world = await delivery.world(place, key);
    if (world) return { configuration: world.configuration, asking: { customer: world.customer, ...asked } };
  }
  const configuration = delivery.compiled(place);
  if (!configuration) throw new ProblemError('environment_unknown', 'There is no such environment.');
  return { configuration, asking: { customer: null, ...asked } };
}

function answered(
  { flagsByKey }: CompiledConfiguration,
  key: string,
  { value, variationIndex, reason }: Evaluation,
) {
  const variation =
    variationIndex === null ? undefined : flagsByKey.get(key)?.flag.variations[variationIndex];
  return {
    value: value as JsonValue,
    variationIndex,
    variation: variation?.name ?? null,
    reason: { ...reason },
  };
}
