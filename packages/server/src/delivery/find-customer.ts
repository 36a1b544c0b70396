import type { Place } from '@latchkey/model';
import { ProblemError } from '../kernel/changes/problem-error.ts';
import { placeKey } from '../kernel/ledger/append.ts';
import type { Reader } from '../kernel/store/database.ts';
import { type PreparedStatement, readPrepared } from '../kernel/store/prepared.ts';
import type { Delivery } from './delivery.ts';

/** The query parameters that name a customer, and where each is looked up. `null` is the customer's own key. */
const kinds = {
  customerIdentifier: ['identifier', null, 'externalId'],
  customerId: [null],
  customerExternalId: ['externalId'],
  customerRefId: ['refId'],
  customerCrmId: ['crmId'],
  customerName: ['name'],
  contactEmailId: ['contactEmail'],
} as const;
export type CustomerParameter = keyof typeof kinds;
export const customerParameters = Object.keys(kinds) as readonly CustomerParameter[];

/** Answers remembered per environment: more different customers than this are asked about rarely. */
const rememberedMax = 50_000;

/** Finds customers by the names that other systems have for them; remembers the answers until a customer changes. */
export class CustomerFinder {
  readonly #db: Reader;
  readonly #remembered = new Map<string, Map<string, readonly string[]>>();

  constructor(db: Reader, delivery: Delivery) {
    this.#db = db;
    delivery.listen({
      onCommit: ({ place, entries }) => {
        if (entries.some(({ resourceKind }) => resourceKind === 'customer'))
          this.#remembered.delete(placeKey(place));
      },
      onReset: (place) => this.#remembered.delete(placeKey(place)),
    });
  }

  /** The key, if it was found before; without waiting. */
  remembered(place: Place, parameter: CustomerParameter, value: string): string | null {
    return this.#remembered.get(placeKey(place))?.get(`${parameter}=${value}`)?.[0] ?? null;
  }

  /** The key of the one customer who is meant. Refuses when there is none, or more than one. */
  async find(place: Place, parameter: CustomerParameter, value: string): Promise<string> {
    const remembered = this.#remembered.get(placeKey(place)) ?? new Map<string, readonly string[]>();
    const found = remembered.get(`${parameter}=${value}`) ?? (await this.#look(place, parameter, value));
    const [first, ...others] = found;
    if (first === undefined)
      throw new ProblemError('customer_unknown', 'No customer here is known by that.', {}, [
        { pointer: `#/${parameter}`, detail: 'must name a customer of this environment' },
      ]);
    if (others.length > 0)
      throw new ProblemError(
        'identifier_ambiguous',
        'Several customers are known by that; ask by the identifier.',
        { customers: found },
      );
    if (remembered.size >= rememberedMax) remembered.clear();
    remembered.set(`${parameter}=${value}`, found);
    this.#remembered.set(placeKey(place), remembered);
    return first;
  }

  /** More than a handful is only ever reported as "several". */
  async #look(
    { project, environment }: Place,
    parameter: CustomerParameter,
    value: string,
  ): Promise<readonly string[]> {
    const names = kinds[parameter];
    const rows = await readPrepared<Named>(this.#db, customersNamed, [
      project,
      environment,
      value,
      names.filter((kind) => kind !== null),
    ]);
    for (const kind of names) {
      const found = rows.filter((row) => row.kind === kind).map(({ customer }) => customer);
      if (found.length > 0) return found;
    }
    return [];
  }
}

interface Named {
  /** The kind of name; null for the customer's own key. */
  readonly kind: string | null;
  readonly customer: string;
}

/** Who has $3 as own key, or as a name of the kinds $4: at most ten of each kind, which is more than anybody is told of. */
const customersNamed: PreparedStatement = {
  name: 'customers-named',
  text: `
    select null as kind, id as customer from resource
      where project = $1 and environment = $2 and kind = 'customer' and id = $3
    union all
    select wanted.kind, named.customer from unnest($4::text[]) as wanted (kind), lateral (
      select customer from customer_identifier
      where project = $1 and environment = $2 and customer_identifier.kind = wanted.kind and value = $3
      order by customer limit 10
    ) named`,
};
