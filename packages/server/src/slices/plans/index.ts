import { createPlan, describePlan } from './operations/create.ts';
import { draftVersion } from './operations/draft-version.ts';
import { publishPlan } from './operations/publish.ts';
import { retirePlan } from './operations/retire.ts';

export const operations = [createPlan, describePlan, draftVersion, publishPlan, retirePlan];

export { planRoutes as routes } from './routes.ts';
export { createPlan, describePlan, draftVersion, publishPlan, retirePlan };
