import { Statement } from '@latchkey/model';
import { z } from 'zod';

/** `proj/*:env/production:flag/*;entitlement,billing`: levels of kind and name, tags on the last one only. */
const specifierPattern =
  /^[a-z*][a-z_*-]*\/[^/;]+(?::[a-z*][a-z_*-]*\/[^/;]+)*(?:;[A-Za-z0-9*][A-Za-z0-9._:*-]*(?:,[A-Za-z0-9*][A-Za-z0-9._:*-]*)*)?$/;

/** `*`, `grant.*` or `grant.create`. */
const actionPattern = /^(?:\*|[a-z*][a-z*-]*\.[a-z*][a-z*-]*)$/;

/** A statement whose words the policy understands. Others are refused when they are written, not when they are asked. */
export const PolicyStatement = Statement.extend({
  resources: z
    .array(
      z
        .string()
        .max(500)
        .regex(
          specifierPattern,
          'must be levels such as proj/*:env/production:flag/*, tags after the last one',
        ),
    )
    .min(1)
    .max(100),
  actions: z
    .array(z.string().max(100).regex(actionPattern, 'must be an action such as grant.create, grant.* or *'))
    .min(1)
    .max(200),
});
