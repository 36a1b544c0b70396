/** How messages are signed: with a secret that is made now, one that the other side has already, or not at all. */
export interface Signing {
  readonly kind: 'made' | 'own' | 'none';
  readonly own: string;
  /** Made once for each form, so that what is shown afterwards is what was sent, also when somebody has to approve it first. */
  readonly made: string;
}

export const freshSigning = (): Signing => ({ kind: 'made', own: '', made: newSecret() });

/** The secret to sign with; null signs nothing; undefined while one of one's own is too short. */
export function secretOf({ kind, own, made }: Signing): string | null | undefined {
  if (kind === 'none') return null;
  if (kind === 'made') return made;
  return own.length >= leastLength ? own : undefined;
}

export const leastLength = 8;

const newSecret = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
