import { CustomerKey, Goal, Id, Instant, Programme, programmeStates } from '@latchkey/model';
import { z } from 'zod';
import { pageOf, pageQuery } from '../../kernel/http/paging.ts';
import { counters } from '../projects/index.ts';
import { Purchase } from './operations/convert.ts';
import { Extension } from './operations/extend.ts';
import { NewGoal, NewProgramme } from './operations/input.ts';

const { kind, seats, owner } = Programme.shape;

export const OfCustomer = z.strictObject({ customer: CustomerKey });
export const OneProgramme = z.strictObject({ id: Id });

export const Filter = {
  kind: kind.exactOptional(),
  /** `open` are all that have not come to their end. */
  state: z.enum([...programmeStates, 'open']).exactOptional(),
  owner: owner.unwrap().exactOptional(),
  endsBefore: Instant.exactOptional(),
} as const;
export const Asked = z.strictObject({ ...pageQuery, ...Filter });
export const AskedOfCustomer = z.strictObject(pageQuery);

export const ProgrammeView = Programme.extend({
  ...counters,
  /** By its dates and its outcome, at the moment of the answer. */
  state: z.enum(programmeStates),
  /** When its grace is over and its end action is due. */
  endsAt: Instant,
  seatsUsed: z.int().nullable(),
  goals: z.array(Goal.extend({ reached: z.boolean() })),
});
export const ProgrammePage = pageOf(ProgrammeView);

export const Start = NewProgramme.omit({ customer: true }).extend({
  /** Needs the right to `programme.start-again`. */
  allowAgain: z.boolean().exactOptional(),
});
export const Extend = Extension;
export const Seats = z.strictObject({ seats: seats.unwrap() });
export const Convert = Purchase;
export const Cancel = z.strictObject({ reason: z.string().max(2000).default('') });
export const Goals = z.strictObject({ goals: z.array(NewGoal).max(20) });
export const Outcome = z.strictObject({ result: z.enum(['won', 'lost']), reason: z.string().max(2000) });

const Tally = z.object({
  started: z.int(),
  open: z.int(),
  won: z.int(),
  lost: z.int(),
  expired: z.int(),
  cancelled: z.int(),
  /** Won of all that were decided or ran out; null as long as there are none. */
  conversionRate: z.number().nullable(),
});
export const Report = z.object({ trial: Tally, poc: Tally });
export const AskedOfReport = z.strictObject({
  /** Of programmes that began in this while. */
  from: Instant.exactOptional(),
  to: Instant.exactOptional(),
});
