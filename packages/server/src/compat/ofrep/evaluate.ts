import type { CompiledConfiguration, CompiledCustomer } from '@latchkey/engine';
import {
  fromOpenFeature,
  type OpenFeatureAnswers,
  openFeatureAnswers,
  UnusableContext,
} from '@latchkey/engine/openfeature';
import { CustomerKey } from '@latchkey/model';
import type { Delivery } from '../../delivery/delivery.ts';
import { ProblemError } from '../../kernel/changes/problem-error.ts';
import type { Asker } from './asker.ts';
import type { ListedContexts } from './listed-contexts.ts';

/** The answers for one context, and what they rest on: when any of it is another, they are to be made again. */
export interface Evaluated {
  readonly answers: OpenFeatureAnswers;
  readonly configuration: CompiledConfiguration;
  /** Null where the context names nobody who could have rights. */
  readonly customer: CompiledCustomer | null;
  readonly listedVersion: number;
}

export interface EvaluateDeps {
  readonly delivery: Delivery;
  readonly listed: ListedContexts;
}

export async function evaluate(
  { delivery, listed }: EvaluateDeps,
  { place }: Asker,
  given: unknown,
  now: number,
): Promise<Evaluated | UnusableContext> {
  const translated = fromOpenFeature(given);
  if (translated instanceof UnusableContext) return translated;
  const { context, keys } = translated;
  const listedVersion = listed.version(place);
  const memberships = await listed.of(place, keys);
  const named = CustomerKey.safeParse(translated.customer);
  const world = named.success ? await delivery.world(place, named.data) : null;
  const configuration = world?.configuration ?? delivery.compiled(place);
  // A key that is known, of an environment that is not: it is still being loaded, or just went.
  if (configuration === null) throw new ProblemError('unavailable', 'The environment is not ready yet.');
  const customer = world?.customer ?? null;
  const answers = openFeatureAnswers(configuration, { customer, context, listed: memberships }, now);
  return { answers, configuration, customer, listedVersion };
}

interface FlagKeys {
  readonly all: readonly string[];
  readonly clientSide: readonly string[];
}

const flagKeys = new WeakMap<CompiledConfiguration, FlagKeys>();

/** The flags that somebody may read, in the same order on every node. */
export function flagsFor({ seesAll }: Asker, configuration: CompiledConfiguration): readonly string[] {
  let keys = flagKeys.get(configuration);
  if (keys === undefined) {
    const flags = [...configuration.flags.flagsByKey.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
    const open = flags.filter(({ source }) => source.clientSide === true);
    keys = { all: flags.map(({ key }) => key), clientSide: open.map(({ key }) => key) };
    flagKeys.set(configuration, keys);
  }
  return seesAll ? keys.all : keys.clientSide;
}

export const mayRead = ({ seesAll }: Asker, { flags }: CompiledConfiguration, key: string): boolean =>
  seesAll || flags.flagsByKey.get(key)?.source.clientSide === true;
