import type { Scope } from '@latchkey/model';
import type { Change } from './change.ts';
import { fieldErrors } from './field-errors.ts';
import type { Operation } from './operation.ts';
import { type FieldError, ProblemError } from './problem-error.ts';
import type { Operations } from './registry.ts';

/** A call whose operation is known and whose input its schema accepted. */
export interface ParsedCall {
  readonly operation: Operation;
  readonly input: unknown;
  readonly resource: string;
}

/** One transaction locks a place while it runs; a thousand edits keep that under a second. */
const callsMax = 1000;

/** Checks every call against its operation's schema. All complaints are reported at once, each with its field. */
export function parse(
  { calls, place }: Pick<Change, 'calls' | 'place'>,
  operations: Operations,
): readonly ParsedCall[] {
  if (calls.length === 0) throw new ProblemError('invalid_request', 'A change needs at least one operation.');
  if (calls.length > callsMax)
    throw new ProblemError('too_many_operations', `A change takes at most ${callsMax} operations.`, {
      max: callsMax,
    });
  const errors: FieldError[] = [];
  const parsed: ParsedCall[] = [];
  for (const [index, { kind, input }] of calls.entries()) {
    const prefix = calls.length === 1 ? [] : ['operations', index, 'input'];
    const operation = operations.get(kind);
    if (!operation)
      throw new ProblemError('operation_unknown', 'There is no operation of this kind.', {}, [
        { pointer: `#/operations/${index}/kind`, detail: 'must be the kind of an operation' },
      ]);
    const read = operation.input.safeParse(input);
    if (read.success) parsed.push({ operation, input: read.data, resource: operation.resource(read.data) });
    else errors.push(...fieldErrors(read.error.issues, prefix));
  }
  if (errors.length > 0)
    throw new ProblemError('invalid_request', 'A part of the request is not as expected.', {}, errors);
  assertPlaceFits(parsed, place);
  return parsed;
}

const placeNeeded: { readonly [S in Scope]: (place: Change['place']) => boolean } = {
  instance: ({ project }) => project === '',
  project: ({ project, environment }) => project !== '' && environment === '',
  environment: ({ project, environment }) => project !== '' && environment !== '',
};

/** One change locks one place, so all its operations belong to that kind of place. */
function assertPlaceFits(calls: readonly ParsedCall[], place: Change['place']): void {
  for (const { operation } of calls) {
    if (placeNeeded[operation.scope](place)) continue;
    throw new ProblemError(
      'invalid_request',
      `${operation.kind} is an operation on ${scopeInWords[operation.scope]}; send it there.`,
    );
  }
}

const scopeInWords: { readonly [S in Scope]: string } = {
  instance: 'the installation',
  project: 'a project',
  environment: 'an environment',
};
