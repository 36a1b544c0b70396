import { z } from 'zod';
import { fieldErrors } from '../../kernel/changes/field-errors.ts';
import { invalid } from './failure.ts';

/** Reads `{name: …}` through a schema; the first field that does not fit, or is not known, is named with the others. */
export function readBody<T>(name: string, schema: z.ZodType<T>, body: unknown): T {
  const read = z.strictObject({ [name]: schema }).safeParse(body ?? {});
  if (read.success) return read.data[name] as T;
  const errors = fieldErrors(read.error.issues).map(({ pointer, detail }) => ({
    field: pointer.replace(/^#\/?/, ''),
    detail,
  }));
  const said = errors.map(({ field, detail }) => `${field || 'the body'} ${detail}`);
  throw invalid(`${said.join('; ')}.`, errors[0]?.field || null);
}

/** Lists are wrapped twice: `{customers: {customer: […]}}`, with a count that may be sent back. */
export const listOf = <N extends string, T extends z.ZodType>(name: N, one: T) =>
  z.strictObject({ [name]: z.array(one).max(200), count: z.int().exactOptional() } as {
    [K in N]: z.ZodArray<T>;
  } & { count: z.ZodExactOptional<z.ZodInt> });

export const NameVersion = z.strictObject({ name: z.string().min(1), version: z.string().default('') });

/** Another entity, by any of the names that it has. */
export const Reference = z.strictObject({
  id: z.string().exactOptional(),
  identifier: z.string().exactOptional(),
  externalId: z.string().exactOptional(),
  refId: z.string().exactOptional(),
  crmId: z.string().exactOptional(),
  name: z.string().exactOptional(),
  emailId: z.string().exactOptional(),
  nameVersion: NameVersion.exactOptional(),
});
export type Reference = z.infer<typeof Reference>;

/** Fields that the protocol has and that can have one value only here. */
export const only = <const V extends string | boolean>(value: V) =>
  z.literal(value, `can only be ${value} here`).exactOptional();

export const NamedValues = listOf('customAttribute', z.strictObject({ name: z.string(), value: z.string() }));

/** Bodies that may be left out may be sent empty as well. */
export const saysNothing = (body: unknown): boolean =>
  body === undefined || body === null || (typeof body === 'object' && Object.keys(body).length === 0);
