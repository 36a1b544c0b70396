import type { LaunchDarklySegment } from '@latchkey/engine/launchdarkly';

/**
 * How many customers one list names. A customer who moves makes two lists be sent again to every application, at about
 * fifteen bytes a name; and every list more is one more that an SDK may have to look into for one evaluation.
 */
const listMax = 1000;

interface List {
  readonly key: string;
  readonly cohort: Cohort;
  readonly customers: Set<string>;
  /** Null when it must be written anew. */
  segment: LaunchDarklySegment | null;
}

interface Cohort {
  has: ReadonlySet<string>;
  signature: string;
  readonly lists: List[];
}

/**
 * Customers grouped by which of some flags they are entitled to. Customers of one plan have the same rights as a rule, so
 * to list each of them once says as much as to list them for every flag, and a new right of a whole plan moves nobody.
 */
export class Cohorts {
  /** Changed only right before everybody is grouped anew. */
  flags: readonly string[];
  readonly #newKey: () => string;
  readonly #cohorts = new Set<Cohort>();
  readonly #bySignature = new Map<string, Cohort>();
  readonly #listByCustomer = new Map<string, List>();

  constructor(flags: readonly string[], newKey: () => string) {
    this.flags = flags;
    this.#newKey = newKey;
  }

  get size(): number {
    return this.#cohorts.size;
  }

  /** What the customer has now; null for one who is no more. */
  place(customer: string, has: ReadonlySet<string> | null): void {
    const before = this.#listByCustomer.get(customer);
    const signature = has === null ? null : this.#signatureOf(has);
    if (before && before.cohort.signature === signature) return;
    if (before) this.#remove(customer, before);
    if (has === null || signature === null) return;
    const cohort = this.#bySignature.get(signature) ?? this.#found(signature, has);
    const list = cohort.lists.find(({ customers }) => customers.size < listMax) ?? this.#open(cohort);
    list.customers.add(customer);
    list.segment = null;
    this.#listByCustomer.set(customer, list);
  }

  /** Everybody was decided anew: a cohort becomes what most of it is now, and only the others move. */
  regroup(hasByCustomer: ReadonlyMap<string, ReadonlySet<string>>): void {
    this.#bySignature.clear();
    for (const cohort of this.#cohorts) {
      const counts = new Map<string, { has: ReadonlySet<string>; count: number }>();
      for (const customer of cohort.lists.flatMap(({ customers }) => [...customers])) {
        const has = hasByCustomer.get(customer);
        if (has === undefined) continue;
        const counted = counts.get(this.#signatureOf(has));
        if (counted) counted.count += 1;
        else counts.set(this.#signatureOf(has), { has, count: 1 });
      }
      const [most] = [...counts].toSorted(([, one], [, other]) => other.count - one.count);
      if (!most) continue;
      cohort.signature = most[0];
      cohort.has = most[1].has;
      this.#bySignature.set(most[0], cohort);
    }
    for (const customer of [...this.#listByCustomer.keys()])
      if (!hasByCustomer.has(customer)) this.place(customer, null);
    for (const [customer, has] of hasByCustomer) this.place(customer, has);
  }

  /** The keys of the lists of those who have a flag, or of those who do not. */
  listsOf(flag: string, isHad: boolean): readonly string[] {
    return [...this.#cohorts]
      .filter(({ has }) => has.has(flag) === isHad)
      .flatMap(({ lists }) => lists.map(({ key }) => key));
  }

  /** The lists as segments, but for those of customers who have what anybody has. */
  segments(nobodyHas: ReadonlySet<string>): readonly LaunchDarklySegment[] {
    const unlisted = this.#signatureOf(nobodyHas);
    return [...this.#cohorts]
      .filter(({ signature }) => signature !== unlisted)
      .flatMap(({ lists }) =>
        lists.map((list) => {
          list.segment ??= segmentOf(list.key, [...list.customers]);
          return list.segment;
        }),
      );
  }

  #signatureOf(has: ReadonlySet<string>): string {
    return this.flags.filter((flag) => has.has(flag)).join(' ');
  }

  #found(signature: string, has: ReadonlySet<string>): Cohort {
    const cohort: Cohort = { has, signature, lists: [] };
    this.#cohorts.add(cohort);
    this.#bySignature.set(signature, cohort);
    return cohort;
  }

  #open(cohort: Cohort): List {
    const list = { key: this.#newKey(), cohort, customers: new Set<string>(), segment: null };
    cohort.lists.push(list);
    return list;
  }

  #remove(customer: string, list: List): void {
    const { cohort } = list;
    this.#listByCustomer.delete(customer);
    list.customers.delete(customer);
    list.segment = null;
    if (list.customers.size > 0) return;
    cohort.lists.splice(cohort.lists.indexOf(list), 1);
    if (cohort.lists.length > 0) return;
    this.#cohorts.delete(cohort);
    if (this.#bySignature.get(cohort.signature) === cohort) this.#bySignature.delete(cohort.signature);
  }
}

const segmentOf = (key: string, customers: readonly string[]): LaunchDarklySegment => ({
  key,
  salt: key,
  included: [],
  excluded: [],
  includedContexts: [{ contextKind: 'customer', values: customers }],
  excludedContexts: [],
  rules: [],
});
