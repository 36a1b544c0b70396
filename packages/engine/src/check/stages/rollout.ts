import { answerOfFlag } from '../guarded-flag.ts';
import { deny, pass, type Stage } from '../stage.ts';

/** The guarding flag serves this context something other than what it serves when it is off. */
export const isRolledOut: Stage = ({ context }, { configuration, customer, feature: { flagKey }, now }) => {
  if (flagKey === null) return pass();
  const guard = configuration.flagsByKey.get(flagKey);
  if (guard === undefined) return deny('not_rolled_out');
  const { variationIndex, value } = answerOfFlag(configuration, customer, flagKey, context, now);
  const isOff = variationIndex === null || variationIndex === guard.targeting?.offVariation;
  return isOff || (guard.flag.kind === 'boolean' && value !== true) ? deny('not_rolled_out') : pass();
};
