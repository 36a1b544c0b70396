import { createGuardrail, removeGuardrail, updateGuardrail } from './operations/guardrails.ts';

export const operations = [createGuardrail, updateGuardrail, removeGuardrail];

export { routes } from './routes.ts';
export { createGuardrail };
