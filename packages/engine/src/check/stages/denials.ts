import { deny, pass, type Stage } from '../stage.ts';

/** Nothing forbids it: one denial in scope, whoever it is for, outweighs all that was given. A retired feature is over. */
export const nothingForbidsIt: Stage = (_, { feature, rights }) => {
  if (rights.denial !== null) return deny('denied_by_grant');
  return feature.state === 'retired' ? deny('sunset') : pass();
};
