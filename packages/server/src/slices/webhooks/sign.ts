import { createHmac } from 'node:crypto';

/** As LaunchDarkly signs: HMAC-SHA256 over the bytes of the body, in lower-case hexadecimal. */
export const signatureOf = (body: Buffer, secret: string): string =>
  createHmac('sha256', Buffer.from(secret, 'utf8')).update(body).digest('hex');
