export type { Follow } from './follow.ts';
export { ledgerRoutes as routes } from './routes.ts';
