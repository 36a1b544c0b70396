import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Whether LaunchDarkly signed these bytes with one of the secrets: `X-LD-Signature` is the HMAC-SHA256 of the raw body in
 * lower-case hexadecimal. All secrets are tried, so that the time taken does not tell which one it was.
 */
export function isSigned(
  raw: Buffer,
  signature: string | readonly string[] | undefined,
  secrets: readonly string[],
): boolean {
  if (typeof signature !== 'string' || !/^[0-9a-f]{64}$/.test(signature)) return false;
  const given = Buffer.from(signature, 'hex');
  return secrets
    .map((secret) => timingSafeEqual(createHmac('sha256', secret).update(raw).digest(), given))
    .includes(true);
}
