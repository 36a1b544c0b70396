import type { Place } from '@latchkey/model';
import { ProblemError } from '../kernel/changes/problem-error.ts';
import { placeKey } from '../kernel/ledger/append.ts';
import type { Reader } from '../kernel/store/database.ts';
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

  async #look(place: Place, parameter: CustomerParameter, value: string): Promise<readonly string[]> {
    for (const kind of kinds[parameter]) {
      const found =
        kind === null ? await this.#byKey(place, value) : await this.#byIdentifier(place, kind, value);
      if (found.length > 0) return found;
    }
    return [];
  }

  async #byKey({ project, environment }: Place, key: string): Promise<readonly string[]> {
    const rows = await this.#db
      .selectFrom('resource')
      .select('id')
      .where('project', '=', project)
      .where('environment', '=', environment)
      .where('kind', '=', 'customer')
      .where('id', '=', key)
      .execute();
    return rows.map(({ id }) => id);
  }

  /** More than a handful is only ever reported as "several". */
  async #byIdentifier(
    { project, environment }: Place,
    kind: string,
    value: string,
  ): Promise<readonly string[]> {
    const rows = await this.#db
      .selectFrom('customer_identifier')
      .select('customer')
      .where('project', '=', project)
      .where('environment', '=', environment)
      .where('kind', '=', kind)
      .where('value', '=', value)
      .orderBy('customer')
      .limit(10)
      .execute();
    return rows.map(({ customer }) => customer);
  }
}
