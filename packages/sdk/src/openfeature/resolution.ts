import type {
  ErrorCode,
  FlagValue,
  JsonValue as OpenFeatureJson,
  ResolutionDetails,
} from '@openfeature/core';
import type { FlagDetails } from '../flag-details.ts';

/** What OpenFeature tells apart. */
export type Kind = 'boolean' | 'string' | 'number' | 'object';

/** OpenFeature's form of what a flag answered: the application's default wherever there is no value of its kind. */
export function resolutionOf<Value extends FlagValue | OpenFeatureJson>(
  kind: Kind,
  otherwise: Value,
  { value, variant, reason, metadata: flagMetadata, errorCode, errorMessage }: FlagDetails,
): ResolutionDetails<Value> {
  if (errorCode !== undefined) return failed(otherwise, errorCode, errorMessage ?? '', flagMetadata);
  // No value is an answer too: the default counts, and nothing is wrong.
  if (value === undefined) return { value: otherwise, reason, flagMetadata };
  if (typeof value !== kind || value === null) {
    const is = value === null ? 'null' : typeof value;
    return failed(
      otherwise,
      'TYPE_MISMATCH',
      `The flag has a value of kind ${is}, not ${kind}.`,
      flagMetadata,
    );
  }
  return { value: value as Value, reason, flagMetadata, ...(variant !== undefined && { variant }) };
}

/** OpenFeature's codes are an enumeration whose members are their names. */
const failed = <Value>(
  value: Value,
  errorCode: `${ErrorCode}`,
  errorMessage: string,
  flagMetadata: FlagDetails['metadata'],
): ResolutionDetails<Value> => ({
  value,
  reason: 'ERROR',
  errorCode: errorCode as ErrorCode,
  errorMessage,
  flagMetadata,
});
