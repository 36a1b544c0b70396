import {
  type CompiledConfiguration,
  type CompiledCustomer,
  guardedFlags,
  ServedTally,
} from '@latchkey/engine';
import type { AnyMutation, Clause, Configuration, FlagImpact } from '@latchkey/model';

/** More flags than this are not told one by one. */
const flagsMax = 50;

/** Who a change serves something else: the flags that it concerns, asked for each customer before and after. */
export class FlagImpacts {
  readonly #tallies: ReadonlyMap<string, ServedTally>;

  constructor(before: Configuration, after: Configuration, edits: readonly AnyMutation[]) {
    const concerned = flagsConcerned(before, after, edits);
    this.#tallies = new Map(concerned.slice(0, flagsMax).map((flag) => [flag, new ServedTally()]));
  }

  add(before: Side, after: Side, now: number): void {
    if (this.#tallies.size === 0) return;
    const was = asked(before, now);
    const is = asked(after, now);
    for (const [flag, tally] of this.#tallies) tally.add(was(flag), is(flag));
  }

  results(environment: string): readonly FlagImpact[] {
    return [...this.#tallies].map(([flag, tally]) => tally.result(flag, environment));
  }
}

interface Side {
  readonly configuration: CompiledConfiguration;
  readonly customer: CompiledCustomer;
}

function asked({ configuration, customer }: Side, now: number) {
  const flags = guardedFlags(configuration, { customer, context: undefined }, now);
  return (flag: string) => {
    const { variationIndex, value } = flags.answer(flag);
    return { variation: variationIndex, value };
  };
}

/** The flags that are edited, those that ask an edited segment, and those that wait for either, however far. */
function flagsConcerned(
  before: Configuration,
  after: Configuration,
  edits: readonly AnyMutation[],
): readonly string[] {
  const segments = segmentsConcerned([...before.segments, ...after.segments], edits);
  const targetings = [...before.targeting, ...after.targeting];
  const concerned = new Set(
    edits.flatMap(({ resource, id }) => (resource === 'flag' || resource === 'flag_targeting' ? [id] : [])),
  );
  for (const { flag, rules } of targetings) {
    if (rules.some(({ clauses }) => namesOneOf(segments, clauses))) concerned.add(flag);
  }
  for (let size = -1; size !== concerned.size; ) {
    size = concerned.size;
    for (const { flag, prerequisites } of targetings) {
      if (prerequisites.some((one) => concerned.has(one.flag))) concerned.add(flag);
    }
  }
  return [...concerned];
}

function segmentsConcerned(
  segments: Configuration['segments'],
  edits: readonly AnyMutation[],
): ReadonlySet<string> {
  const concerned = new Set(
    edits.flatMap((edit) => {
      if (edit.resource === 'segment') return [edit.id];
      return edit.resource === 'segment_member' ? [(edit.after ?? edit.before)?.segment ?? ''] : [];
    }),
  );
  for (let size = -1; size !== concerned.size; ) {
    size = concerned.size;
    for (const { key, rules } of segments) {
      if (rules.some(({ clauses }) => namesOneOf(concerned, clauses))) concerned.add(key);
    }
  }
  return concerned;
}

const namesOneOf = (segments: ReadonlySet<string>, clauses: readonly Clause[]): boolean =>
  clauses.some(({ op, values }) => op === 'segmentMatch' && values.some((key) => segments.has(String(key))));
