import { Key, Plan, PlanItem, PlanPublication, PlanVersion } from '@latchkey/model';
import { z } from 'zod';
import { pageOf } from '../../kernel/http/paging.ts';
import { counters, searchQuery } from '../projects/index.ts';
import { NewPlan, PlanWords } from './operations/create.ts';
import { NewPlanVersion } from './operations/draft-version.ts';
import { NewEdition } from './operations/publish.ts';

export const OnePlan = z.strictObject({ plan: Key });
export const Asked = z.strictObject({ ...searchQuery, state: Plan.shape.state.exactOptional() });

const Editions = PlanPublication.shape.editions;
export const PlanView = Plan.extend(counters);
export const PlanPage = pageOf(PlanView);
export const PlanShown = PlanView.extend({
  versions: z.array(PlanVersion),
  publications: z.array(
    z.strictObject({ environment: Key, version: z.int().nullable(), editions: Editions }),
  ),
});

/** A plan as one environment sells it. `current` is null while nothing is published there. */
const PlanRow = Plan.extend({
  current: z.strictObject({ version: z.int(), from: z.string(), items: z.array(PlanItem) }).nullable(),
  announced: Editions,
  customers: z.int(),
});
export const PlanMatrix = pageOf(PlanRow).extend({ revision: z.int() });
export const PlanIn = PlanRow.extend({ editions: Editions, ...counters });

export const CreatePlan = NewPlan;
export const DescribePlan = PlanWords.omit({ plan: true }).extend({
  state: z.literal('retired').exactOptional(),
});
export const DraftVersion = NewPlanVersion.omit({ plan: true });
export const VersionReply = PlanVersion.extend({ revision: z.int() });
export const Publish = NewEdition.omit({ plan: true });
export const Published = PlanPublication.extend({ version: z.int(), revision: z.int() });
