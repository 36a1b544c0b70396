/** How often a server that does not answer is asked: at first after about a second, never less than twice a minute. */
const firstSeconds = 1;
const longestSeconds = 30;
/** A key that was refused will seldom be accepted soon, but it may: keys are exchanged, proxies misbehave. */
const refusedSeconds = 60;

interface Failure {
  /** How many in a row, from 1. */
  readonly count: number;
  /** The key is unknown, revoked or of another kind. */
  readonly refused: boolean;
  /** When the server said when to come back. */
  readonly retryAfterMilliseconds: number | null;
}

/**
 * How long to wait before the next attempt. Half of the time is left to chance, so that a thousand applications that
 * lost the same server do not come back in the same second. What the server asks for is honoured, within a minute.
 */
export function waitMilliseconds(
  { count, refused, retryAfterMilliseconds }: Failure,
  random: () => number,
): number {
  if (retryAfterMilliseconds !== null)
    return Math.min(Math.max(retryAfterMilliseconds, 0), refusedSeconds * 1000);
  const doubled = firstSeconds * 2 ** Math.min(count - 1, 16);
  const seconds = refused ? refusedSeconds : Math.min(doubled, longestSeconds);
  return Math.round((seconds / 2 + (random() * seconds) / 2) * 1000);
}
