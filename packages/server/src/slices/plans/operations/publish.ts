import { Instant, Key, type PlanPublication, planVersionId, toInstant } from '@latchkey/model';
import { z } from 'zod';
import { mutate, one, operation, refuse } from '../../../kernel/changes/operation.ts';

export const NewEdition = z.strictObject({
  plan: Key,
  version: z.int().min(1),
  effectiveAt: Instant.exactOptional(),
});

/**
 * Makes a version the current one in an environment, now or from a moment that is announced. Everybody who follows the
 * plan moves with it; pinned customers stay. Announcing another version for the same moment replaces the first.
 */
export const publishPlan = operation({
  kind: 'plan.publish',
  scope: 'environment',
  input: NewEdition,
  resource: ({ plan }) => `plan/${plan}`,
  setup: ({ plan, version }) => ({
    plan: one('plan', plan),
    version: one('plan_version', planVersionId(plan, version)),
    publication: one('plan_publication', plan),
  }),
  compute({ plan: key, version: number, effectiveAt }, { plan, version, publication }, { place, now }) {
    if (!plan) return refuse('plan_unknown', `There is no plan ${key}.`);
    if (plan.state === 'retired') return refuse('plan_retired', `${plan.name} is retired.`);
    if (!version) {
      const facts = { field: 'version', latestVersion: plan.latestVersion };
      return refuse('plan_version_unknown', `${plan.name} has no version ${number}.`, facts);
    }
    const from = effectiveAt ?? toInstant(now);
    if (from < toInstant(now)) {
      return refuse('invalid_request', 'A version cannot become current in the past.', {
        field: 'effectiveAt',
      });
    }
    const editions = publication?.editions ?? [];
    const others = editions.filter((edition) => edition.from !== from);
    if (others.length >= 1000) {
      return refuse('invalid_request', 'A plan is published at most 1000 times in an environment.', {
        field: 'version',
      });
    }
    const before = others.filter((edition) => edition.from < from);
    if (others.length === editions.length && before.at(-1)?.version === number) return [];
    const published: PlanPublication = {
      plan: key,
      editions: [...before, { version: number, from }, ...others.slice(before.length)],
    };
    return [mutate('plan_publication', place, publication, published)];
  },
});
