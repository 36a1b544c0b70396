import type { ApiToken, Connection, EnvironmentKey, FlagLink, Member, Role } from './access.ts';
import type { Activation } from './activation.ts';
import type { Customer } from './customer.ts';
import type { CatalogueEntity, Feature } from './feature.ts';
import type { Flag, FlagTargeting, Segment, SegmentImport, SegmentMember } from './flag.ts';
import type { Grant } from './grant.ts';
import type { Guardrail } from './guardrail.ts';
import type { Hold } from './hold.ts';
import type { Licence, LicenceKey } from './licence.ts';
import type { Plan, PlanPublication, PlanVersion } from './plan.ts';
import type { Programme } from './programme.ts';
import type { Environment, Project } from './project.ts';
import type { StoredChange } from './stored-change.ts';
import type { Subscription } from './subscription.ts';
import type { UsageAnchor } from './usage-anchor.ts';
import type { Webhook } from './webhook.ts';

/** Everything that a Change can create, alter or remove. A new kind breaks the build wherever it must be named. */
export interface Resources {
  readonly project: Project;
  readonly environment: Environment;
  readonly flag: Flag;
  readonly flag_targeting: FlagTargeting;
  readonly segment: Segment;
  readonly segment_member: SegmentMember;
  readonly segment_import: SegmentImport;
  readonly feature: Feature;
  readonly catalogue_entity: CatalogueEntity;
  readonly plan: Plan;
  readonly plan_version: PlanVersion;
  readonly plan_publication: PlanPublication;
  readonly customer: Customer;
  readonly subscription: Subscription;
  readonly grant: Grant;
  readonly activation: Activation;
  readonly programme: Programme;
  readonly hold: Hold;
  readonly licence: Licence;
  readonly licence_key: LicenceKey;
  readonly environment_key: EnvironmentKey;
  readonly connection: Connection;
  readonly flag_link: FlagLink;
  readonly member: Member;
  readonly role: Role;
  readonly api_token: ApiToken;
  readonly guardrail: Guardrail;
  readonly change: StoredChange;
  readonly webhook: Webhook;
  readonly usage_anchor: UsageAnchor;
}
export type ResourceKind = keyof Resources;

export type Scope = 'instance' | 'project' | 'environment';

/** Where each kind lives: shared by the installation, by a project's environments, or in one environment. */
export const scopeOf = {
  project: 'project',
  environment: 'environment',
  flag: 'project',
  flag_targeting: 'environment',
  segment: 'project',
  segment_member: 'environment',
  segment_import: 'environment',
  feature: 'project',
  catalogue_entity: 'project',
  plan: 'project',
  plan_version: 'project',
  plan_publication: 'environment',
  customer: 'environment',
  subscription: 'environment',
  grant: 'environment',
  activation: 'environment',
  programme: 'environment',
  hold: 'environment',
  licence: 'environment',
  licence_key: 'environment',
  environment_key: 'environment',
  connection: 'project',
  flag_link: 'project',
  member: 'instance',
  role: 'instance',
  api_token: 'instance',
  webhook: 'instance',
  usage_anchor: 'environment',
  guardrail: 'project',
  // Where it was made, be that an environment, a project or the installation: its place is taken as it is.
  change: 'environment',
} as const satisfies Record<ResourceKind, Scope>;

/** The id of each kind within its scope. */
export const idOf: { readonly [K in ResourceKind]: (resource: Resources[K]) => string } = {
  project: ({ key }) => key,
  environment: ({ key }) => key,
  flag: ({ key }) => key,
  flag_targeting: ({ flag }) => flag,
  segment: ({ key }) => key,
  segment_member: ({ segment, contextKind, contextKey }) => `${segment}/${contextKind}/${contextKey}`,
  segment_import: ({ id }) => id,
  feature: ({ key }) => key,
  catalogue_entity: ({ id }) => id,
  plan: ({ key }) => key,
  plan_version: ({ plan, version }) => planVersionId(plan, version),
  plan_publication: ({ plan }) => plan,
  customer: ({ key }) => key,
  subscription: ({ eId }) => eId,
  grant: ({ id }) => id,
  activation: ({ aId }) => aId,
  programme: ({ id }) => id,
  hold: ({ id }) => id,
  licence: ({ id }) => id,
  licence_key: ({ id }) => id,
  environment_key: ({ id }) => id,
  connection: ({ id }) => id,
  flag_link: ({ id }) => id,
  member: ({ id }) => id,
  role: ({ key }) => key,
  api_token: ({ id }) => id,
  webhook: ({ id }) => id,
  usage_anchor: ({ id }) => id,
  guardrail: ({ key }) => key,
  change: ({ id }) => id,
};

export const planVersionId = (plan: string, version: number): string => `${plan}@${version}`;

/** Where something happens; empty strings stand for "not in any". */
export interface Place {
  readonly project: string;
  readonly environment: string;
}

/** One resource before and after. The only currency of the change pipeline; `null` is "not there". */
export interface Mutation<K extends ResourceKind = ResourceKind> {
  readonly resource: K;
  readonly place: Place;
  readonly id: string;
  readonly before: Resources[K] | null;
  readonly after: Resources[K] | null;
}
export type AnyMutation = { readonly [K in ResourceKind]: Mutation<K> }[ResourceKind];
