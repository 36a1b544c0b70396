export { verifyUse } from './anchors.ts';
export type { Ask } from './ask.ts';
export { UsageDesk } from './desk.ts';
export { usageJobs } from './jobs.ts';
export { usageRoutes } from './routes.ts';
