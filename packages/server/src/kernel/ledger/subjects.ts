import type { Place, ResourceKind, Resources } from '@latchkey/model';

/** What a resource is about, for the ledger's filters: the customer and the feature that people would search by. */
interface Subjects {
  readonly customer: string | null;
  readonly feature: string | null;
}

const nothing: Subjects = { customer: null, feature: null };
const aboutCustomer = (customer: string | null): Subjects => ({ customer, feature: null });
const aboutFeature = (feature: string | null): Subjects => ({ customer: null, feature });

const subjects: { readonly [K in ResourceKind]: (resource: Resources[K]) => Subjects } = {
  project: () => nothing,
  environment: () => nothing,
  flag: () => nothing,
  flag_targeting: () => nothing,
  segment: () => nothing,
  segment_member: ({ contextKind, contextKey }) =>
    contextKind === 'customer' ? aboutCustomer(contextKey) : nothing,
  segment_import: () => nothing,
  feature: ({ key }) => aboutFeature(key),
  catalogue_entity: () => nothing,
  plan: () => nothing,
  plan_version: () => nothing,
  plan_publication: () => nothing,
  customer: ({ key }) => aboutCustomer(key),
  subscription: ({ customer }) => aboutCustomer(customer),
  grant: ({ subject, feature }) => ({ customer: subject.kind === 'customer' ? subject.key : null, feature }),
  activation: ({ customer }) => aboutCustomer(customer),
  programme: ({ customer }) => aboutCustomer(customer),
  hold: ({ customer }) => aboutCustomer(customer),
  licence: ({ customer }) => aboutCustomer(customer),
  licence_key: () => nothing,
  environment_key: () => nothing,
  connection: () => nothing,
  flag_link: ({ feature }) => aboutFeature(feature),
  member: () => nothing,
  role: () => nothing,
  api_token: () => nothing,
  webhook: () => nothing,
  usage_anchor: () => nothing,
  guardrail: () => nothing,
  change: ({ customer }) => aboutCustomer(customer),
};

export const subjectsOf = <K extends ResourceKind>(kind: K, resource: Resources[K]): Subjects =>
  subjects[kind](resource);

/**
 * A thing as policies and the ledger write it: `proj/demo:env/production:customer/acme`. Projects and environments are
 * levels of the path themselves: `proj/demo`, `proj/demo:env/production`.
 */
export function resourcePath({ project, environment }: Place, resource: string): string {
  const slash = resource.indexOf('/');
  const [noun, id] = [resource.slice(0, slash), resource.slice(slash + 1)];
  if (noun === 'project') return `proj/${id}`;
  if (noun === 'environment') return `proj/${project}:env/${id}`;
  return `${project && `proj/${project}:`}${environment && `env/${environment}:`}${resource}`;
}
