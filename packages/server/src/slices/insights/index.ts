export type { Countable } from './counts.ts';
export { insightsKeeping } from './keep.ts';
export { lastEvaluated } from './last-evaluated.ts';
export { Recorder } from './recorder.ts';
export { insightRoutes as routes } from './routes.ts';
