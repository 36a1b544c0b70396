import { type DestinationStream, type Logger, pino } from 'pino';

export type { Logger };

const secretNames = [
  'authorization',
  'cookie',
  'x-api-key',
  'set-cookie',
  'password',
  'secret',
  'token',
  'value',
];

/**
 * Logs are events: a constant message, and fields by name. Addresses are logged as the router's patterns, so that a token
 * in a query or a path never gets here; fields whose names say that they hold a secret are blanked all the same.
 */
export function createLog({
  level,
  destination,
}: {
  level: string;
  destination?: DestinationStream;
}): Logger {
  const options = {
    level,
    base: null,
    timestamp: () => `,"at":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: describeError },
    redact: {
      paths: secretNames.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`]),
      censor: '[redacted]',
    },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** What helps to find the cause. A database's error also carries the row's values: those stay out. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: typeof error };
  const { name, message, stack, cause } = error;
  const code = 'code' in error ? error.code : undefined;
  return { name, message, stack, code, ...(cause !== undefined && { cause: describeError(cause) }) };
}
