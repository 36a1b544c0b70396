import { z } from 'zod';

/** A JSON value as a flag's variation or a configuration feature carries it. Depth and size are bounded before parsing. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };
export const JsonValue: z.ZodType<JsonValue> = z.json() as z.ZodType<JsonValue>;

/** Attribute names are plain data, never paths; `__proto__` and its like are refused at the edge of the server. */
export const Attributes = z
  .record(z.string().min(1).max(100), JsonValue)
  .refine((all) => Object.keys(all).length <= 100, 'must have at most 100 attributes');
export type Attributes = { readonly [name: string]: JsonValue };
