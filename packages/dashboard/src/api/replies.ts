import type { paths } from './schema.gen.ts';

/** What the management API answers, by the names that pages use. The shapes are the generated ones. */

type Asked<P extends keyof paths> = paths[P] extends {
  get: { responses: { 200: { content: { 'application/json': infer Answer } } } };
}
  ? Answer
  : never;
type Row<P extends keyof paths> = Asked<P> extends { items: (infer One)[] } ? One : never;
type Done<P extends keyof paths, Status extends number = 201> = paths[P] extends {
  post: { responses: infer All };
}
  ? All extends { [S in Status]: { content: { 'application/json': infer Answer } } }
    ? Exclude<Answer, { status: 'previewed' }>
    : never
  : never;

type InProject<Rest extends string> = `/api/v1/projects/{project}${Rest}`;
type InEnvironment<Rest extends string> = InProject<`/environments/{environment}${Rest}`>;

/** Where one is working: a project's environment. */
export interface Place {
  readonly project: string;
  readonly environment: string;
}

export type Me = Asked<'/api/v1/me'>;
export type ProjectReply = Row<'/api/v1/projects'>;
export type EnvironmentReply = Row<InProject<'/environments'>>;

export type CustomerRow = Row<InEnvironment<'/customers'>>;
export type CustomerReply = Asked<InEnvironment<'/customers/{customer}'>>;
export type SubscriptionReply = Row<InEnvironment<'/customers/{customer}/subscriptions'>>;
export type SubscriptionItemReply = SubscriptionReply['items'][number];
export type GrantReply = Row<InEnvironment<'/customers/{customer}/grants'>>;
export type ActivationReply = Row<InEnvironment<'/subscriptions/{eId}/activations'>>;
export type EntryReply = Row<InEnvironment<'/ledger'>>;

export type FeatureReply = Row<InProject<'/features'>>;
export type FeatureShown = Asked<InProject<'/features/{feature}'>>;
/** A plan as it stands in one environment: a column of the matrix. */
export type PlanColumn = Row<InEnvironment<'/plans'>>;
export type PlanReply = Asked<InProject<'/plans/{plan}'>>;
export type CatalogueReply = Row<InProject<'/catalogue'>>;

export type FlagInEnvironment = Asked<InEnvironment<'/flags/{flag}'>>;
/** A flag in the list: with when it was last asked for here. */
export type FlagRow = Row<InEnvironment<'/flags'>>;
export type SegmentReply = Asked<InEnvironment<'/segments/{segment}'>>;
export type UploadReply = Asked<InEnvironment<'/segments/{segment}/uploads/{upload}'>>;
export type ImportReply = Row<InEnvironment<'/segments/{segment}/imports'>>;
export type SegmentMemberReply = Row<InEnvironment<'/segments/{segment}/members'>>;

export type KeyReply = Row<InEnvironment<'/keys'>>;
export type IssuedKey = Done<InEnvironment<'/keys'>>;
export type ConnectionReply = Row<InProject<'/connections'>>;
export type IssuedConnection = Done<InProject<'/connections'>>;

export type MemberReply = Row<'/api/v1/members'>;
export type InvitedMember = Done<'/api/v1/members'>;
export type RoleReply = Row<'/api/v1/roles'>;
export type TokenReply = Row<'/api/v1/tokens'>;
export type IssuedToken = Done<'/api/v1/tokens'>;

type Told<P extends keyof paths> = paths[P] extends {
  post: { responses: { 200: { content: { 'application/json': infer Answer } } } };
}
  ? Answer
  : never;
/** A flag's answer with every step that led to it. */
export type FlagAnswer = Told<InEnvironment<'/flags/{flag}/evaluate'>>;
