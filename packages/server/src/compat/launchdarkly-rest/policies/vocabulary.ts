/**
 * Our actions, and all the actions of LaunchDarkly's that each of them can do. Ours are sometimes wider than theirs, so
 * one of ours is allowed only to those who are allowed all of what it does, and denied where any of it is denied.
 */
interface Doing {
  readonly does: readonly string[];
  /** Where ours is asked about: some belong to a project that in LaunchDarkly belong to each of its environments. */
  readonly in?: 'project';
}

const flagWords = [
  'updateName',
  'updateDescription',
  'updateTemporary',
  'updateMaintainer',
  'updateClientSideFlagAvailability',
  'updateTags',
  'updateFlagVariations',
];
const inProject = (...does: readonly string[]): Doing => ({ does, in: 'project' });
const each = (does: string, ...ours: readonly string[]): Record<string, Doing> =>
  Object.fromEntries(ours.map((one) => [one, { does: [does] }]));
const eachInProject = (does: string, ...ours: readonly string[]): Record<string, Doing> =>
  Object.fromEntries(ours.map((one) => [one, inProject(does)]));

/** By the kind of thing that the last level of a resource names. */
export const vocabulary: Readonly<Record<string, Readonly<Record<string, Doing>>>> = {
  flag: {
    ...each('updateOn', 'flag.turn'),
    ...each('updateTargets', 'flag.target', 'flag.add-targets', 'flag.remove-targets', 'flag.clear-targets'),
    ...each(
      'updateRules',
      'flag.set-rules',
      'flag.add-rule',
      'flag.update-rule',
      'flag.remove-rule',
      'flag.reorder-rules',
      'flag.add-clauses',
      'flag.update-clause',
      'flag.remove-clauses',
      'flag.add-clause-values',
      'flag.remove-clause-values',
    ),
    ...each('updateFallthrough', 'flag.set-fallthrough'),
    ...each('updateOffVariation', 'flag.set-off-variation'),
    ...each(
      'updatePrerequisites',
      'flag.set-prerequisites',
      'flag.add-prerequisite',
      'flag.update-prerequisite',
      'flag.remove-prerequisite',
    ),
    ...each('updateExpiringTargets', 'flag.end-target'),
    ...each('copyFlagConfigTo', 'flag.copy'),
    ...eachInProject('createFlag', 'flag.create'),
    ...eachInProject('cloneFlag', 'flag.clone'),
    ...eachInProject('updateTags', 'flag.tag'),
    ...eachInProject(
      'updateFlagVariations',
      'flag.add-variation',
      'flag.update-variation',
      'flag.remove-variation',
    ),
    ...eachInProject('updateGlobalArchived', 'flag.archive'),
    ...eachInProject('updateDeprecated', 'flag.deprecate'),
    'flag.restore': inProject('updateGlobalArchived', 'updateDeprecated'),
    'flag.describe': inProject(...flagWords),
  },
  segment: {
    ...each('updateExpiringTargets', 'segment.end-member'),
    'segment.add-members': { does: ['updateIncluded', 'updateExcluded'] },
    'segment.remove-members': { does: ['updateIncluded', 'updateExcluded'] },
    ...eachInProject('createSegment', 'segment.create'),
    ...eachInProject('deleteSegment', 'segment.remove'),
    ...eachInProject('updateTags', 'segment.tag'),
    ...eachInProject(
      'updateRules',
      'segment.set-rules',
      'segment.add-rule',
      'segment.update-rule',
      'segment.remove-rule',
      'segment.reorder-rules',
      'segment.add-clauses',
      'segment.update-clause',
      'segment.remove-clauses',
      'segment.add-clause-values',
      'segment.remove-clause-values',
    ),
    'segment.describe': inProject('updateName', 'updateDescription', 'updateTags'),
  },
  env: {
    ...each('createEnvironment', 'environment.create'),
    'environment.describe': {
      does: ['updateName', 'updateColor', 'updateRequireComments', 'updateSecureMode'],
    },
  },
  proj: {
    ...each('createProject', 'project.create'),
    'project.describe': { does: ['updateProjectName', 'updateTags'] },
  },
  member: {
    ...each('createMember', 'member.invite'),
    ...each('deleteMember', 'member.remove'),
    'member.assign-roles': { does: ['updateRole', 'updateCustomRole'] },
  },
  role: {
    'role.define': {
      does: ['createRole', 'updateName', 'updateDescription', 'updatePolicy', 'updateBasePermissions'],
    },
    ...each('deleteRole', 'role.remove'),
  },
  webhook: {
    ...each('createWebhook', 'webhook.create'),
    ...each('deleteWebhook', 'webhook.remove'),
    'webhook.update': {
      does: ['updateName', 'updateUrl', 'updateSecret', 'updateStatements', 'updateOn', 'updateTags'],
    },
  },
};

/** LaunchDarkly's word for one of our actions; our own where it has none. */
export function theirAction(action: string): string {
  for (const ours of Object.values(vocabulary)) {
    const doing = ours[action];
    if (doing) return doing.does[0] ?? action;
  }
  return action;
}
