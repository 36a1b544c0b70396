import { Flag, FlagKey, FlagTargeting, TargetEnd } from '@latchkey/model';
import { z } from 'zod';
import { pageOf } from '../../kernel/http/paging.ts';
import { counters, searchQuery } from '../projects/index.ts';
import { NewFlag } from './operations/create.ts';
import { FlagWords } from './operations/describe.ts';
import { FlagRules } from './operations/rule-input.ts';

export const OneFlag = z.strictObject({ flag: FlagKey });
export const Asked = z.strictObject({ ...searchQuery, state: Flag.shape.state.exactOptional() });

export const FlagView = Flag.extend(counters);
export const FlagPage = pageOf(FlagView);
/** `warnings` say what the edit did not do, such as making a feature while a catalogue entry is missing. */
export const FlagReply = FlagView.extend({ warnings: z.array(z.string()) });

export const FlagIn = FlagView.extend(FlagTargeting.omit({ flag: true, salt: true }).shape);
export const FlagInPage = pageOf(FlagIn);

export const CreateFlag = NewFlag;
export const DescribeFlag = FlagWords.omit({ flag: true }).extend({
  state: Flag.shape.state.exactOptional(),
});

/** Several parts of one environment's targeting at once; each that is named replaces what was there. */
export const RetargetFlag = z.strictObject({
  on: FlagTargeting.shape.on.exactOptional(),
  offVariation: FlagTargeting.shape.offVariation.exactOptional(),
  fallthrough: FlagTargeting.shape.fallthrough.exactOptional(),
  targets: FlagTargeting.shape.targets.exactOptional(),
  /** With `targets`: who of them ends by itself, and when. Left out, the ends stay of those who stay. */
  targetEnds: z.array(TargetEnd).max(1000).exactOptional(),
  rules: FlagRules.exactOptional(),
  prerequisites: FlagTargeting.shape.prerequisites.exactOptional(),
});
export type RetargetFlag = z.infer<typeof RetargetFlag>;
