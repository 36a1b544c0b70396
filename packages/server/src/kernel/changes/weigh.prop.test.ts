import { fc, test } from '@fast-check/vitest';
import type { Guardrail } from '@latchkey/model';
import { expect } from 'vitest';
import type { Deed } from './deeds.ts';
import { concerns, type Figures, weigh, withOwnWish } from './weigh.ts';

const few = fc.integer({ min: 0, max: 4 });
const when = fc.record(
  {
    tags: fc.subarray(['vip', 'origin:trial'], { minLength: 1 }),
    features: fc.subarray(['sso', 'exports'], { minLength: 1 }),
    maxDays: few,
    maxQuantity: few,
    maxCustomers: few,
    maxTimes: fc.record({ times: few, days: fc.constant(90) }),
  },
  { requiredKeys: [] },
);
const aGuardrail: fc.Arbitrary<Guardrail> = fc.record({
  key: fc.constantFrom('a', 'b', 'c'),
  name: fc.constant('Rule'),
  environment: fc.constantFrom(null, 'production', 'staging'),
  roles: fc.subarray(['sales', 'support']),
  actions: fc.subarray(['grant.*', 'subscription.create', '*'], { minLength: 1 }),
  when,
  outcome: fc.constantFrom('approve', 'deny'),
  approvals: fc.integer({ min: 1, max: 3 }),
  approverRoles: fc.subarray(['success']),
});
const guardrails = fc.uniqueArray(aGuardrail, { selector: ({ key }) => key, maxLength: 3 });
const sets = (values: string[]) => fc.subarray(values).map((some) => new Set(some));
const beyondAnything = fc.constant(Number.POSITIVE_INFINITY);
const aDeed: fc.Arbitrary<Deed> = fc.record({
  action: fc.constantFrom('grant.create', 'subscription.create', 'flag.turn'),
  tags: sets(['vip', 'origin:trial']),
  features: sets(['sso', 'exports']),
  customers: sets(['acme', 'globex']),
  days: fc.oneof(few, beyondAnything),
  quantity: fc.oneof(few, beyondAnything),
});
const deeds = fc.array(aDeed, { minLength: 1, maxLength: 3 });
const roles = fc.subarray(['sales', 'support', 'product']);
const figures: fc.Arbitrary<Figures> = fc.record({
  customers: few,
  timesBefore: fc.constant(new Map(['a', 'b', 'c'].map((key) => [key, new Map([['acme', 2]])]))),
});

const severity = { allow: 0, approve: 1, deny: 2 } as const;
const verdictOf = (
  all: readonly Guardrail[],
  some: readonly Deed[],
  who: readonly string[],
  known: Figures,
) => weigh(concerns(all, some, { roles: who, environment: 'production' }), known);

test.prop([guardrails, deeds, roles, figures])(
  'the most restrictive guardrail wins',
  (all, some, who, known) => {
    const together = severity[verdictOf(all, some, who, known).outcome];
    const alone = all.map((one) => severity[verdictOf([one], some, who, known).outcome]);
    expect(together).toBe(Math.max(0, ...alone));
  },
);

test.prop([guardrails, aGuardrail, deeds, roles, figures])(
  'one more guardrail never allows more',
  (all, another, some, who, known) => {
    const before = severity[verdictOf(all, some, who, known).outcome];
    const others = all.filter(({ key }) => key !== 'z');
    expect(
      severity[verdictOf([...others, { ...another, key: 'z' }], some, who, known).outcome],
    ).toBeGreaterThanOrEqual(before);
  },
);

test.prop([guardrails, deeds, aDeed, roles, figures])(
  'doing more in one change is never allowed more easily',
  (all, some, more, who, known) => {
    const before = severity[verdictOf(all, some, who, known).outcome];
    expect(severity[verdictOf(all, [...some, more], who, known).outcome]).toBeGreaterThanOrEqual(before);
  },
);

test.prop([guardrails, deeds, roles, figures])(
  'whoever has to wait is told why and for whom; whoever is free has nothing to wait for',
  (all, some, who, known) => {
    const { outcome, because, requirements } = verdictOf(all, some, who, known);
    expect(because.length > 0).toBe(outcome !== 'allow');
    expect(requirements.length > 0).toBe(outcome === 'approve');
    for (const { sentence, allowed, asked } of because) {
      expect(sentence).toMatch(/^Rule: .+\.$/);
      if (allowed !== null && asked !== null) expect(asked).toBeGreaterThan(allowed);
    }
  },
);

test.prop([guardrails, deeds, roles, figures])(
  'asking for approval oneself adds a requirement and lifts no denial',
  (all, some, who, known) => {
    const verdict = verdictOf(all, some, who, known);
    const wished = withOwnWish(verdict);
    if (verdict.outcome === 'deny') expect(wished).toEqual(verdict);
    else
      expect(wished.requirements).toEqual([
        ...verdict.requirements,
        expect.objectContaining({ guardrail: null }),
      ]);
  },
);
