import { type Facts, isRefusal, type ProblemCode, type Refusal } from '@latchkey/model';

/** A field of the request that is to blame. */
export interface FieldError {
  /** JSON pointer as a URI fragment: `#/quantity`. */
  readonly pointer: string;
  readonly detail: string;
}

/** A refusal on its way to the wire. Thrown once, by the shell; becomes an RFC 9457 document. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: ProblemCode;
  readonly facts: Facts;
  readonly errors: readonly FieldError[];

  constructor(code: ProblemCode, detail: string, facts: Facts = {}, errors: readonly FieldError[] = []) {
    super(detail);
    this.code = code;
    this.facts = facts;
    this.errors = errors;
  }
}

/** Turns a refusal into the error that the shell reports, and hands on anything else. */
export function accept<T>(answer: T | Refusal): T {
  if (!isRefusal(answer)) return answer;
  const { field, ...facts } = answer.facts;
  const errors = typeof field === 'string' ? [{ pointer: `#/${field}`, detail: answer.detail }] : [];
  throw new ProblemError(answer.refused, answer.detail, facts, errors);
}
