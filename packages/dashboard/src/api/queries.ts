import { infiniteQueryOptions, QueryClient, queryOptions } from '@tanstack/react-query';
import { ask, Problem } from './client.ts';
import {
  customerPath,
  environmentPath,
  featurePath,
  flagPath,
  planPath,
  projectPath,
  segmentPath,
} from './paths.ts';
import type {
  ActivationReply,
  CataloguePage,
  ConnectionReply,
  ConnectionShown,
  CustomerReply,
  CustomerRow,
  EntitlementsReply,
  EntryReply,
  EnvironmentReply,
  FeatureReply,
  FeatureShown,
  FlagInEnvironment,
  GrantReply,
  KeyReply,
  Listed,
  Me,
  MemberReply,
  Place,
  PlanColumn,
  PlanReply,
  ProjectReply,
  RoleReply,
  SegmentMemberReply,
  SegmentReply,
  SubscriptionReply,
  TokenReply,
} from './replies.ts';

/**
 * Every question the dashboard asks. Keys begin with the noun, then the place, so that an edit can let go of a whole
 * noun. Answers count as fresh for ten seconds: people move between pages faster than that.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // A refusal stays a refusal; only an unreachable or failing server is asked again, twice.
      retry: (failures, error) =>
        failures < 2 && error instanceof Problem && (error.status === 0 || error.status >= 500),
    },
  },
});

/** A page of a list that is shown whole: as many rows as one reply may carry. */
const whole = 200;

export const me = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => ask<Me>('/me', {}, signal),
  staleTime: 60_000,
});

/** Who is signed in, and what their roles allow in a place. */
export const meIn = ({ project, environment }: Place) =>
  queryOptions({
    queryKey: ['me', project, environment],
    queryFn: ({ signal }) => ask<Me>('/me', { project, environment }, signal),
    staleTime: 60_000,
  });

export const projects = queryOptions({
  queryKey: ['projects'],
  queryFn: ({ signal }) => ask<Listed<ProjectReply>>('/projects', { limit: whole }, signal),
  staleTime: 60_000,
});

export const environmentsOf = (project: string) =>
  queryOptions({
    queryKey: ['environments', project],
    queryFn: ({ signal }) =>
      ask<Listed<EnvironmentReply>>(`${projectPath({ project })}/environments`, {}, signal),
    staleTime: 60_000,
  });

export interface CustomerFilter {
  readonly query?: string | undefined;
  readonly plan?: string | undefined;
  readonly feature?: string | undefined;
  readonly state?: string | undefined;
}

export const customersIn = (place: Place, filter: CustomerFilter = {}) =>
  infiniteQueryOptions({
    queryKey: ['customers', place, filter],
    queryFn: ({ signal, pageParam }) =>
      ask<Listed<CustomerRow>>(
        `${environmentPath(place)}/customers`,
        { ...filter, limit: 50, cursor: pageParam },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

/** The few customers that a search box offers. */
export const customersLike = (place: Place, query: string) =>
  queryOptions({
    queryKey: ['customers', place, 'like', query],
    queryFn: ({ signal }) =>
      ask<Listed<CustomerRow>>(`${environmentPath(place)}/customers`, { query, limit: 8 }, signal),
  });

export const oneCustomer = (place: Place, customer: string) =>
  queryOptions({
    queryKey: ['customer', place, customer],
    queryFn: ({ signal }) => ask<CustomerReply>(customerPath(place, customer), {}, signal),
  });

export const entitlementsOf = (place: Place, customer: string) =>
  queryOptions({
    queryKey: ['entitlements', place, customer],
    queryFn: ({ signal }) =>
      ask<EntitlementsReply>(`${customerPath(place, customer)}/entitlements`, { explain: 1 }, signal),
  });

export const subscriptionsOf = (place: Place, customer: string) =>
  queryOptions({
    queryKey: ['subscriptions', place, customer],
    queryFn: ({ signal }) =>
      ask<Listed<SubscriptionReply>>(
        `${customerPath(place, customer)}/subscriptions`,
        { limit: whole },
        signal,
      ),
  });

export const activationsOf = (place: Place, eId: string) =>
  queryOptions({
    queryKey: ['activations', place, eId],
    queryFn: ({ signal }) =>
      ask<Listed<ActivationReply>>(
        `${environmentPath(place)}/subscriptions/${encodeURIComponent(eId)}/activations`,
        { limit: whole },
        signal,
      ),
  });

export const grantsOf = (place: Place, customer: string) =>
  queryOptions({
    queryKey: ['grants', place, customer],
    queryFn: ({ signal }) =>
      ask<Listed<GrantReply>>(`${customerPath(place, customer)}/grants`, { limit: whole }, signal),
  });

export interface LedgerFilter {
  readonly customer?: string | undefined;
  readonly feature?: string | undefined;
  readonly actor?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export const ledgerOf = (place: Place, filter: LedgerFilter = {}) =>
  infiniteQueryOptions({
    queryKey: ['ledger', place, filter],
    queryFn: ({ signal, pageParam }) =>
      ask<Listed<EntryReply>>(
        `${environmentPath(place)}/ledger`,
        { ...filter, limit: 50, cursor: pageParam },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

/** The newest entries: what happens to a customer appears while one looks. `follow.ts` says when to ask again. */
export const liveHistory = (place: Place, filter: LedgerFilter, limit = 20) =>
  queryOptions({
    queryKey: ['ledger', place, 'live', filter, limit],
    queryFn: ({ signal }) =>
      ask<Listed<EntryReply>>(`${environmentPath(place)}/ledger`, { ...filter, limit }, signal),
  });

export interface FeatureFilter {
  readonly query?: string | undefined;
  readonly isFeatureFlag?: 'Yes' | 'No' | undefined;
  readonly state?: string | undefined;
  readonly unassigned?: 'true' | undefined;
}

export const featuresIn = (place: Pick<Place, 'project'>, filter: FeatureFilter = {}) =>
  queryOptions({
    queryKey: ['features', place.project, filter],
    queryFn: ({ signal }) =>
      ask<Listed<FeatureReply>>(`${projectPath(place)}/features`, { ...filter, limit: whole }, signal),
  });

export const oneFeature = (place: Place, feature: string) =>
  queryOptions({
    queryKey: ['feature', place.project, feature],
    queryFn: ({ signal }) => ask<FeatureShown>(featurePath(place, feature), {}, signal),
  });

export const planMatrix = (place: Place) =>
  queryOptions({
    queryKey: ['plans', place],
    queryFn: ({ signal }) => ask<Listed<PlanColumn>>(`${environmentPath(place)}/plans`, {}, signal),
  });

export const onePlan = (place: Place, plan: string) =>
  queryOptions({
    queryKey: ['plan', place.project, plan],
    queryFn: ({ signal }) => ask<PlanReply>(planPath(place, plan), {}, signal),
  });

export const flagsIn = (place: Place, query = '') =>
  queryOptions({
    queryKey: ['flags', place, query],
    queryFn: ({ signal }) =>
      ask<Listed<FlagInEnvironment>>(`${environmentPath(place)}/flags`, { query, limit: whole }, signal),
  });

export const oneFlag = (place: Place, flag: string) =>
  queryOptions({
    queryKey: ['flag', place, flag],
    queryFn: ({ signal }) => ask<FlagInEnvironment>(flagPath(place, flag), {}, signal),
  });

export const segmentsIn = (place: Place) =>
  queryOptions({
    queryKey: ['segments', place],
    queryFn: ({ signal }) =>
      ask<Listed<SegmentReply>>(`${environmentPath(place)}/segments`, { limit: whole }, signal),
  });

export const oneSegment = (place: Place, segment: string) =>
  queryOptions({
    queryKey: ['segment', place, segment],
    queryFn: ({ signal }) => ask<SegmentReply>(segmentPath(place, segment), {}, signal),
  });

export const membersOfSegment = (place: Place, segment: string) =>
  infiniteQueryOptions({
    queryKey: ['segment', place, segment, 'members'],
    queryFn: ({ signal, pageParam }) =>
      ask<Listed<SegmentMemberReply>>(
        `${segmentPath(place, segment)}/members`,
        { limit: 100, cursor: pageParam },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

export const keysIn = (place: Place) =>
  queryOptions({
    queryKey: ['keys', place],
    queryFn: ({ signal }) => ask<Listed<KeyReply>>(`${environmentPath(place)}/keys`, {}, signal),
  });

export const connectionsOf = (place: Pick<Place, 'project'>) =>
  queryOptions({
    queryKey: ['connections', place.project],
    queryFn: ({ signal }) => ask<Listed<ConnectionReply>>(`${projectPath(place)}/connections`, {}, signal),
  });

export const oneConnection = (place: Pick<Place, 'project'>, id: string) =>
  queryOptions({
    queryKey: ['connection', place.project, id],
    queryFn: ({ signal }) =>
      ask<ConnectionShown>(`${projectPath(place)}/connections/${encodeURIComponent(id)}`, {}, signal),
    // Events come from outside: nobody here knows when.
    refetchInterval: 5_000,
  });

export const catalogueOf = (place: Pick<Place, 'project'>) =>
  queryOptions({
    queryKey: ['catalogue', place.project],
    queryFn: ({ signal }) => ask<CataloguePage>(`${projectPath(place)}/catalogue`, {}, signal),
  });

export const members = queryOptions({
  queryKey: ['members'],
  queryFn: ({ signal }) => ask<Listed<MemberReply>>('/members', { limit: whole }, signal),
});

export const roles = queryOptions({
  queryKey: ['roles'],
  queryFn: ({ signal }) => ask<Listed<RoleReply>>('/roles', {}, signal),
});

export const tokens = queryOptions({
  queryKey: ['tokens'],
  queryFn: ({ signal }) => ask<Listed<TokenReply>>('/tokens', {}, signal),
});
