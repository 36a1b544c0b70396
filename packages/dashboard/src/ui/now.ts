import { useSyncExternalStore } from 'react';

const tick = 30_000;

/** The present in epoch milliseconds, to half a minute: “5 minutes ago” grows while the page is open. */
export const useNow = (): number => useSyncExternalStore(subscribe, read);

let current = Date.now();
const read = () => current;

function subscribe(changed: () => void): () => void {
  current = Date.now();
  const timer = setInterval(() => {
    current = Date.now();
    changed();
  }, tick);
  return () => clearInterval(timer);
}
