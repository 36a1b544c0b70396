/**
 * Under these names answers of all flags at once are counted, which no flag can have. Who asks so may use any of the
 * flags, or none: nobody here can tell.
 */
export const inBulk = { all: '*all', clientSide: '*client-side' } as const;

export const isInBulk = (flag: string): boolean => flag.startsWith('*');
