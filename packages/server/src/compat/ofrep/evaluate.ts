import type { Asking, CompiledConfiguration } from '@latchkey/engine';
import { fromOpenFeature, UnusableContext } from '@latchkey/engine/openfeature';
import { CustomerKey } from '@latchkey/model';
import type { Delivery } from '../../delivery/delivery.ts';
import { ProblemError } from '../../kernel/changes/problem-error.ts';
import type { Asker } from './asker.ts';
import type { ListedContexts } from './listed-contexts.ts';

/** Who is asked about, and what the answers rest on: when any of it is another, they are to be made again. */
export interface Asked extends Asking {
  readonly configuration: CompiledConfiguration;
  readonly listedVersion: number;
}

export interface EvaluateDeps {
  readonly delivery: Delivery;
  readonly listed: ListedContexts;
}

/** Everything that evaluating for a context needs, loaded. The customer is null where the context names nobody who could have rights. */
export async function askedIn(
  { delivery, listed }: EvaluateDeps,
  { place }: Asker,
  given: unknown,
): Promise<Asked | UnusableContext> {
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
  return { customer: world?.customer ?? null, context, listed: memberships, configuration, listedVersion };
}

export const mayRead = ({ seesAll }: Asker, { flags }: CompiledConfiguration, key: string): boolean =>
  seesAll || flags.flagsByKey.get(key)?.source.clientSide === true;
