export { routes } from './routes.ts';
export { scheduledChanges } from './run-scheduled.ts';
