import type { EntryReply } from '../../api/replies.ts';

/** What an operation did, in the past tense; the object follows. Operations without words here are shown by their kind. */
const deeds: Readonly<Record<string, string>> = {
  'project.create': 'created the project',
  'project.describe': 'edited the project',
  'environment.create': 'created the environment',
  'environment.describe': 'edited the environment',
  'catalogue.add': 'added a catalogue entry',
  'catalogue.rename': 'renamed a catalogue entry',
  'catalogue.remove': 'removed a catalogue entry',
  'catalogue.restore': 'restored the catalogue',
  'flag.create': 'created the flag',
  'flag.describe': 'edited the flag',
  'flag.target': 'changed who is targeted by',
  'flag.set-rules': 'changed the rules of',
  'flag.set-fallthrough': 'changed what everybody else gets from',
  'flag.set-off-variation': 'changed the off variation of',
  'flag.set-salt': 'changed who is in the rollouts of',
  'flag.set-prerequisites': 'changed the prerequisites of',
  'flag.add-rule': 'added a rule to',
  'flag.update-rule': 'changed a rule of',
  'flag.remove-rule': 'removed a rule of',
  'flag.reorder-rules': 'reordered the rules of',
  'flag.add-clauses': 'added conditions to a rule of',
  'flag.update-clause': 'changed a condition of',
  'flag.remove-clauses': 'removed conditions of',
  'flag.add-clause-values': 'added values to a condition of',
  'flag.remove-clause-values': 'removed values from a condition of',
  'flag.add-targets': 'named somebody for',
  'flag.remove-targets': 'no longer named somebody for',
  'flag.strike-targets': 'no longer named somebody for',
  'flag.clear-targets': 'no longer named anybody for',
  'flag.end-target': 'set an end for somebody named for',
  'flag.add-prerequisite': 'added a prerequisite to',
  'flag.update-prerequisite': 'changed a prerequisite of',
  'flag.remove-prerequisite': 'removed a prerequisite of',
  'flag.add-variation': 'added a variation to',
  'flag.update-variation': 'changed a variation of',
  'flag.remove-variation': 'removed a variation of',
  'flag.tag': 'changed the tags of',
  'flag.copy': 'copied from another environment the flag',
  'flag.clone': 'cloned the flag as',
  'flag.deprecate': 'deprecated the flag',
  'flag.archive': 'archived the flag',
  'flag.restore': 'restored the flag',
  'licence.issue': 'issued a licence to',
  'licence.revoke': 'revoked a licence of',
  'licence.rotate-key': 'made a new key for licences',
  'licence.withdraw-key': 'withdrew a key for licences',
  'segment.create': 'created the segment',
  'segment.describe': 'edited the segment',
  'segment.set-rules': 'changed the rules of the segment',
  'segment.add-members': 'added to the segment',
  'segment.remove-members': 'removed from the segment',
  'segment.strike-members': 'ended in the segment',
  'segment.end-member': 'set an end in the segment',
  'segment.add-rule': 'added a rule to the segment',
  'segment.update-rule': 'changed a rule of the segment',
  'segment.remove-rule': 'removed a rule of the segment',
  'segment.reorder-rules': 'reordered the rules of the segment',
  'segment.add-clauses': 'added conditions to a rule of the segment',
  'segment.update-clause': 'changed a condition of the segment',
  'segment.remove-clauses': 'removed conditions of the segment',
  'segment.add-clause-values': 'added values to a condition of the segment',
  'segment.remove-clause-values': 'removed values from a condition of the segment',
  'segment.tag': 'changed the tags of the segment',
  'segment.remove': 'removed the segment',
  'segment.import': 'began to take in a list for the segment',
  'segment.import-part': 'took in part of a list for the segment',
  'segment.cancel-import': 'stopped a list for the segment',
  'feature.create': 'created the feature',
  'feature.describe': 'edited the feature',
  'feature.guard': 'put a flag before the feature',
  'feature.require': 'changed what is required by',
  'feature.advance': 'moved on the feature',
  'feature.retire': 'retired the feature',
  'plan.create': 'created the plan',
  'plan.describe': 'edited the plan',
  'plan.draft-version': 'drafted a version of',
  'plan.publish': 'published the plan',
  'plan.retire': 'retired the plan',
  'customer.create': 'added the customer',
  'customer.describe': 'edited the customer',
  'customer.identify': 'changed the identifiers of',
  'customer.move': 'moved the customer',
  'customer.suspend': 'suspended the customer',
  'customer.resume': 'resumed the customer',
  'customer.archive': 'archived the customer',
  'subscription.create': 'put the customer on a plan',
  'subscription.change-quantity': 'changed the seats',
  'subscription.suspend': 'suspended the subscription',
  'subscription.resume': 'resumed the subscription',
  'subscription.split': 'split the subscription',
  'subscription.close': 'closed the subscription',
  'grant.create': 'gave a grant of',
  'grant.supersede': 'changed a grant of',
  'grant.revoke': 'revoked a grant of',
  'programme.start': 'started a trial or POC for',
  'programme.start-again': 'allowed another trial or POC for',
  'programme.extend': 'extended the trial or POC of',
  'programme.add-seats': 'added seats to the trial or POC of',
  'programme.convert': 'turned into a purchase the trial or POC of',
  'programme.cancel': 'cancelled the trial or POC of',
  'programme.record-outcome': 'recorded what came of the trial or POC of',
  'programme.set-goals': 'set the goals of the trial or POC of',
  'programme.end': 'ended the trial or POC of',
  'hold.place': 'put on hold',
  'hold.lift': 'lifted a hold of',
  'activation.activate': 'activated a seat for',
  'activation.renew': 'renewed the seat of',
  'activation.rehost': 'moved a seat to',
  'activation.revoke': 'took back the seat of',
  'key.create': 'created a key',
  'key.reveal': 'looked at a key',
  'key.revoke': 'revoked a key',
  'connection.connect': 'connected',
  'connection.rotate-secret': 'changed the secret of',
  'connection.disconnect': 'disconnected',
  'connection.receive-flag': 'told of the flag',
  'member.invite': 'invited',
  'member.accept': 'joined',
  'member.assign-roles': 'changed the roles of',
  'member.remove': 'removed',
  'role.define': 'defined the role',
  'role.remove': 'removed the role',
  'token.create': 'created a token',
  'token.revoke': 'revoked a token',
  'guardrail.create': 'set the guardrail',
  'guardrail.update': 'changed the guardrail',
  'guardrail.remove': 'lifted the guardrail',
  'webhook.create': 'added a webhook',
  'webhook.update': 'changed the webhook',
  'webhook.remove': 'removed the webhook',
  'change.request': 'asked for approval of a change',
  'change.schedule': 'planned a change',
  'change.approve': 'approved a change',
  'change.reject': 'rejected a change',
  'change.cancel': 'took back a change',
  'change.apply': 'had the change made',
  'change.move-on': 'sent back a change that would now do something else',
  'change.fail': 'could not make a change',
};

export function deedInWords({ action, after }: Pick<EntryReply, 'action' | 'after'>): string {
  if (action === 'flag.turn') return isOn(after) ? 'turned on the flag' : 'turned off the flag';
  return deeds[action] ?? `did “${action.replace('.', ' ').replaceAll('-', ' ')}”`;
}

const isOn = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && 'on' in body && body.on === true;

/** What somebody would call the thing that changed: a feature or plan by key, a grant by its feature, a seat by its user. */
export function objectInWords(
  { resourceKind, resourceId, feature, after, before }: EntryReply,
  nameOfFeature: (key: string) => string = (key) => key,
): string {
  if (resourceKind === 'grant') return feature === null ? '' : nameOfFeature(feature);
  if (resourceKind === 'segment_member') return memberInWords(resourceId);
  if (resourceKind === 'segment_import') return textField(after ?? before, 'segment') ?? '';
  if (resourceKind === 'activation') return subjectOf(after ?? before) ?? '';
  if (namedByCustomer.has(resourceKind)) return textField(after ?? before, 'customer') ?? '';
  if (resourceKind === 'subscription' || quiet.has(resourceKind)) return nameOf(after ?? before) ?? '';
  return nameOf(after ?? before) ?? resourceId;
}

/** `beta/customer/acme` is the customer acme of the segment beta. */
function memberInWords(id: string): string {
  const [segment = '', kind = '', ...key] = id.split('/');
  return `${segment}: ${kind} ${key.join('/')}`;
}

/** Kinds whose id says nothing to people. */
const quiet: ReadonlySet<string> = new Set([
  'environment_key',
  'licence_key',
  'connection',
  'webhook',
  'member',
  'api_token',
  'flag_link',
  'change',
]);

/** Things whose own id tells people nothing. */
const namedByCustomer: ReadonlySet<string> = new Set(['licence', 'programme', 'hold']);

const nameOf = (body: unknown): string | null => textField(body, 'name');

const subjectOf = (body: unknown): string | null =>
  typeof body === 'object' && body !== null && 'subject' in body ? textField(body.subject, 'key') : null;

function textField(body: unknown, field: string): string | null {
  if (typeof body !== 'object' || body === null || !(field in body)) return null;
  const value: unknown = body[field as keyof typeof body];
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Kinds of actor that are not people say what they are. */
export const actorInWords = ({ kind, name }: EntryReply['actor']): string =>
  kind === 'member' || kind === 'system' ? name : `${name} (${kind})`;
