/** Where a key's value is sealed, and how often it was shown again: `s_4Fz0.2`. */
export const sealedUnder = (secretId: string): string => `${secretId}.0`;

export const secretIdOf = (sealed: string): string => sealed.slice(0, sealed.lastIndexOf('.'));

export const nextReveal = (sealed: string): string =>
  `${secretIdOf(sealed)}.${Number(sealed.slice(sealed.lastIndexOf('.') + 1)) + 1}`;
