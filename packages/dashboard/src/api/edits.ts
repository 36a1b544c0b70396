import type { Edit } from './client.ts';
import type { paths } from './schema.gen.ts';

type Method = Edit['method'];
type PathsWith<M extends Method> = {
  [P in keyof paths]: paths[P] extends Record<M, { responses: unknown }> ? P : never;
}[keyof paths];
type Operation<M extends Method, P extends keyof paths> = paths[P][M];
type ParamsOf<O> = O extends { parameters: { path: infer Params } } ? Params : Record<never, never>;
type BodyOf<O> = O extends { requestBody?: { content: { 'application/json': infer Body } } } ? Body : never;
/** Without `change`, which says why and is added when the edit is sent. Distributes over alternatives. */
type WithoutChange<Body> = Body extends unknown ? Omit<Body, 'change'> : never;
/** Read-only throughout; what may be missing may be undefined, which JSON leaves out. */
type Frozen<T> = T extends readonly (infer One)[]
  ? readonly Frozen<One>[]
  : T extends object
    ? {
        readonly [K in keyof T]: Frozen<T[K]> | (Record<never, never> extends Pick<T, K> ? undefined : never);
      }
    : T;

type Deed<O> = (
  params: Frozen<ParamsOf<O>>,
  ...body: Record<never, never> extends WithoutChange<BodyOf<O>>
    ? [body?: Frozen<WithoutChange<BodyOf<O>>>, version?: number | null]
    : [body: Frozen<WithoutChange<BodyOf<O>>>, version?: number | null]
) => Edit;

/** A thing that people can do: what it takes is what the server's description of its address says. */
const deed =
  <M extends Method, P extends PathsWith<M>>(method: M, path: P): Deed<Operation<M, P>> =>
  (...said: unknown[]) => {
    const [params, body, version] = said as [object, object | undefined, number | null | undefined];
    // Only what the address names is sent: places and the like may be spread into the parameters whole.
    const named = Object.entries(params).filter(([name]) => path.includes(`{${name}}`));
    return {
      method,
      path,
      params: Object.fromEntries(named.map(([name, value]) => [name, String(value)])),
      body: body ?? {},
      version: version ?? null,
    };
  };

const project = '/api/v1/projects/{project}';
const environment = `${project}/environments/{environment}` as const;

export const addCustomer = deed('post', `${environment}/customers`);
export const describeCustomer = deed('patch', `${environment}/customers/{customer}`);
export const putOnPlan = deed('post', `${environment}/customers/{customer}/subscriptions`);
export const editSubscription = deed('patch', `${environment}/subscriptions/{eId}`);
export const giveGrant = deed('post', `${environment}/customers/{customer}/grants`);
export const revokeGrant = deed('delete', `${environment}/grants/{id}`);
export const startProgramme = deed('post', `${environment}/customers/{customer}/programmes`);
export const extendProgramme = deed('post', `${environment}/programmes/{id}/extend`);
export const addProgrammeSeats = deed('post', `${environment}/programmes/{id}/add-seats`);
export const convertProgramme = deed('post', `${environment}/programmes/{id}/convert`);
export const cancelProgramme = deed('post', `${environment}/programmes/{id}/cancel`);
export const placeHold = deed('post', `${environment}/customers/{customer}/holds`);
export const liftHold = deed('post', `${environment}/holds/{id}/lift`);
export const activateSeat = deed('post', `${environment}/subscriptions/{eId}/activations`);
export const revokeSeat = deed('post', `${environment}/activations/{aId}/revoke`);

export const createFeature = deed('post', `${project}/features`);
export const describeFeature = deed('patch', `${project}/features/{feature}`);
export const createPlan = deed('post', `${project}/plans`);
export const draftVersion = deed('post', `${project}/plans/{plan}/versions`);
export const publishPlan = deed('post', `${environment}/plans/{plan}/publish`);
export const renameEntity = deed('patch', `${project}/catalogue/{id}`);
export const restoreCatalogue = deed('post', `${project}/catalogue/restore`);

export const createFlag = deed('post', `${project}/flags`);
export const describeFlag = deed('patch', `${project}/flags/{flag}`);
export const retargetFlag = deed('patch', `${environment}/flags/{flag}`);
/** Named operations that have no address of their own, as one change. */
export const changeProject = deed('post', `${project}/changes`);
export const cloneFlag = deed('post', `${project}/flags/{flag}/clone`);
export const copyFlag = deed('post', `${environment}/flags/{flag}/copy`);
export const describeSegment = deed('patch', `${project}/segments/{segment}`);
export const createSegment = deed('post', `${project}/segments`);
export const startImport = deed('post', `${environment}/segments/{segment}/imports`);
export const cancelImport = deed('post', `${environment}/segments/{segment}/imports/{import}/cancel`);
export const listMembers = deed('patch', `${environment}/segments/{segment}/members`);

export const issueLicence = deed('post', `${environment}/customers/{customer}/licences`);
export const revokeLicence = deed('post', `${environment}/licences/{licence}/revoke`);
export const createKey = deed('post', `${environment}/keys`);
export const revealKey = deed('post', `${environment}/keys/{id}/reveal`);
export const revokeKey = deed('delete', `${environment}/keys/{id}`);
export const connect = deed('post', `${project}/connections`);
export const revealSecret = deed('post', `${project}/connections/{id}/reveal`);
export const rotateSecret = deed('post', `${project}/connections/{id}/rotate`);
export const disconnect = deed('delete', `${project}/connections/{id}`);

export const inviteMember = deed('post', '/api/v1/members');
export const changeMember = deed('patch', '/api/v1/members/{id}');
export const removeMember = deed('delete', '/api/v1/members/{id}');
export const newSignInLink = deed('post', '/api/v1/members/{id}/sign-in-link');
export const createToken = deed('post', '/api/v1/tokens');
export const revokeToken = deed('delete', '/api/v1/tokens/{id}');

export const createGuardrail = deed('post', `${project}/guardrails`);
export const removeGuardrail = deed('delete', `${project}/guardrails/{guardrail}`);

export const createWebhook = deed('post', '/api/v1/webhooks');
export const editWebhook = deed('patch', '/api/v1/webhooks/{webhook}');
export const removeWebhook = deed('delete', '/api/v1/webhooks/{webhook}');

export const describeProject = deed('patch', project);
export const createEnvironment = deed('post', `${project}/environments`);
export const describeEnvironment = deed('patch', environment);
