import type { Flag, FlagTargeting } from '@latchkey/model';
import type { Instruction } from '../body.ts';
import type { Part } from '../edit.ts';
import { invalid } from '../failure.ts';
import { readerOf, unknownInstruction } from '../instruction.ts';
import { inEnvironment } from './instructions.ts';
import { availabilityCalls, isAboutAvailability, shared } from './shared-instructions.ts';

interface Edited {
  readonly project: string;
  readonly environment: string | null;
  readonly flag: Flag;
  /** The flag's part in the environment, where one is named. */
  readonly targeting: FlagTargeting | null;
}

/** A semantic patch as the changes that it stands for: one of what environments share, one of the environment. */
export function partsOfInstructions(
  { project, environment, flag, targeting }: Edited,
  instructions: readonly Instruction[],
): readonly Part[] {
  const about = { project, flag: flag.key, targets: targeting?.targets ?? [] };
  const ofAll = [...availabilityCalls(instructions.filter(isAboutAvailability), flag.key, flag.clientSide)];
  const ofOne = [];
  for (const one of instructions.filter((each) => !isAboutAvailability(each))) {
    const readShared = readerOf(shared, one);
    const readOwn = readerOf(inEnvironment, one);
    if (readShared) ofAll.push(...readShared(one, about));
    else if (!readOwn) throw unknownInstruction(one);
    else if (environment === null)
      throw invalid(`${one.kind} needs an environmentKey beside the instructions.`);
    else ofOne.push(...readOwn(one, about));
  }
  return [
    { place: { project, environment: '' }, calls: ofAll },
    { place: { project, environment: environment ?? '' }, calls: ofOne },
  ];
}
