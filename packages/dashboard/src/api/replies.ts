import type {
  Activation,
  ApiToken,
  CatalogueEntity,
  Connection,
  Customer,
  Decision,
  Environment,
  EnvironmentKey,
  Feature,
  Flag,
  FlagTargeting,
  Grant,
  LedgerEntry,
  Member,
  Plan,
  PlanItem,
  PlanVersion,
  Project,
  Role,
  Segment,
  Subscription,
} from '@latchkey/model';

/** What the management API answers, in the words of the model. */

export interface Listed<Row> {
  readonly items: readonly Row[];
  readonly nextCursor: string | null;
}

/** The version goes back as `If-Match`, so that nobody overwrites what they have not seen. */
export type Versioned<Resource> = Resource & { readonly version: number };

/** Where one is working: a project's environment. */
export interface Place {
  readonly project: string;
  readonly environment: string;
}

export interface Me {
  readonly principal: {
    readonly kind: string;
    readonly id: string;
    readonly name: string;
    readonly email?: string;
    readonly roles: readonly string[];
  };
  readonly may: Readonly<Record<string, boolean>>;
}

export type ProjectReply = Versioned<Project> & { readonly environments?: readonly Environment[] };
export type EnvironmentReply = Versioned<Environment>;

export type CustomerRow = Versioned<Customer> & {
  /** The plans they are on now, largest first. */
  readonly plans?: readonly { readonly plan: string; readonly quantity: number }[];
};
export type CustomerReply = CustomerRow;

export interface EntitlementsReply {
  readonly items: readonly Decision[];
  readonly revision: number;
}

export type SubscriptionItemReply = Subscription['items'][number] & { readonly used?: number };
export type SubscriptionReply = Versioned<Omit<Subscription, 'items'>> & {
  readonly items: readonly SubscriptionItemReply[];
};
export type GrantReply = Versioned<Grant>;
export type ActivationReply = Versioned<Activation>;

export type FeatureReply = Versioned<Feature> & {
  readonly plans?: readonly { readonly key: string; readonly name: string; readonly version: number }[];
};

export type PlanReply = Versioned<Plan> & { readonly versions?: readonly PlanVersion[] };

/** A plan as it stands in one environment: a column of the matrix. */
export type PlanColumn = Versioned<Plan> & {
  readonly currentVersion: number | null;
  readonly items: readonly PlanItem[];
  readonly customers: number;
};

export type FlagReply = Versioned<Flag>;
export type FlagInEnvironment = Versioned<Flag> & FlagTargeting & { readonly revision?: number };

export type SegmentReply = Versioned<Segment> & { readonly members?: number; readonly excluded?: number };
export interface SegmentMemberReply {
  readonly contextKind: string;
  readonly contextKey: string;
  readonly included: boolean;
}

export type KeyReply = Versioned<Omit<EnvironmentKey, 'digest' | 'sealed'>>;
export type ConnectionReply = Versioned<Omit<Connection, 'sealed' | 'digest'>> & {
  readonly url: string;
  readonly health?: { readonly state: 'waiting' | 'healthy' | 'blocked'; readonly detail: string };
};

export type MemberReply = Versioned<Omit<Member, 'passwordHash'>>;
export type RoleReply = Versioned<Role>;
export type TokenReply = Versioned<Omit<ApiToken, 'digest'>>;
export type CatalogueReply = Versioned<CatalogueEntity>;
export type EntryReply = LedgerEntry;
