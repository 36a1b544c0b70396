import { z } from 'zod';
import { Key, Name, Tags, text } from './keys.ts';
import { Instant } from './time.ts';

/**
 * One sentence of a policy in LaunchDarkly's language: resources such as `proj/*:env/production:flag/*;entitlement`,
 * actions such as `grant.create` or `*`. Denials win; what no statement allows is denied.
 */
export const Statement = z.strictObject({
  effect: z.enum(['allow', 'deny']),
  resources: z.array(z.string().min(1).max(500)).min(1).max(100),
  actions: z.array(z.string().min(1).max(100)).min(1).max(200),
});
export type Statement = z.infer<typeof Statement>;

export const Role = z.strictObject({
  key: Key,
  name: Name,
  description: text(1000),
  statements: z.array(Statement).max(200),
  /** The product's own roles cannot be changed. */
  builtIn: z.boolean(),
});
export type Role = z.infer<typeof Role>;

/** A person who may sign in. */
export const Member = z.strictObject({
  id: z.string(),
  email: z.email().max(254),
  name: Name,
  roles: z.array(Key).min(1).max(20),
  state: z.enum(['invited', 'active', 'removed']),
  /** Argon2id; never leaves the server. */
  passwordHash: z.string().nullable(),
  createdAt: Instant,
});
export type Member = z.infer<typeof Member>;

/** A credential for programs on the management API. Only its digest is kept. */
export const ApiToken = z.strictObject({
  id: z.string(),
  name: Name,
  roles: z.array(Key).min(1).max(20),
  /** The member whose rights bound it, or null for a service. */
  member: z.string().nullable(),
  ending: z.string(),
  digest: z.string(),
  expiresAt: Instant.nullable(),
  revokedAt: Instant.nullable(),
  createdAt: Instant,
});
export type ApiToken = z.infer<typeof ApiToken>;

export const EnvironmentKeyKind = z.enum(['sdk', 'client-application', 'mobile']);
export type EnvironmentKeyKind = z.infer<typeof EnvironmentKeyKind>;

/** A credential for applications, bound to one environment. */
export const EnvironmentKey = z.strictObject({
  id: z.string(),
  kind: EnvironmentKeyKind,
  name: text(200),
  ending: z.string(),
  digest: z.string(),
  /** The id of the sealed value, for the kinds that the console shows again. */
  sealed: z.string().nullable(),
  revokedAt: Instant.nullable(),
  createdAt: Instant,
});
export type EnvironmentKey = z.infer<typeof EnvironmentKey>;

export const Connection = z.strictObject({
  id: z.string(),
  platform: z.enum(['launchdarkly', 'split', 'stripe', 'chargebee', 'recurly', 'zuora', 'salesforce']),
  name: Name,
  /** The environment whose customers it writes to; null for platforms that only feed the catalogue. */
  environment: Key.nullable(),
  /** Where its secret or its URL token is sealed, and the digest by which a URL token is found. */
  sealed: z.string().nullable(),
  digest: z.string().nullable(),
  state: z.enum(['active', 'disconnected']),
  tags: Tags,
  createdAt: Instant,
});
export type Connection = z.infer<typeof Connection>;

/** What we know of a flag on an outside platform, and which feature it became. */
export const FlagLink = z.strictObject({
  id: z.string(),
  connection: z.string(),
  platform: z.enum(['launchdarkly', 'split']),
  projectRef: text(200),
  flagRef: text(300),
  feature: z.string().nullable(),
  state: z.enum(['attached', 'detached', 'archived', 'deprecated', 'deleted']),
  /** Epoch milliseconds and version of the newest event seen; older ones are ignored. */
  lastDate: z.number(),
  lastVersion: z.number(),
});
export type FlagLink = z.infer<typeof FlagLink>;
