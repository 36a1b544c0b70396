const everywhere = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
} as const;

const policy = (parts: Readonly<Record<string, string>>): string =>
  Object.entries(parts)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ');

/** Pages load nothing from elsewhere. The components write their theme into style elements, hence inline styles. */
const pagePolicy = policy({
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'manifest-src': "'self'",
  'form-action': "'self'",
  'base-uri': "'none'",
  'frame-ancestors': "'none'",
});

export const pageHeaders = { ...everywhere, 'content-security-policy': pagePolicy } as const;

/** Documents for programs: nothing in them may run, and what they say is for the asker alone. */
export const apiHeaders = {
  ...everywhere,
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cache-control': 'private, no-cache',
} as const;

/** Once reached over TLS, browsers shall not try without. */
export const transportHeaders = (publicUrl: string | null): Readonly<Record<string, string>> =>
  publicUrl?.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000' } : {};
