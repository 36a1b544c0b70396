import type { Story } from './chapter.ts';

/** Many threads as one, in order of time; each is told what became of its own chapters. */
export function* interleaved(threads: readonly Story[]): Story {
  const open = threads.map((thread) => ({ thread, next: thread.next() }));
  for (;;) {
    let earliest: (typeof open)[number] | null = null;
    let at = Number.POSITIVE_INFINITY;
    for (const one of open) {
      if (one.next.done || one.next.value.at >= at) continue;
      earliest = one;
      at = one.next.value.at;
    }
    if (!earliest || earliest.next.done) return;
    earliest.next = earliest.thread.next(yield earliest.next.value);
  }
}
