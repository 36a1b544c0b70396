import type { FlagKind, JsonValue, Variation } from '@latchkey/model';

/** What a form holds: one text a variation, as people type it. Boolean flags have theirs given. */
export interface FlagValues {
  readonly kind: FlagKind;
  readonly texts: readonly string[];
}

interface Read {
  /** Null while there are fewer than two, or one cannot be read. */
  readonly variations: readonly Variation[] | null;
  readonly problem: string | null;
}

const trueAndFalse: readonly Variation[] = [{ value: true }, { value: false }];

export function readVariations({ kind, texts }: FlagValues): Read {
  if (kind === 'boolean') return { variations: trueAndFalse, problem: null };
  const variations: Variation[] = [];
  for (const text of texts) {
    const value = readValue(kind, text);
    if (value === undefined)
      return { variations: null, problem: `“${text}” is not ${kind === 'number' ? 'a number' : 'JSON'}.` };
    variations.push({ value });
  }
  return { variations: variations.length < 2 ? null : variations, problem: null };
}

function readValue(kind: Exclude<FlagKind, 'boolean'>, text: string): JsonValue | undefined {
  if (kind === 'string') return text;
  try {
    const value = JSON.parse(text) as JsonValue;
    return kind === 'json' || typeof value === 'number' ? value : undefined;
  } catch {
    // Half-typed JSON is not an error of the program; the field says so beside itself.
    return undefined;
  }
}

/** A variation as a form holds it. */
export interface TypedVariation {
  readonly text: string;
  readonly name: string;
  readonly description: string;
}

export const typedVariation = ({ value, name = '', description = '' }: Variation): TypedVariation => ({
  text: typeof value === 'string' ? value : JSON.stringify(value, null, 2),
  name,
  description,
});

/** What was typed, as it is sent; null with the reason while it cannot be read. */
export function readVariation(
  kind: FlagKind,
  { text, name, description }: TypedVariation,
): { readonly variation: SentVariation | null; readonly problem: string | null } {
  const value = kind === 'boolean' ? text === 'true' : readValue(kind, text);
  if (value === undefined)
    return { variation: null, problem: kind === 'number' ? 'This is not a number.' : 'This is not JSON.' };
  const words = {
    ...(name.trim() === '' ? {} : { name: name.trim() }),
    ...(description.trim() === '' ? {} : { description: description.trim() }),
  };
  return { variation: { value, ...words }, problem: null };
}

interface SentVariation {
  readonly value: JsonValue;
  readonly name?: string;
  readonly description?: string;
}
