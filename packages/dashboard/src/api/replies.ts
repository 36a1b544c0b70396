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
  PlanPublication,
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
  /** Every action by name, for the place that was asked about. */
  readonly may: Readonly<Record<string, boolean>>;
  /** Why not, as a sentence for the button that is off. */
  readonly because: Readonly<Record<string, string>>;
}

export type ProjectReply = Versioned<Project> & { readonly environments?: readonly Environment[] };
export type EnvironmentReply = Versioned<Environment>;

export type CustomerRow = Versioned<Customer> & {
  /** The plans they are on now, largest first. */
  readonly plans: readonly {
    readonly plan: string;
    readonly name: string;
    readonly quantity: number;
    readonly to: string | null;
  }[];
  /** When the next thing that they have ends. */
  readonly endsNext: string | null;
};
export type CustomerReply = Versioned<Customer>;

export interface EntitlementsReply {
  readonly items: readonly Decision[];
  readonly revision: number;
}

/** With the seats that are taken and free now. */
export type SubscriptionItemReply = Subscription['items'][number] & {
  readonly consumed: number;
  readonly available: number;
};
export type SubscriptionReply = Versioned<Omit<Subscription, 'items'>> & {
  readonly items: readonly SubscriptionItemReply[];
};
export type GrantReply = Versioned<Grant>;
export type ActivationReply = Versioned<Activation>;

export type FeatureReply = Versioned<Feature>;

/** A feature with what consoles list about it, and the plans whose versions have it. */
export type FeatureShown = FeatureReply & {
  readonly associatedLicenceModels: readonly CatalogueEntity[];
  readonly attributes: readonly { readonly name: string; readonly value: string }[];
  readonly plans: readonly {
    readonly plan: string;
    readonly name: string;
    readonly state: Plan['state'];
    readonly versions: readonly number[];
    readonly latestVersion: number;
  }[];
};

type Editions = PlanPublication['editions'];

/** A plan with its versions, newest first, and which of them is current where. */
export type PlanReply = Versioned<Plan> & {
  readonly versions: readonly PlanVersion[];
  readonly publications: readonly {
    readonly environment: string;
    readonly version: number | null;
    readonly editions: Editions;
  }[];
};

/** A plan as it stands in one environment: a column of the matrix. */
export type PlanColumn = Plan & {
  /** Null while nothing is published here. */
  readonly current: {
    readonly version: number;
    readonly from: string;
    readonly items: readonly PlanItem[];
  } | null;
  /** What is published but has not begun. */
  readonly announced: Editions;
  readonly customers: number;
};

export type FlagReply = Versioned<Flag>;
export type FlagInEnvironment = Versioned<Flag> & FlagTargeting & { readonly revision?: number };

export type SegmentReply = Versioned<Segment> & {
  readonly members: readonly {
    readonly contextKind: string;
    readonly included: number;
    readonly excluded: number;
  }[];
};
export interface SegmentMemberReply {
  readonly contextKind: string;
  readonly contextKey: string;
  readonly included: boolean;
}

export type KeyReply = Versioned<Omit<EnvironmentKey, 'digest' | 'sealed'>> & {
  readonly revealable: boolean;
};
export type IssuedKey = KeyReply & { readonly value: string | null };
type ConnectionWithoutProof = Versioned<Omit<Connection, 'sealed' | 'digest'>>;

export type ConnectionReply = ConnectionWithoutProof & {
  /** Of an address that is itself a secret, only the beginning. */
  readonly url: string;
  /** Two while one secret replaces the other. */
  readonly liveSecrets: number;
  readonly lastReceivedAt: string | null;
  readonly health: { readonly state: 'waiting' | 'healthy' | 'blocked'; readonly detail: string };
};

/** With how to set it up over there, and what came through it lately. */
export type ConnectionShown = ConnectionReply & {
  readonly setUp: {
    readonly steps: readonly string[];
    readonly policy: string | null;
    readonly notes: readonly string[];
  };
  readonly events: readonly {
    readonly id: string;
    readonly receivedAt: string;
    readonly about: string;
    readonly status: string;
    readonly reason: string | null;
  }[];
};

/** What to give the platform. The secret is there where it signs. */
export type IssuedConnection = ConnectionWithoutProof & {
  readonly url: string | null;
  readonly secret?: string | null;
};

export type MemberReply = Versioned<Omit<Member, 'passwordHash'>>;
/** The link is for the person invited, and shown once. */
export type InvitedMember = MemberReply & { readonly signInLink: { readonly url: string } | null };
/** The product's own roles are not rows and have no version. */
export type RoleReply = Role & { readonly version: number | null };
export type TokenReply = Versioned<Omit<ApiToken, 'digest'>>;
export type IssuedToken = TokenReply & { readonly value: string | null };
export type CatalogueReply = Versioned<CatalogueEntity>;
/** `missing`: the entries without which no flag becomes a feature. */
export type CataloguePage = Listed<CatalogueReply> & { readonly missing: readonly string[] };
export type EntryReply = LedgerEntry;
