import type { PreparedContext } from './context.ts';
import { kindsOf, partOf } from './context.ts';

/** Which attribute of a context is meant. */
export type AttributeReference = {
  readonly name: string;
  /** What follows the name in a path such as `/address/city`; null for a top-level attribute. */
  readonly path: readonly string[] | null;
  /** `kind` answers every kind of the context, and `anonymous` is false where it is absent. */
  readonly special: 'kind' | 'anonymous' | null;
};

export const keyAttribute = topLevel('key');

/**
 * Null when the text refers to nothing. A reference is either a top-level name or, with a leading slash, a path whose
 * parts escape `/` as `~1` and `~` as `~0`. A literal is the name itself, slashes included.
 */
export function parseAttributeReference(
  text: unknown,
  options: { literal: boolean },
): AttributeReference | null {
  if (typeof text !== 'string' || text === '') return null;
  if (options.literal) return topLevel(text);
  if (text === '/' || invalid.test(text)) return null;
  const [name = '', ...path] = text.startsWith('/') ? text.slice(1).split('/').map(unescaped) : [text];
  if (name === '_meta') return null;
  return path.length === 0 ? topLevel(name) : { name: asPropertyName(name), path, special: null };
}

/** `|` and `^` after `~` pass, as they do in the official evaluator. */
const invalid = /\/\/|^\/.*~[^01|^]|~$/;

/** A part that begins with `~` is left as it is, as the official evaluator leaves it. */
function unescaped(part: string): string {
  return part.startsWith('~') ? part : part.replaceAll('~1', '/').replaceAll('~0', '~');
}

function topLevel(name: string): AttributeReference {
  return {
    name: asPropertyName(name),
    path: null,
    special: name === 'kind' || name === 'anonymous' ? name : null,
  };
}

/** The same text in the form in which engines keep property names: parsed text is looked up again at each use. */
export function asPropertyName(text: string): string {
  return Object.keys({ [text]: null })[0] ?? text;
}

/** The value, or undefined. Paths go through objects only, never through arrays, and see own properties only. */
export function readAttribute(
  context: PreparedContext,
  contextKind: string,
  reference: AttributeReference,
): unknown {
  if (reference.special === 'kind') return kindsOf(context);
  const part = partOf(context, contextKind);
  if (part === undefined) return undefined;
  if (reference.special === 'anonymous') return Boolean(part['anonymous']);
  const value = ownProperty(part, reference.name);
  return reference.path === null ? value : followPath(value, reference.path);
}

function followPath(from: unknown, path: readonly string[]): unknown {
  let value = from;
  for (const name of path) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    value = ownProperty(value as Readonly<Record<string, unknown>>, name);
  }
  return value;
}

function ownProperty(record: Readonly<Record<string, unknown>>, name: string): unknown {
  const value = record[name];
  return value !== undefined && Object.hasOwn(record, name) ? value : undefined;
}
