import {
  type Actor,
  type AnyMutation,
  type Facts,
  idOf,
  isRefusal,
  type Mutation,
  type Place,
  type ProblemCode,
  type Refusal,
  type ResourceKind,
  type Resources,
  refuse,
  type Scope,
  scopeOf,
} from '@latchkey/model';
import type { z } from 'zod';

/** What an operation wants to see, before anything is read. The pipeline loads it through earlier edits of the same change. */
export interface One<K extends ResourceKind> {
  readonly want: 'one';
  readonly kind: K;
  readonly id: string;
  /** Where a project's edit looks into one of its environments. */
  readonly environment?: string;
}
export interface All<K extends ResourceKind> {
  readonly want: 'all';
  readonly kind: K;
  readonly where: Where;
  readonly environment?: string;
}
/** `parent` and `secondary` are the indexed relations of each kind (see `kernel/store/resources.ts`); both must fit. */
export interface Where {
  readonly parent?: string;
  readonly secondary?: string;
}
export type Want = One<ResourceKind> | All<ResourceKind> | null;

type Seen<W> =
  W extends One<infer K>
    ? Resources[K] | null
    : W extends All<infer K>
      ? readonly Resources[K][]
      : W extends null
        ? null
        : never;
export type SeenBy<S> = { readonly [N in keyof S]: Seen<S[N]> };

export const one = <K extends ResourceKind>(kind: K, id: string): One<K> => ({ want: 'one', kind, id });
export const all = <K extends ResourceKind>(kind: K, where: Where = {}): All<K> => ({
  want: 'all',
  kind,
  where,
});

/** The same wish, looked for in one environment of the project that the operation belongs to. */
export const within = <W extends One<ResourceKind> | All<ResourceKind>>(environment: string, want: W): W => ({
  ...want,
  environment,
});

/** What a computation may know besides what it saw. Ids are made from the change's own, so that a preview names the same ones. */
export interface Circumstances {
  readonly actor: Actor;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly place: Place;
  readonly comment: string;
  /** A fresh id with this prefix: `newId('g')` → `g_…`. The n-th call of a change always gives the same. */
  readonly newId: (prefix: string) => string;
}

export interface OperationDefinition<
  Input,
  S extends Readonly<Record<string, Want>>,
  Found extends Readonly<Record<string, Want>>,
> {
  /** `noun.verb`; also the action that policies name. */
  readonly kind: `${string}.${string}`;
  readonly scope: Scope;
  readonly input: z.ZodType<Input>;
  /** The path below project and environment that policies match: `customer/acme`, `flag/checkout`. */
  readonly resource: (input: Input) => string;
  readonly setup: (input: Input, place: Place) => S;
  /** A second look for what only the first one names, such as the plan versions of a subscription. */
  readonly follow?: (input: Input, seen: SeenBy<S>) => Found;
  readonly compute: (
    input: Input,
    seen: SeenBy<S> & SeenBy<Found>,
    circumstances: Circumstances,
  ) => readonly AnyMutation[] | Refusal;
}

/** An operation, with its input's type kept inside: what the pipeline holds in its registry. */
export interface Operation {
  readonly kind: string;
  readonly scope: Scope;
  readonly input: z.ZodType;
  readonly resource: (input: unknown) => string;
  readonly setup: (input: unknown, place: Place) => Readonly<Record<string, Want>>;
  readonly follow: (
    input: unknown,
    seen: Readonly<Record<string, unknown>>,
  ) => Readonly<Record<string, Want>>;
  readonly compute: (
    input: unknown,
    seen: Readonly<Record<string, unknown>>,
    circumstances: Circumstances,
  ) => readonly AnyMutation[] | Refusal;
}

/** A call of an operation: its kind and its input, checked by its schema when the change is parsed. */
export interface Call<Input> {
  readonly kind: string;
  readonly input: Input;
}

/** Defines an operation. The result is called to make a `Call`, and carries the definition for the registry and for tests. */
export function operation<
  Input,
  S extends Readonly<Record<string, Want>>,
  Found extends Readonly<Record<string, Want>> = Readonly<Record<never, never>>,
>(definition: OperationDefinition<Input, S, Found>) {
  const call = (input: Input): Call<Input> => ({ kind: definition.kind, input });
  return Object.assign(call, definition, { definition: definition as unknown as Operation });
}

/** One resource before and after. `null` before creates it, `null` after removes it. */
export function mutate<K extends ResourceKind>(
  resource: K,
  place: Place,
  before: Resources[K] | null,
  after: Resources[K] | null,
): Mutation<K> {
  const present = after ?? before;
  if (present === null) throw new Error('A mutation needs a before or an after');
  const scope = scopeOf[resource];
  return {
    resource,
    place: {
      project: scope === 'instance' ? '' : place.project,
      environment: scope === 'environment' ? place.environment : '',
    },
    id: idOf[resource](present),
    before,
    after,
  };
}

export { type Facts, isRefusal, type ProblemCode, type Refusal, refuse };
