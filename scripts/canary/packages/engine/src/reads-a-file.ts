/** Breaks a rule on purpose: the engine reads no files. The layer check must report it. */
export { readFileSync } from 'node:fs';
