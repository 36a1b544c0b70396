import { ApiToken, Instant, Member, Role } from '@latchkey/model';
import { z } from 'zod';
import { pageOf } from '../../kernel/http/paging.ts';
import { PolicyStatement } from './operations/policy-statement.ts';

const version = z.int();

/** A member without the proof of who they are. */
export const MemberView = Member.omit({ passwordHash: true }).extend({ version });
export type MemberView = z.infer<typeof MemberView>;
export const MemberPage = pageOf(MemberView);

/** A one-time address to hand to the person. Shown once. */
const signInLink = z.object({ url: z.string() });

export const Invite = z.strictObject({
  email: Member.shape.email,
  name: Member.shape.name.optional(),
  roles: Member.shape.roles,
});
/** Without the link when an idempotency key brought the earlier invitation back. */
export const InvitedMember = MemberView.extend({ signInLink: signInLink.nullable() });

export const ChangeMember = z
  .strictObject({ name: Member.shape.name.optional(), roles: Member.shape.roles.optional() })
  .refine(({ name, roles }) => name !== undefined || roles !== undefined, 'must have a name or roles');

/** Built-in roles are not rows, so they have no version. */
export const RoleView = Role.extend({ version: version.nullable() });
export const RolePage = pageOf(RoleView);
export const DefineRole = z.strictObject({
  key: Role.shape.key,
  name: Role.shape.name,
  description: Role.shape.description.optional(),
  statements: z.array(PolicyStatement).max(200),
});

export const TokenView = ApiToken.omit({ digest: true }).extend({ version });
export const TokenPage = pageOf(TokenView);
export const CreateToken = z.strictObject({
  name: ApiToken.shape.name,
  roles: ApiToken.shape.roles,
  /** A service's token is nobody's; it stays when people leave. Administrators only. */
  service: z.boolean().optional(),
  /** When it ends: 90 days from now unless said otherwise, and never when null. */
  expiresAt: Instant.nullable().optional(),
});
/** `value` is shown once: null when an idempotency key brought the earlier reply back. */
export const IssuedToken = TokenView.extend({ value: z.string().nullable() });

export const Me = z.object({
  principal: z.object({
    kind: z.enum(['member', 'token', 'key', 'connection', 'system']),
    id: z.string(),
    name: z.string(),
    email: z.string().optional(),
    roles: z.array(z.string()),
  }),
  /** Every action by name, and whether it is allowed in the place that was asked about. */
  may: z.record(z.string(), z.boolean()),
  /** Why not, as a sentence for the button that is off. */
  because: z.record(z.string(), z.string()),
});
