import { prepareContext } from '../flags/context.ts';
import type { EvaluationContext } from '../snapshot/customer-context.ts';

export interface TranslatedContext {
  readonly context: EvaluationContext;
  /** The keys of its kinds, by kind. */
  readonly keys: ReadonlyMap<string, string>;
  /** The key of the customer in it, whose rights count; null where nobody is named. */
  readonly customer: string | null;
}

/** A class, because a context may have fields of any name. */
export class UnusableContext {
  readonly errorCode: 'TARGETING_KEY_MISSING' | 'INVALID_CONTEXT';
  readonly detail: string;

  constructor(errorCode: UnusableContext['errorCode'], detail: string) {
    this.errorCode = errorCode;
    this.detail = detail;
  }
}

type Fields = { readonly [name: string]: unknown };

const missing = new UnusableContext(
  'TARGETING_KEY_MISSING',
  'The context needs a targetingKey, or the key of a customer.',
);

/**
 * OpenFeature's flat context as flags read it. `targetingKey` is the key of the user, or of the kind that `kind` names;
 * `customer` beside it is the customer's key, or an object with `key` and attributes, and a kind of its own. With
 * `kind: 'multi'` every other field is a kind, as LaunchDarkly writes it, with `key` or `targetingKey`.
 */
export function fromOpenFeature(given: unknown): TranslatedContext | UnusableContext {
  if (!isFields(given)) return invalid('A context is an object.');
  const { kind = 'user' } = given;
  if (typeof kind !== 'string') return invalid('The kind of a context is a text.');
  const parts = kind === 'multi' ? partsOfMany(given) : partsOfOne(given, kind);
  if (parts instanceof UnusableContext) return parts;
  const kinds = Object.keys(parts);
  const [only = ''] = kinds;
  const context = kinds.length === 1 ? { ...parts[only], kind: only } : { ...parts, kind: 'multi' };
  if (kinds.length > kindsMax || prepareContext(context) === null)
    return invalid('A kind of the context has a name that is not allowed.');
  const keys = new Map(kinds.map((each) => [each, parts[each]?.key ?? '']));
  return { context, keys, customer: keys.get('customer') ?? null };
}

/** More kinds than any application has; each is looked up where lists are kept. */
const kindsMax = 20;

type Parts = { readonly [kind: string]: Fields & { readonly key: string } };

function partsOfOne(given: Fields, kind: string): Parts | UnusableContext {
  const { kind: _, targetingKey, customer, ...attributes } = given;
  const key = targetingKey ?? attributes['key'];
  if (kind === 'customer') {
    const part = partOf({ ...attributes, key });
    return part instanceof UnusableContext ? part : { customer: part };
  }
  const named = customer === undefined || customer === null ? null : partOf(customer);
  if (named instanceof UnusableContext) return named;
  // An empty key is how some SDKs say that there is nobody.
  if (named !== null && (key === undefined || key === null || key === '')) return { customer: named };
  const part = partOf({ ...attributes, key });
  if (part instanceof UnusableContext) return part;
  return named === null ? { [kind]: part } : { [kind]: part, customer: named };
}

function partsOfMany({ kind: _, targetingKey: __, ...given }: Fields): Parts | UnusableContext {
  const parts: Record<string, Parts[string]> = {};
  for (const [kind, written] of Object.entries(given)) {
    const part = partOf(written);
    if (part instanceof UnusableContext) return part;
    parts[kind] = part;
  }
  return Object.keys(parts).length === 0 ? missing : parts;
}

function partOf(written: unknown): Parts[string] | UnusableContext {
  if (typeof written === 'string') return written === '' ? missing : { key: written };
  if (!isFields(written)) return invalid('A kind of the context is its key, or an object with a key.');
  const { targetingKey, ...attributes } = written;
  const key = targetingKey ?? attributes['key'];
  if (key === undefined || key === null || key === '') return missing;
  if (typeof key !== 'string') return invalid('The key of a context is a text.');
  return { ...attributes, key };
}

const invalid = (detail: string): UnusableContext => new UnusableContext('INVALID_CONTEXT', detail);

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
