/**
 * Where the secrets of a connection are sealed, the newest first, and how often they were shown again: `s_b,s_a.2`.
 * While two are live the platform can be given the new one without losing an event.
 */
export const sealedUnder = (ids: readonly string[], shown = 0): string => `${ids.join(',')}.${shown}`;

export const secretIdsOf = (sealed: string): readonly string[] =>
  sealed.slice(0, sealed.lastIndexOf('.')).split(',');

export const nextReveal = (sealed: string): string =>
  sealedUnder(secretIdsOf(sealed), Number(sealed.slice(sealed.lastIndexOf('.') + 1)) + 1);

/** The new one before the one that was newest until now; any older one ends. */
export const rotated = (sealed: string | null, id: string, keepPrevious: boolean): string =>
  sealedUnder([id, ...(sealed !== null && keepPrevious ? secretIdsOf(sealed).slice(0, 1) : [])]);
