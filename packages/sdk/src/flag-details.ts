import type { EvaluationContext } from '@latchkey/engine';
import { openFeatureAnswers } from '@latchkey/engine/openfeature';
import type { JsonValue } from '@latchkey/model';
import type { Decider } from './decide.ts';
import type { HeldCustomer } from './held-customers.ts';

/** What a flag answered and why, in OpenFeature's words. */
export interface FlagDetails {
  /** Absent where the flag has none to give, or could not be asked: the application's own default counts then. */
  readonly value?: JsonValue;
  readonly variant?: string;
  /** `STATIC`, `TARGETING_MATCH`, `SPLIT`, `DISABLED`, `DEFAULT` or `ERROR`. */
  readonly reason: string;
  /**
   * `latchkey.reason` in our words; `latchkey.entitled` for flags that guard features, and then `latchkey.feature` that
   * is missing; `latchkey.freshness` is `stale` while the server is away.
   */
  readonly metadata: { readonly [name: string]: string | number | boolean };
  /** Only where it could not be asked. */
  readonly errorCode?:
    | 'FLAG_NOT_FOUND'
    | 'PARSE_ERROR'
    | 'TARGETING_KEY_MISSING'
    | 'INVALID_CONTEXT'
    | 'PROVIDER_NOT_READY'
    | 'GENERAL';
  readonly errorMessage?: string;
}

/** Never throws. */
export function flagDetails(
  { world, now, log, tally }: Decider,
  held: HeldCustomer | null,
  flag: string,
  context: EvaluationContext | undefined,
): FlagDetails {
  try {
    const configuration = world.compiled();
    if (configuration === null) return failed('PROVIDER_NOT_READY', 'No data has arrived yet.');
    const customer = held === null ? null : (world.subject(held)?.customer ?? null);
    const answer = openFeatureAnswers(configuration, { customer, context }, now()).answer(flag);
    tally?.evaluated(flag, 'errorCode' in answer ? null : answer.variation, now());
    if ('errorCode' in answer) {
      log.once({ level: 'warn', event: 'a flag has no value', flag }, flag);
      return failed(answer.errorCode, answer.errorDetails);
    }
    const { key: _, variation: __, metadata, ...told } = answer;
    const isLive = held === null ? world.isConnected : world.freshness(held) === 'live';
    return { ...told, metadata: isLive ? metadata : { ...metadata, 'latchkey.freshness': 'stale' } };
  } catch (error) {
    log.once({ level: 'warn', event: 'a flag failed', flag, error: String(error) }, flag);
    return failed('GENERAL', 'The flag could not be asked.');
  }
}

const failed = (errorCode: NonNullable<FlagDetails['errorCode']>, errorMessage: string): FlagDetails => ({
  reason: 'ERROR',
  metadata: {},
  errorCode,
  errorMessage,
});
