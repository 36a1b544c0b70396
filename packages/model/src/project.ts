import { z } from 'zod';
import { Key, Name, Tags } from './keys.ts';

/** One product's catalogue. */
export const Project = z.strictObject({ key: Key, name: Name, description: z.string(), tags: Tags });
export type Project = z.infer<typeof Project>;

/** One running stage of a project, with its own customers and targeting. */
export const Environment = z.strictObject({
  key: Key,
  name: Name,
  /** Shown on every screen, so that nobody takes production for staging. */
  color: z.enum(['red', 'orange', 'yellow', 'green', 'teal', 'blue', 'violet', 'gray']),
  /** A protected environment asks for a comment on every change. */
  protected: z.boolean(),
  /** The public id that browser SDKs present: 24 hexadecimal digits. */
  clientSideId: z.string().regex(/^[0-9a-f]{24}$/),
  /** The plan that customers without any subscription, also unknown ones, are treated as having. */
  defaultPlan: Key.nullable(),
  /** Browsers are answered only about contexts that the application's own server has signed with an SDK key. */
  secureMode: z.boolean().exactOptional(),
});
export type Environment = z.infer<typeof Environment>;
