import { fc } from '@fast-check/vitest';
import { startServer, type TestServer } from '@latchkey/testkit/server';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ems = '/ems/api/v5';
const here = '/api/v1/projects/shop/environments/production';

let server: TestServer;
let clientKey: string;
beforeAll(async () => {
  server = await startServer();
  await server.post('/api/v1/projects', { key: 'shop', name: 'Shop' });
  await server.post(`${ems}/features`, { feature: { nameVersion: { name: 'reports' } } });
  await server.post(`${ems}/products`, {
    product: {
      nameVersion: { name: 'Gold' },
      productFeatures: { productFeature: [{ feature: { id: 'reports' } }] },
      state: 'ENABLE',
    },
  });
  const key = await server.post(`${here}/keys`, { kind: 'client-application' });
  clientKey = key.as<{ value: string }>().value;
});
afterAll(() => server[Symbol.asyncDispose]());

const step = fc.record({
  does: fc.constantFrom('activate', 'activate', 'split', 'rehost', 'revoke', 'buy'),
  /** Which of what there is; counted round. */
  which: fc.nat(20),
  quantity: fc.integer({ min: 1, max: 4 }),
  through: fc.constantFrom('ems', 'own'),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

interface Key {
  readonly eId: string;
  readonly pkId: string;
  total: number;
}
interface Seat {
  readonly aId: string;
  readonly pkId: string;
  readonly quantity: number;
}

interface Entitlement {
  readonly eId: string;
  readonly productKeys: {
    readonly productKey: readonly {
      readonly pkId: string;
      readonly totalQuantity: number;
      readonly availableQuantity: number;
      readonly consumedQuantity: number;
    }[];
  };
}

let customers = 0;
let subjects = 0;
const somebody = (): string => {
  subjects += 1;
  return `u${subjects}@acme.test`;
};

/** What a customer must have after every step, written down by hand beside the product. */
class Ledger {
  readonly customer: string;
  readonly keys: Key[] = [];
  seats: Seat[] = [];

  constructor() {
    customers += 1;
    this.customer = `acme-${customers}`;
  }

  consumed = (pkId: string): number =>
    this.seats.filter((seat) => seat.pkId === pkId).reduce((sum, { quantity }) => sum + quantity, 0);

  async open(): Promise<void> {
    await server.post(`${ems}/customers`, { customer: { name: 'Acme', identifier: this.customer } });
    const reply = await server.post(`${ems}/entitlements`, {
      entitlement: {
        customer: { identifier: this.customer },
        productKeys: {
          productKey: [
            { totalQuantity: 6, item: { itemProduct: { product: { nameVersion: { name: 'Gold' } } } } },
          ],
        },
        state: 'ENABLE',
      },
    });
    this.remember(reply.as<{ entitlement: Entitlement }>().entitlement);
  }

  remember({ eId, productKeys }: Entitlement): void {
    const [{ pkId, totalQuantity }] = productKeys.productKey as [Entitlement['productKeys']['productKey'][0]];
    this.keys.push({ eId, pkId, total: totalQuantity });
  }

  async take(step: Step): Promise<void> {
    const key = this.keys[step.which % this.keys.length] as Key;
    const seat = this.seats[step.which % Math.max(1, this.seats.length)];
    if (step.does === 'activate') await this.activate(key, step);
    else if (step.does === 'split') await this.split(key, step);
    else if (step.does === 'buy') await this.buy(key, step);
    else if (seat && step.does === 'rehost') await this.rehost(seat, step);
    else if (seat && step.does === 'revoke') await this.revoke(seat, step);
  }

  async activate({ eId, pkId, total }: Key, { quantity, through }: Step): Promise<void> {
    const who = somebody();
    const fits = this.consumed(pkId) + quantity <= total;
    const reply =
      through === 'own'
        ? await server.post(`${here}/subscriptions/${eId}/activations`, {
            pkId,
            subject: { kind: 'user', key: who },
            quantity,
          })
        : await server.post(`${ems}/activations/bulkActivate`, {
            bulkActivation: {
              activatees: { activatee: [{ activateeEmailId: who }] },
              activationProductKeys: { activationProductKey: [{ pkId, activationQuantity: quantity }] },
            },
          });
    expect(reply.status < 300).toBe(fits);
    if (!fits) return;
    const aId =
      through === 'own'
        ? reply.as<{ aId: string }>().aId
        : reply.as<{ activations: { activation: [{ aId: string }] } }>().activations.activation[0].aId;
    this.seats.push({ aId, pkId, quantity });
  }

  async split(key: Key, { quantity, through }: Step): Promise<void> {
    const { eId, pkId, total } = key;
    const fits = quantity <= total - this.consumed(pkId) && quantity < total;
    const reply =
      through === 'own'
        ? await server.post(`${here}/subscriptions/${eId}/split`, { pkId, quantity, customer: this.customer })
        : await server.post(`${ems}/entitlements/${eId}/splitTransfer`, {
            splitTransfer: {
              productKeys: { productKey: [{ pkId, quantity }] },
              customer: { id: this.customer },
            },
          });
    expect(reply.status < 300).toBe(fits);
    if (!fits) return;
    key.total -= quantity;
    if (through === 'ems') this.remember(reply.as<{ entitlement: Entitlement }>().entitlement);
    else {
      const child = reply.as<{ eId: string; items: [{ pkId: string; quantity: number }] }>();
      this.keys.push({ eId: child.eId, pkId: child.items[0].pkId, total: child.items[0].quantity });
    }
  }

  /** Through the protocol by the difference, as its quantities are; through ours by the sum. Odd steps give back. */
  async buy(key: Key, { quantity, which, through }: Step): Promise<void> {
    const difference = which % 2 === 0 ? quantity : -quantity;
    const total = key.total + difference;
    const fits = total >= 1 && total >= this.consumed(key.pkId);
    const reply =
      through === 'own'
        ? await server.patch(`${here}/subscriptions/${key.eId}`, {
            items: [{ pkId: key.pkId, quantity: total }],
          })
        : await server.patch(`${ems}/productKeys/${key.pkId}`, { productKey: { totalQuantity: difference } });
    expect(reply.status < 300).toBe(fits);
    if (fits) key.total = total;
  }

  async rehost({ aId }: Seat, { through }: Step): Promise<void> {
    const who = somebody();
    const reply =
      through === 'own'
        ? await server.post(`${here}/activations/${aId}/rehost`, { subject: { kind: 'device', key: who } })
        : await server.post(`${ems}/activations/bulkRehost`, {
            bulkRehost: {
              activations: { activation: [{ aId, fingerprints: { fingerprint: [{ fingerprint: who }] } }] },
            },
          });
    expect(reply.status).toBe(200);
  }

  async revoke(seat: Seat, { through }: Step): Promise<void> {
    const reply =
      through === 'own'
        ? await server.post(`${here}/activations/${seat.aId}/revoke`)
        : await server.post(`${ems}/activations/${seat.aId}/markRevoke`);
    expect(reply.status < 300).toBe(true);
    this.seats = this.seats.filter((one) => one !== seat);
  }

  /** All of it in one form, as this protocol, our API and the look-up say it. */
  async assertSaidByAll(): Promise<void> {
    const expected = this.keys.map(({ eId, pkId, total }) => {
      const consumed = this.consumed(pkId);
      return { eId, total, consumed, available: total - consumed };
    });
    const byId = (a: { eId: string }, b: { eId: string }) => (a.eId < b.eId ? -1 : 1);
    const through = await server.get(`${ems}/entitlements?customerIdentifier=${this.customer}`);
    const { entitlements } = through.as<{ entitlements: { count: number; entitlement: Entitlement[] } }>();
    expect(entitlements.count).toBe(expected.length);
    const inProtocol = entitlements.entitlement.flatMap(({ eId, productKeys }) =>
      productKeys.productKey.map(({ totalQuantity, consumedQuantity, availableQuantity }) => ({
        eId,
        total: totalQuantity,
        consumed: consumedQuantity,
        available: availableQuantity,
      })),
    );
    expect(inProtocol.toSorted(byId)).toEqual(expected.toSorted(byId));

    const own = await server.get(`${here}/customers/${this.customer}/subscriptions`);
    const { items } = own.as<{
      items: { eId: string; items: { quantity: number; consumed: number; available: number }[] }[];
    }>();
    const inOurs = items.flatMap(({ eId, items: each }) =>
      each.map(({ quantity, consumed, available }) => ({ eId, total: quantity, consumed, available })),
    );
    expect(inOurs.toSorted(byId)).toEqual(expected.toSorted(byId));

    const looked = await server.get(`${ems}/entitledFeatures?customerIdentifier=${this.customer}`, {
      token: null,
      headers: { 'x-api-key': clientKey },
    });
    const rows = looked.as<{
      entitledFeatures: {
        eId: string;
        totalQuantity: number;
        consumedQuantity: number;
        availableQuantity: number;
      }[];
    }>().entitledFeatures;
    const inLookUp = rows.map(({ eId, totalQuantity, consumedQuantity, availableQuantity }) => ({
      eId,
      total: totalQuantity,
      consumed: consumedQuantity,
      available: availableQuantity,
    }));
    expect(inLookUp.toSorted(byId)).toEqual(expected.toSorted(byId));
  }
}

test('whatever is activated, split, bought, rehosted and revoked, through either API, taken and available make the total', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
      const ledger = new Ledger();
      await ledger.open();
      for (const one of steps) {
        await ledger.take(one);
        await ledger.assertSaidByAll();
      }
    }),
    { numRuns: 12 },
  );
}, 120_000);
