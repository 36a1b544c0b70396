/** Breaks a rule on purpose: the kernel knows no slice. The layer check must report it, though it is a type only. */
export type { Grants } from '../../slices/grants/index.ts';
