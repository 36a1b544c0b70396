/**
 * Every refusal of the product. Codes are stable, never reused, and are the vocabulary of the product; the document on
 * the wire is RFC 9457. The pages at `/problems/<code>` are made from this table.
 */
export const problems = {
  invalid_request: { status: 400, title: 'The request is not well formed' },
  invalid_json: { status: 400, title: 'The body is not JSON' },
  too_deep: { status: 400, title: 'The body is nested too deeply' },
  unsafe_text: { status: 400, title: 'A text contains characters that cannot be kept' },
  unsafe_key: { status: 400, title: 'A field has a name that is not allowed' },
  invalid_cursor: { status: 400, title: 'The cursor is not one of ours' },
  comment_required: { status: 400, title: 'A comment is required' },
  unauthenticated: { status: 401, title: 'Sign in, or send a valid credential' },
  invalid_signature: { status: 401, title: 'The signature does not match' },
  sign_in_failed: { status: 401, title: 'E-mail address or password is wrong' },
  sign_in_link_used: { status: 401, title: 'This sign-in link was used or has expired' },
  forbidden: { status: 403, title: 'Your role does not allow this' },
  wrong_origin: { status: 403, title: 'The request comes from another site' },
  wrong_key_kind: { status: 403, title: 'This kind of key is not for this address' },
  not_found: { status: 404, title: 'There is nothing here' },
  method_not_allowed: { status: 405, title: 'This address does not take that method' },
  unsupported_media_type: { status: 415, title: 'The body must be JSON' },
  request_too_large: { status: 413, title: 'The body is too large' },
  key_taken: { status: 409, title: 'This key is already in use' },
  conflict: { status: 409, title: 'Somebody else changed this at the same time' },
  identifier_taken: { status: 409, title: 'This identifier belongs to another customer' },
  identifier_ambiguous: { status: 409, title: 'The identifier fits several customers' },
  version_mismatch: { status: 412, title: 'It was changed since you read it' },
  idempotency_mismatch: { status: 422, title: 'The idempotency key was used for a different request' },
  idempotency_in_progress: { status: 409, title: 'A request with this idempotency key is still running' },
  too_many_requests: { status: 429, title: 'Too many attempts; wait a little' },
  internal: { status: 500, title: 'Something went wrong here' },
  unavailable: { status: 503, title: 'The service cannot answer at the moment' },

  project_unknown: { status: 404, title: 'There is no such project' },
  environment_unknown: { status: 404, title: 'There is no such environment' },
  flag_unknown: { status: 404, title: 'There is no such flag' },
  flag_archived: { status: 409, title: 'The flag is archived' },
  flag_in_use: { status: 409, title: 'Other flags or features rely on this flag' },
  variation_in_use: { status: 409, title: 'The variation is in use' },
  rule_unknown: { status: 404, title: 'There is no such rule' },
  clause_unknown: { status: 404, title: 'The rule has no such clause' },
  clause_invalid: { status: 400, title: 'A clause cannot be matched' },
  targeted_already: { status: 409, title: 'The context is targeted already' },
  not_targeted: { status: 409, title: 'The context is not targeted' },
  guarded_answers_yes: { status: 400, title: 'A flag that guards a feature must answer no when it is off' },
  variation_unknown: { status: 400, title: 'The flag has no such variation' },
  variation_kind: { status: 400, title: 'A variation has the wrong kind of value' },
  prerequisite_cycle: { status: 400, title: 'A flag cannot depend on itself' },
  segment_in_use: { status: 409, title: 'The segment is in use' },
  segment_cycle: { status: 400, title: 'A segment cannot lead to itself' },
  member_not_listed: { status: 409, title: 'The context is not listed in the segment' },
  import_unknown: { status: 404, title: 'There is no such import' },
  import_over: { status: 409, title: 'The import is over' },
  segment_unknown: { status: 404, title: 'There is no such segment' },
  feature_unknown: { status: 404, title: 'There is no such feature' },
  feature_retired: { status: 409, title: 'The feature is retired' },
  feature_in_use: { status: 409, title: 'The feature is in use' },
  feature_kind_fixed: { status: 409, title: 'The kind of a granted feature cannot change' },
  feature_cycle: { status: 400, title: 'A feature cannot require itself' },
  feature_exclusive: { status: 409, title: 'The feature belongs to one customer only' },
  feature_default_products_only: {
    status: 409,
    title: 'Features born of a flag go into Default products only',
  },
  effect_not_for_kind: { status: 400, title: 'This effect does not fit the kind of feature' },
  value_not_for_kind: { status: 400, title: 'This value does not fit the kind of feature' },
  plan_unknown: { status: 404, title: 'There is no such plan' },
  plan_retired: { status: 409, title: 'The plan is retired' },
  plan_version_unknown: { status: 404, title: 'The plan has no such version' },
  plan_not_published: { status: 409, title: 'The plan is not published in this environment' },
  plan_cycle: { status: 400, title: 'A plan cannot build on itself' },
  customer_unknown: { status: 404, title: 'There is no such customer' },
  customer_archived: { status: 409, title: 'The customer is archived' },
  customer_required: { status: 400, title: 'An active subscription needs a customer' },
  customer_cycle: { status: 400, title: 'A customer cannot be its own parent' },
  customer_too_deep: { status: 400, title: 'Customers nest at most five levels deep' },
  subscription_unknown: { status: 404, title: 'There is no such subscription' },
  subscription_closed: { status: 409, title: 'The subscription is closed for good' },
  subscription_not_active: { status: 409, title: 'The subscription is not active' },
  subscription_item_unknown: { status: 404, title: 'The subscription has no such item' },
  items_overlap: { status: 409, title: 'Two items of one plan overlap' },
  quantity_below_consumed: { status: 409, title: 'More seats are in use than that' },
  interval_empty: { status: 400, title: 'The end must be after the start' },
  end_in_past: { status: 400, title: 'The end is already over' },
  grant_unknown: { status: 404, title: 'There is no such grant' },
  grant_over: { status: 409, title: 'The grant is over' },
  grant_derived: { status: 409, title: 'The grant comes from a plan and changes with it' },
  reason_required: { status: 400, title: 'A reason is required' },
  activation_unknown: { status: 404, title: 'There is no such activation' },
  activation_over: { status: 409, title: 'The activation is over' },
  seat_limit_reached: { status: 409, title: 'All seats are taken' },
  seat_taken: { status: 409, title: 'This user or device has a seat already' },
  connection_unknown: { status: 404, title: 'There is no such connection' },
  connection_without_secret: { status: 401, title: 'The connection has no secret' },
  key_unknown: { status: 404, title: 'There is no such key' },
  too_many_keys: { status: 409, title: 'Two live keys of a kind are enough' },
  member_unknown: { status: 404, title: 'There is no such member' },
  member_exists: { status: 409, title: 'There is a member with this e-mail address' },
  last_administrator: { status: 409, title: 'The last administrator must stay' },
  role_unknown: { status: 404, title: 'There is no such role' },
  role_in_use: { status: 409, title: 'Members still have this role' },
  role_built_in: { status: 409, title: 'Built-in roles cannot be changed' },
  token_unknown: { status: 404, title: 'There is no such token' },
  catalogue_entity_unknown: { status: 404, title: 'There is no such catalogue entry' },
  catalogue_entity_taken: { status: 409, title: 'There is such a catalogue entry already' },
  change_unknown: { status: 404, title: 'There is no such change' },
  too_many_operations: { status: 400, title: 'The change has too many operations' },
  operation_unknown: { status: 400, title: 'There is no such operation' },
} as const satisfies Record<string, { readonly status: number; readonly title: string }>;

export type ProblemCode = keyof typeof problems;

/** Values that we computed and that go with a refusal by name. Never what the caller sent, unless bounded before. */
export type Facts = { readonly [name: string]: unknown };

/** A no that the caller can act on, as a value. `field` is a JSON pointer into the request when one field is to blame. */
export interface Refusal {
  readonly refused: ProblemCode;
  readonly detail: string;
  readonly facts: Facts;
}

export const refuse = (refused: ProblemCode, detail: string, facts: Facts = {}): Refusal => ({
  refused,
  detail,
  facts,
});

export const isRefusal = (answer: unknown): answer is Refusal =>
  typeof answer === 'object' && answer !== null && 'refused' in answer;
