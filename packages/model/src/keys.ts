import { z } from 'zod';

/** A key chosen by people: immutable, lower case, 1 to 100 characters of `a-z 0-9 . _ -`. */
export const Key = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9._-]{0,99}$/,
    'must be 1 to 100 of a-z, 0-9, dot, underscore or hyphen, starting with a letter or digit',
  );
export type Key = z.infer<typeof Key>;

/** Flag keys imported from elsewhere keep their form: letters of both cases, digits, dot, underscore, hyphen; up to 256. */
export const FlagKey = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._-]{0,255}$/,
    'must be 1 to 256 letters, digits, dots, underscores or hyphens',
  );
export type FlagKey = z.infer<typeof FlagKey>;

/** A feature born of a flag carries the flag's key as its own, so features accept flag keys too. */
export const FeatureKey = FlagKey;
export type FeatureKey = z.infer<typeof FeatureKey>;

/** An id given by us: a prefix that says the kind, an underscore, and URL-safe characters. */
export const Id = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,64}$/, 'must be an id of up to 64 letters, digits, underscores or hyphens');
export type Id = z.infer<typeof Id>;

/**
 * The key of a customer or of an evaluated context: outside systems choose it, so any text without spaces at the ends.
 * No "." and "..", which browsers and other clients take out of an address before they send it.
 */
export const CustomerKey = z
  .string()
  .min(1)
  .max(200)
  .regex(
    /^(?!\.{1,2}$)[^\s/?#](?:[^/?#]*[^\s/?#])?$/u,
    'must be 1 to 200 characters without "/", "?", "#" or spaces at the ends, and not "." or ".."',
  );
export type CustomerKey = z.infer<typeof CustomerKey>;

const controlCharacters = '\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f';
const unsafe = new RegExp(`[${controlCharacters}]|\\p{Surrogate}`, 'u');

/** Whether PostgreSQL and JSON keep this text unchanged: no NUL or other control characters, no lone surrogates. */
export const isSafeText = (text: string): boolean => !unsafe.test(text);

/** Text that people wrote, of at most `max` characters. */
export const text = (max: number) =>
  z.string().max(max).refine(isSafeText, 'must not contain control characters or lone surrogates');

/** A display name: 1 to 200 characters, not only spaces. */
export const Name = text(200).refine((name) => name.trim().length > 0, 'must not be empty');

/** A label for searching and for policies: tags of one thing are a set of at most 50. */
export const Tag = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/,
    'must be 1 to 64 letters, digits, dots, underscores, colons or hyphens',
  );
export const Tags = z
  .array(Tag)
  .max(50)
  .transform((tags) => [...new Set(tags)]);
