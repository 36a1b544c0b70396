import type { DenialReason, Feature, Milliseconds } from '@latchkey/model';
import type { CompiledFlag } from '../flags/compiled-flag.ts';
import { evaluateCompiled } from '../flags/evaluate.ts';
import { type Evaluation, flagNotFound, userNotSpecified } from '../flags/evaluation.ts';
import type { CompiledConfiguration } from '../snapshot/compile-configuration.ts';
import type { CompiledCustomer } from '../snapshot/compile-customer.ts';
import { nextTransition } from '../snapshot/transitions.ts';
import { hasOneOf } from './guarded-flag.ts';
import { type Asking, denialOf, prepareAsking } from './guarded-flags.ts';

/** What keeps a flag that is on from a customer. */
export interface Withholding {
  readonly feature: string;
  readonly reason: DenialReason;
}

/** What one of many flags answers. One object for the same answer under one configuration, so its text may be kept with it. */
export type FlagAnswer = Evaluation & {
  /** There where the customer has no right to what the flag guards: its rules were not asked. */
  readonly withheldBy?: Withholding;
};

/** The answers of all flags of a roll, in its order. */
export interface AnswersOfAll {
  readonly isContextValid: boolean;
  readonly answers: readonly FlagAnswer[];
  /** Up to when the clock alone changes no answer, epoch milliseconds. */
  readonly until: Milliseconds;
}

interface Entry {
  /** Null for a flag that is not there. */
  readonly flag: CompiledFlag | null;
  /** Of each group at least one feature must be had. */
  readonly guards: readonly (readonly Feature[])[];
  /** Those that have been given so far: there are as many as features and reasons, whoever asks. */
  readonly withheld: FlagAnswer[];
}

/** What the rights of one customer leave of the flags, for as long as the clock changes nothing. */
interface Stretch {
  readonly from: Milliseconds;
  readonly until: Milliseconds;
  /** By place in the roll; null where nothing is withheld. */
  readonly withheld: readonly (FlagAnswer | null)[];
}

/**
 * Flags that are asked together, over and over, for one context after the other. Everything that does not depend on the
 * context is worked out once: the flags by their place, and, for a customer, what it has no right to. The same answers as
 * of `guardedFlags`.
 */
export class FlagRoll {
  readonly configuration: CompiledConfiguration;
  readonly keys: readonly string[];
  readonly #entries: readonly Entry[];
  readonly #restsOnTime: boolean;
  readonly #isAnyGuarded: boolean;
  readonly #stretches = new WeakMap<CompiledCustomer, Stretch>();

  constructor(configuration: CompiledConfiguration, keys: readonly string[]) {
    const { guardedByFlag, factsAsked, flags } = configuration;
    this.configuration = configuration;
    this.keys = keys;
    this.#entries = keys.map((key) => ({
      flag: flags.flagsByKey.get(key) ?? null,
      guards: guardedByFlag.get(key) ?? [],
      withheld: [],
    }));
    this.#restsOnTime = guardedByFlag.size + factsAsked.flags.size > 0;
    this.#isAnyGuarded = this.#entries.some(({ guards }) => guards.length > 0);
  }

  ask(asking: Asking, now: Milliseconds): AnswersOfAll {
    const { whose, prepared } = prepareAsking(this.configuration, asking, now);
    const { withheld, until } = this.#stretchOf(whose, now);
    const answers: FlagAnswer[] = [];
    for (let at = 0; at < this.#entries.length; at += 1) {
      const flag = (this.#entries[at] as Entry).flag;
      const own = withheld[at] ?? null;
      if (own !== null) answers.push(own);
      else if (flag === null) answers.push(flagNotFound);
      else answers.push(prepared === null ? userNotSpecified : evaluateCompiled(flag, prepared));
    }
    return { isContextValid: prepared !== null, answers, until };
  }

  #stretchOf(customer: CompiledCustomer, now: Milliseconds): Stretch {
    if (!this.#restsOnTime) return nothingWithheld;
    const known = this.#stretches.get(customer);
    if (known !== undefined && known.from <= now && now < known.until) return known;
    const stretch = {
      from: now,
      until: nextTransition(this.configuration, customer, now),
      withheld: this.#isAnyGuarded
        ? this.#entries.map((entry) => withheldFrom(entry, this.configuration, customer, now))
        : [],
    };
    this.#stretches.set(customer, stretch);
    return stretch;
  }
}

const nothingWithheld: Stretch = {
  from: Number.NEGATIVE_INFINITY,
  until: Number.POSITIVE_INFINITY,
  withheld: [],
};

function withheldFrom(
  { flag, guards, withheld }: Entry,
  configuration: CompiledConfiguration,
  customer: CompiledCustomer,
  now: Milliseconds,
): FlagAnswer | null {
  if (flag === null) return null;
  const missing = guards.find((features) => !hasOneOf(features, configuration, customer, now))?.[0];
  if (missing === undefined) return null;
  // Nobody has what is off, and rights have nothing to do with it.
  if (!flag.on) return flag.off;
  const reason = denialOf(configuration, customer, missing, now);
  const known = withheld.find(
    ({ withheldBy }) => withheldBy?.feature === missing.key && withheldBy.reason === reason,
  );
  if (known !== undefined) return known;
  const answer = { ...flag.off, withheldBy: { feature: missing.key, reason } };
  withheld.push(answer);
  return answer;
}
