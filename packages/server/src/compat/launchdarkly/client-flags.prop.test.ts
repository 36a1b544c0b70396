import { fc, test } from '@fast-check/vitest';
import { compileConfiguration, compileCustomer, guardedFlags, toLaunchDarkly } from '@latchkey/engine';
import { aContext, aMoment, aWorld, lawRuns } from '@latchkey/testkit/arbitrary';
import { expect } from 'vitest';
import { ClientFlags } from './client-flags.ts';
import { Edition } from './edition.ts';

const aKind = fc.record({ isKnown: fc.boolean(), withReasons: fc.boolean() });

test.prop(
  [
    aWorld,
    fc.infiniteStream(fc.boolean()),
    fc.array(fc.tuple(aKind, aContext, aMoment), { minLength: 1, maxLength: 5 }),
  ],
  lawRuns,
)(
  'what is put together from texts that lie ready says what each flag answers alone, and its name says which',
  ({ configuration: source, snapshot }, coin, questions) => {
    const flagsForClients = source.flags.map((flag) => ({ ...flag, clientSide: coin.next().value === true }));
    const given = { ...source, flags: flagsForClients };
    const configuration = compileConfiguration(given);
    const held = compileCustomer(configuration, snapshot);
    const projected = Object.entries(toLaunchDarkly(given).flags);
    const edition = new Edition(
      null,
      { flags: new Map(projected), segments: new Map(), cohorts: new Map() },
      source.revision,
    );
    const flags = new ClientFlags(edition, configuration);
    const bodies = new Map<string, string>();
    for (const [{ isKnown, withReasons }, context, now] of questions) {
      const asking = { customer: isKnown ? held : null, context };
      const { answers } = flags.roll.ask(asking, now);
      const { bytes, digest } = flags.joined(answers, withReasons);
      const body = Buffer.from(`{${bytes}}`, 'latin1').toString();
      const alone = guardedFlags(configuration, asking, now);
      const open = projected.filter(([, { clientSide }]) => clientSide === true);
      const expected = open.map(([key]) => {
        const { value, variationIndex, reason } = alone.answer(key);
        return [
          key,
          { value, variation: variationIndex ?? undefined, reason: withReasons ? reason : undefined },
        ];
      });
      const told = Object.entries(JSON.parse(body) as { readonly [key: string]: Said });
      expect(told.map(([key, { value, variation, reason }]) => [key, { value, variation, reason }])).toEqual(
        expected,
      );
      expect(JSON.parse(body)).toEqual(
        JSON.parse(JSON.stringify(Object.fromEntries(flags.results(answers, withReasons)))),
      );
      expect(bodies.get(digest) ?? body).toBe(body);
      expect([...bodies].filter(([, known]) => known === body).every(([name]) => name === digest)).toBe(true);
      bodies.set(digest, body);
    }
  },
);

interface Said {
  readonly value: unknown;
  readonly variation?: number;
  readonly reason?: unknown;
}
