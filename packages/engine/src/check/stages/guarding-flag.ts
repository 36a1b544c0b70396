import { deny, pass, type Stage } from '../stage.ts';

/** The kill switch. A flag that is off, archived or never turned on here beats every contract. */
export const guardingFlagIsOn: Stage = (_, { configuration, feature: { flagKey } }) => {
  if (flagKey === null) return pass();
  return configuration.flagsByKey.get(flagKey)?.targeting?.on ? pass() : deny('feature_disabled');
};
