import { fc, test } from '@fast-check/vitest';
import type { CatalogueEntity, Feature, FlagLink } from '@latchkey/model';
import { describe, expect } from 'vitest';
import { type FlagEvent, isNewer } from './operations/flag-event.ts';
import { receiveFlag } from './operations/receive-flag.ts';
import { type Desk, type HeardFlag, takeIn } from './take-in.ts';

const place = { project: 'shop', environment: '' };
const circumstances = {
  actor: { kind: 'connection', id: 'con_1', name: 'LaunchDarkly' },
  now: 1_790_000_000_000,
  place,
  comment: '',
  newId: (prefix: string) => `${prefix}_1`,
} as const;

const entity = (type: CatalogueEntity['type'], name: string, version = ''): CatalogueEntity => ({
  ...{ id: `${type}-1`, type, name, version },
  ...{ belongsTo: null, description: '' },
});
const catalogue = [
  entity('namespace', 'Feature-Flag'),
  entity('enforcement', 'Services', '1.0'),
  entity('licence_model', 'Services'),
  entity('attribute', 'isFeatureFlag'),
];

/** The world as far as one flag goes: its log, its link, its feature, and a catalogue that may have gaps. */
function aDesk() {
  const log: HeardFlag[] = [];
  const created: Feature[] = [];
  let link: FlagLink | null = null;
  let feature: Feature | null = null;
  let entities = catalogue;
  const desk: Desk = {
    known: async () => ({ link, feature }),
    newest: async () =>
      log.reduce<HeardFlag | null>(
        (newest, one) =>
          newest === null ||
          isNewer(one.event, { lastDate: newest.event.date, lastVersion: newest.event.version })
            ? one
            : newest,
        null,
      ),
    async submit({ event }) {
      const answer = receiveFlag.compute(
        { connection: 'con_1', event },
        { link, feature, entities },
        circumstances,
      );
      if ('refused' in answer) return { status: 'blocked', missing: answer.facts['missing'] as string[] };
      for (const { resource, before, after } of answer) {
        if (resource === 'flag_link') link = after;
        if (resource !== 'feature') continue;
        if (before === null && after) created.push(after);
        feature = after;
      }
      return { status: 'applied' };
    },
  };
  const known = new Set<string>();
  const blocked: HeardFlag[] = [];
  return {
    async deliver(heard: HeardFlag): Promise<void> {
      const id = `${heard.event.date}/${heard.event.version}`;
      if (known.has(id)) return;
      known.add(id);
      log.push(heard);
      if ((await takeIn(heard, desk)).status === 'blocked') blocked.push(heard);
    },
    withoutNamespace: () => {
      entities = catalogue.slice(1);
    },
    async restore() {
      entities = catalogue;
      const waiting = blocked.splice(0).toSorted((a, b) => a.event.date - b.event.date);
      for (const heard of waiting) await takeIn(heard, desk);
    },
    end: () => ({ state: link?.state ?? null, feature, created: created.length }),
  };
}

const anEdition = fc.record({
  sold: fc.boolean(),
  state: fc.constantFrom('live', 'live', 'deprecated', 'archived', 'deleted'),
  name: fc.constantFrom('Reports', 'Advanced reports', 'Reports 2'),
  /** Several editions of a flag may fall into one millisecond. */
  sameMoment: fc.boolean(),
});

/** What happened to one flag, in the order in which it happened. */
const aHistory = fc.array(anEdition, { minLength: 1, maxLength: 8 }).map((editions) => {
  let date = 1_790_000_000_000;
  return editions.map(({ sold, state, name, sameMoment }, index): HeardFlag => {
    date += sameMoment ? 0 : 1000;
    const event: FlagEvent = {
      ...{ platform: 'launchdarkly', projectRef: 'shop', flagRef: 'adv-rep' },
      ...{ date, version: index + 1, sold, state, name, description: '', tags: [] },
    };
    return { kind: 'flag', event, comment: '', link: null };
  });
});

/** Every event at least once, some twice or thrice, in any order. */
const aDelivery = aHistory.chain((history) =>
  fc
    .tuple(
      fc.shuffledSubarray(history, { minLength: history.length }),
      fc.array(fc.constantFrom(...history), { maxLength: 6 }),
      fc.array(fc.nat(20), { minLength: 6, maxLength: 6 }),
    )
    .map(([order, repeated, places]) => {
      const delivered = [...order];
      for (const [index, one] of repeated.entries()) {
        delivered.splice((places[index] ?? 0) % (delivered.length + 1), 0, one);
      }
      return { history, delivered };
    }),
);

async function after(delivered: readonly HeardFlag[]) {
  const desk = aDesk();
  for (const heard of delivered) await desk.deliver(heard);
  return desk.end();
}

/** The words that the platform gave it last are ours while it is sold there; afterwards they no longer matter. */
const essence = ({ state, feature, created }: Awaited<ReturnType<typeof after>>) => ({
  state,
  key: feature?.key ?? null,
  created,
  name: state === 'detached' || state === 'deleted' ? null : (feature?.name ?? null),
});

describe('however the history of a flag is delivered', () => {
  test.prop([aDelivery])('it ends as if it had come once and in order', async ({ history, delivered }) => {
    expect(essence(await after(delivered))).toEqual(essence(await after(history)));
  });

  test.prop([aDelivery])(
    'there is one feature, if the flag was ever sold',
    async ({ history, delivered }) => {
      const wasSold = history.some(
        ({ event: { sold, state } }) => sold && (state === 'live' || state === 'deprecated'),
      );
      const { created, feature } = await after(delivered);
      expect(created).toBe(wasSold ? 1 : 0);
      expect(feature?.sentinel.isFeatureFlag ?? null).toBe(wasSold ? 'Yes' : null);
    },
  );

  test.prop([aDelivery, fc.nat(14)])(
    'a gap in the catalogue only delays it',
    async ({ history, delivered }, restoredAt) => {
      const desk = aDesk();
      desk.withoutNamespace();
      for (const [index, heard] of delivered.entries()) {
        if (index === restoredAt) await desk.restore();
        await desk.deliver(heard);
      }
      await desk.restore();
      expect(essence(desk.end())).toEqual(essence(await after(history)));
    },
  );
});
