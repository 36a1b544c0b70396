import type { Asked } from './endpoint.ts';
import { notFound, notSupported } from './failure.ts';

/** What LaunchDarkly's API has and Latchkey does not, by the part of the address that names it. */
const lacking: Readonly<Record<string, string>> = {
  account: 'billing or usage of an account',
  'ai-configs': 'configurations of AI models',
  announcements: 'announcements',
  applications: 'applications that report their versions',
  'approval-requests':
    'approval requests in this form: changes that need approval are approved in the dashboard, or through /api/v1',
  'approval-requests-flag-copy':
    'approval requests in this form: changes that need approval are approved in the dashboard, or through /api/v1',
  'code-refs': 'references from code',
  'context-attributes': 'catalogue of context attributes',
  'context-instances': 'history of contexts',
  'context-kinds': 'catalogue of context kinds: any kind may be used at once',
  contexts: 'history of contexts',
  'dependent-flags': 'list of dependent flags in this form: flags name their prerequisites',
  evaluate: 'evaluation in this form: SDKs ask below /ld, and /api/v1 explains an evaluation',
  exports: 'export of lists in this form: /api/v1 gives them as CSV',
  imports: 'import of lists in this form: /api/v1 takes them as CSV',
  'expiring-user-targets': 'expiring targets of users alone: ask for expiring-targets',
  'migration-safety-issues': 'migration flags',
  destinations: 'exports of data',
  'engineering-insights': 'engineering insights',
  experiments: 'experiments',
  'experimentation-settings': 'experiments',
  'flag-defaults': 'defaults for new flags',
  'flag-links': 'links of flags',
  followers: 'followers',
  holdouts: 'experiments',
  'integration-capabilities': 'integrations in this form',
  'integration-configurations': 'integrations in this form',
  integrations: 'integrations in this form',
  layers: 'experiments',
  'metric-groups': 'metrics',
  metrics: 'metrics',
  oauth: 'OAuth clients',
  'public-ip-list': 'list of addresses: it runs on yours',
  'relay-proxy-configs': 'configurations of relay proxies',
  release: 'release pipelines',
  'release-pipelines': 'release pipelines',
  releases: 'release pipelines',
  reset: 'reset of a token that keeps its id: make another and end the old one',
  'scheduled-changes': 'scheduled changes in this form: every edit of /api/v1 takes an effectiveAt',
  teams: 'teams',
  templates: 'workflow templates',
  triggers: 'flag triggers',
  usage: 'billing or usage of an account',
  users: 'users apart from contexts',
  views: 'views',
  workflows: 'workflows',
};

/** Everything that no endpoint answers: named where LaunchDarkly knows it, and not found otherwise. */
export function missing({ params }: Asked): never {
  const parts = (params['*'] ?? '').split('/');
  const known = parts.toReversed().find((part) => Object.hasOwn(lacking, part));
  throw known === undefined
    ? notFound('There is nothing at this address.')
    : notSupported(lacking[known] ?? known);
}
