import { CustomerKey, type Grant, Id, type Instant, type Programme, programmeStateAt } from '@latchkey/model';
import { all, type One, one, type Refusal, refuse } from '../../../kernel/changes/operation.ts';

/** Edits of a programme name its customer, because policies speak of customers. */
export const ofProgramme = { customer: CustomerKey, programme: Id };
export interface OfProgramme {
  readonly customer: string;
  readonly programme: string;
}

export const pathOf = ({ customer }: { readonly customer: string }): string => `customer/${customer}`;

export const itself = ({ customer, programme }: OfProgramme) => ({
  programme: one('programme', programme),
  customer: one('customer', customer),
});

/** What it issued, and who sits in it. */
export function issuedBy(programme: Programme | null) {
  const grants: Record<`grant ${string}`, One<'grant'>> = {};
  for (const id of programme?.grants ?? []) grants[`grant ${id}`] = one('grant', id);
  const issued = programme?.subscription ?? null;
  return {
    ...grants,
    subscription: issued && one('subscription', issued.eId),
    activations: issued && all('activation', { secondary: issued.pkId }),
  };
}

export type SeenGrants = { readonly [name: `grant ${string}`]: Grant | null };

/** Its grants that nobody has withdrawn since. */
export const grantsIn = (programme: Programme, seen: SeenGrants): readonly Grant[] =>
  programme.grants.flatMap((id) => {
    const grant = seen[`grant ${id}`];
    return grant && grant.revokedAt === null ? [grant] : [];
  });

export const unknownProgramme = (id: string): Refusal =>
  refuse('programme_unknown', `There is no programme ${id}.`);

/** The programme if it is this customer's. Somebody else's is as good as none. */
export const known = (input: OfProgramme, programme: Programme | null): Programme | Refusal =>
  programme && programme.customer === input.customer ? programme : unknownProgramme(input.programme);

/** The programme if its access has not ended. */
export function standing(input: OfProgramme, programme: Programme | null, at: Instant): Programme | Refusal {
  if (!programme || programme.customer !== input.customer) return unknownProgramme(input.programme);
  const state = programmeStateAt(programme, at);
  if (state === 'planned' || state === 'running' || state === 'in_grace') return programme;
  return refuse('programme_over', `It is over: ${state}.`, { state });
}
