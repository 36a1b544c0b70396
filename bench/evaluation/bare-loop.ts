import type { LaunchDarklyData, LaunchDarklyFlag } from '@latchkey/engine/launchdarkly';
import { sha1, sha1Prefix } from '../../packages/engine/src/flags/sha1.ts';
import type { Person } from './environment.ts';

type Attribute = 'country' | 'plan' | 'seats' | 'email';
type Clause =
  | { readonly op: 'in'; readonly attribute: Attribute; readonly values: ReadonlySet<unknown> }
  | { readonly op: 'atLeast'; readonly attribute: Attribute; readonly value: number }
  | { readonly op: 'endsWith'; readonly attribute: Attribute; readonly value: string }
  | { readonly op: 'member'; readonly keys: ReadonlySet<string> };

interface BareFlag {
  readonly on: boolean;
  readonly prerequisite: string | null;
  readonly targets: ReadonlySet<string>;
  readonly rules: readonly (readonly Clause[])[];
  readonly prefix: ReturnType<typeof sha1Prefix>;
}

/**
 * The least that has to be done for these flags, and nothing else: no other operators, kinds of context, variations,
 * reasons or malformed input. What an evaluator that can do everything costs more than this, its generality costs.
 */
export function bareLoop({ flags, segments }: LaunchDarklyData) {
  const entitled = new Set(segments?.['entitled']?.included ?? []);
  const flagsByKey = new Map(
    Object.entries(flags ?? {}).map(([key, flag]) => [key, bareFlag(flag, entitled)]),
  );
  return function isOn(flagKey: string, person: Person): boolean {
    const flag = flagsByKey.get(flagKey);
    if (flag === undefined || !flag.on) return false;
    if (flag.prerequisite !== null && !isOn(flag.prerequisite, person)) return false;
    if (flag.targets.has(person.key)) return true;
    for (const rule of flag.rules) if (matchesAll(rule, person)) return true;
    const words = sha1(flag.prefix, person.key);
    return (((words[0] as number) >>> 0) * 2 ** 28 + ((words[1] as number) >>> 4)) / 2 ** 60 < 0.1;
  };
}

function bareFlag(flag: LaunchDarklyFlag, entitled: ReadonlySet<string>): BareFlag {
  return {
    on: flag.on === true,
    prerequisite: flag.prerequisites?.[0]?.key ?? null,
    targets: new Set(flag.targets?.[0]?.values ?? []),
    rules: (flag.rules ?? []).map(({ clauses }) =>
      (clauses ?? []).map(({ op, attribute, values }): Clause => {
        const named = attribute as Attribute;
        if (op === 'segmentMatch') return { op: 'member', keys: entitled };
        if (op === 'in') return { op, attribute: named, values: new Set(values) };
        return op === 'endsWith'
          ? { op, attribute: named, value: String(values?.[0]) }
          : { op: 'atLeast', attribute: named, value: Number(values?.[0]) };
      }),
    ),
    prefix: sha1Prefix(`${flag.key}.${flag.salt}.`),
  };
}

function matchesAll(clauses: readonly Clause[], person: Person): boolean {
  for (const clause of clauses) if (!matches(clause, person)) return false;
  return true;
}

function matches(clause: Clause, person: Person): boolean {
  switch (clause.op) {
    case 'in':
      return clause.values.has(person[clause.attribute]);
    case 'atLeast':
      return Number(person[clause.attribute]) >= clause.value;
    case 'endsWith':
      return String(person[clause.attribute]).endsWith(clause.value);
    case 'member':
      return clause.keys.has(person.key);
  }
}
