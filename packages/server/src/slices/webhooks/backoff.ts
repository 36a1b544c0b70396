const delaysInSeconds = [10, 60, 300, 1800, 7200] as const;

/** When to try again after so many attempts, epoch milliseconds; null when it was the last. */
export function nextAttemptAt(attempts: number, now: number): number | null {
  const delay = delaysInSeconds[attempts - 1];
  return delay === undefined ? null : now + delay * 1000;
}
