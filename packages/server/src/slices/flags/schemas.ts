import { Flag, FlagKey, FlagTargeting, Instant, Key, Tag, TargetEnd } from '@latchkey/model';
import { z } from 'zod';
import { pageOf, pageQuery } from '../../kernel/http/paging.ts';
import { counters, searchQuery } from '../projects/index.ts';
import { parts } from './compare.ts';
import { orders } from './list.ts';
import { NewFlag } from './operations/create.ts';
import { FlagWords } from './operations/describe.ts';
import { FlagRules } from './operations/rule-input.ts';

export const OneFlag = z.strictObject({ flag: FlagKey });
const yesOrNo = z.enum(['true', 'false']).transform((written) => written === 'true');
export const Asked = z.strictObject({
  ...searchQuery,
  state: Flag.shape.state.exactOptional(),
  tag: Tag.exactOptional(),
  purpose: Flag.shape.purpose.exactOptional(),
  owner: z.string().max(200).exactOptional(),
  temporary: yesOrNo.exactOptional(),
  clientSide: yesOrNo.exactOptional(),
  /** Whether it guards a feature. */
  guarding: yesOrNo.exactOptional(),
  sort: z.enum(orders).exactOptional(),
});
export const AskedIn = Asked.extend({ on: yesOrNo.exactOptional() });

/** Fields that a newer version wrote are passed over. */
export const FlagView = z.object({ ...Flag.shape, ...counters });
const times = { createdAt: Instant, changedAt: Instant };
/** `unreadable` are the keys of flags on this page that cannot be read, written by another version or by hand. */
const pageOfFlags = <Item extends z.ZodType>(item: Item) =>
  pageOf(item).extend({ unreadable: z.array(z.string()) });
export const FlagPage = pageOfFlags(FlagView.extend(times));
/** `warnings` say what the edit did not do, such as making a feature while a catalogue entry is missing. */
export const FlagReply = FlagView.extend({ warnings: z.array(z.string()) });

export const FlagIn = FlagView.extend(FlagTargeting.omit({ flag: true, salt: true }).shape);
export const FlagInPage = pageOfFlags(FlagIn.extend({ ...times, lastEvaluatedAt: Instant.nullable() }));

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
  /** What rollouts without a seed place people by. Another one deals out everybody anew. */
  salt: FlagTargeting.shape.salt.exactOptional(),
});
export type RetargetFlag = z.infer<typeof RetargetFlag>;

export const CloneFlag = z.strictObject({ key: FlagKey, name: Flag.shape.name.exactOptional() });

const Part = z.enum(parts);
/** What to take over from another environment; everything but on or off, when nothing is said. */
export const CopyFlag = z.strictObject({
  from: Key,
  parts: z.array(Part).min(1).max(parts.length).exactOptional(),
});
export type CopyFlag = z.infer<typeof CopyFlag>;

export const Sides = z.strictObject({ from: Key, to: Key });
export const SidesOfAll = z.strictObject({
  ...pageQuery,
  query: z.string().max(200).exactOptional(),
  from: Key,
  to: Key,
});
const Targeting = FlagTargeting.omit({ flag: true, salt: true });
export const Comparison = z.object({
  flag: z.string(),
  from: z.object({ environment: z.string(), targeting: Targeting }),
  to: z.object({ environment: z.string(), targeting: Targeting, version: z.int() }),
  differs: z.array(Part),
});
export const Comparisons = pageOf(z.object({ flag: z.string(), name: z.string(), differs: z.array(Part) }));

const named = { key: z.string(), name: z.string(), state: z.string() };
export const Dependents = z.object({
  /** Flags that wait for it, and for which of its variations. */
  flags: z.array(z.object({ ...named, environment: z.string(), variation: z.int() })),
  features: z.array(z.object(named)),
  plans: z.array(z.object({ ...named, features: z.array(z.string()) })),
});
