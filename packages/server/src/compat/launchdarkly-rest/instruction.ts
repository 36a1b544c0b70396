import type { OperationCall } from '@latchkey/model';
import type { z } from 'zod';
import { type Instruction, readBody } from './body.ts';
import { invalid, notSupported } from './failure.ts';

/** What one kind of instruction stands for, as operations. */
export type InstructionReader<About> = (instruction: Instruction, about: About) => readonly OperationCall[];
export type Instructions<About> = Readonly<Record<string, InstructionReader<About>>>;

/** An instruction with its parameters; its `kind` has chosen it already. */
export const instruction =
  <T, About>(
    schema: z.ZodType<T>,
    calls: (said: T, about: About) => readonly OperationCall[],
  ): InstructionReader<About> =>
  ({ kind, ...parameters }, about) =>
    calls(readBody(schema, parameters, `${kind}: `), about);

/** An instruction of LaunchDarkly's that has nothing here to be done to. */
export const lacking =
  <About>(what: string): InstructionReader<About> =>
  () => {
    throw notSupported(what);
  };

export function readerOf<About>(
  all: Instructions<About>,
  { kind }: Instruction,
): InstructionReader<About> | null {
  return (Object.hasOwn(all, kind) ? all[kind] : undefined) ?? null;
}

export const unknownInstruction = ({ kind }: Instruction) =>
  invalid(`There is no instruction of the kind ${kind}.`);
