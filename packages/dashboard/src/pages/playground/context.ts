import type { JsonValue } from '@latchkey/model';

/** Attributes as a form holds them: a name and what was typed. */
export interface TypedAttribute {
  readonly name: string;
  readonly text: string;
}

export interface TypedContext {
  readonly kind: string;
  readonly key: string;
  readonly attributes: readonly TypedAttribute[];
}

type Context = Readonly<Record<string, JsonValue>>;

interface Read {
  readonly context: Context | null;
  /** Why it cannot be asked with, in words; null while it is only not finished. */
  readonly problem: string | null;
}

/** What was typed as one context. Numbers, true, false and lists are taken as such, everything else as text. */
export function contextOf({ kind, key, attributes }: TypedContext): Read {
  if (key.trim() === '' || kind.trim() === '') return { context: null, problem: null };
  const named = attributes.filter(({ name }) => name.trim() !== '');
  return {
    context: {
      kind: kind.trim(),
      key: key.trim(),
      ...Object.fromEntries(named.map(({ name, text }) => [name.trim(), readAttribute(text)])),
    },
    problem: null,
  };
}

function readAttribute(text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    // “Berlin” is not JSON, and is meant as it stands.
    return text;
  }
}

/** A context as applications write it: one kind with its key, or several as `multi`. */
export function readContext(json: string): Read {
  if (json.trim() === '') return { context: null, problem: null };
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return { context: null, problem: `This is not JSON: ${error instanceof Error ? error.message : ''}` };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { context: null, problem: 'A context is an object, such as {"kind": "user", "key": "ada"}.' };
  const context = value as Context;
  if (context['kind'] !== 'multi' && typeof context['key'] !== 'string')
    return { context: null, problem: 'A context says who it is: give it a "key".' };
  return { context, problem: null };
}
