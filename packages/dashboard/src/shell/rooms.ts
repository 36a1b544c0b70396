import {
  IconAddressBook,
  IconChecklist,
  IconFlag,
  IconFlask,
  IconGauge,
  IconHistory,
  IconHome2,
  IconHourglass,
  IconKey,
  IconLeaf,
  IconPackages,
  IconPlugConnected,
  IconSettings,
  IconShieldCheck,
  IconSparkles,
  IconUserShield,
  IconUsersGroup,
  IconWebhook,
} from '@tabler/icons-react';

/** The rooms of the house, in the order of the navigation. The palette offers the same ones. */
export const rooms = [
  {
    title: null,
    rooms: [
      { to: '/$project/$environment', name: 'Home', icon: IconHome2, about: 'overview start' },
      {
        to: '/$project/$environment/customers',
        name: 'Customers',
        icon: IconAddressBook,
        about: 'accounts companies subscriptions grants seats',
      },
      {
        to: '/$project/$environment/programmes',
        name: 'Trials and POCs',
        icon: IconHourglass,
        about: 'programmes trial poc evaluation pilot extend convert ends soon',
      },
      {
        to: '/$project/$environment/usage',
        name: 'Near the limit',
        icon: IconGauge,
        about: 'usage use meters quota thresholds limit reached overage',
      },
    ],
  },
  {
    title: 'Catalogue',
    rooms: [
      {
        to: '/$project/$environment/features',
        name: 'Features',
        icon: IconSparkles,
        about: 'capabilities sold limits',
      },
      {
        to: '/$project/$environment/plans',
        name: 'Plans',
        icon: IconPackages,
        about: 'packages products tiers add-ons matrix',
      },
    ],
  },
  {
    title: 'Delivery',
    rooms: [
      {
        to: '/$project/$environment/flags',
        name: 'Flags',
        icon: IconFlag,
        about: 'toggles switches kill switch targeting rollout',
      },
      {
        to: '/$project/$environment/segments',
        name: 'Segments',
        icon: IconUsersGroup,
        about: 'audiences lists',
      },
      {
        to: '/$project/$environment/playground',
        name: 'Playground',
        icon: IconFlask,
        about: 'try evaluate why explain test a flag for a customer or context',
      },
      {
        to: '/$project/$environment/clean-up',
        name: 'Clean up',
        icon: IconLeaf,
        about: 'stale flags unused technical debt archive rolled out',
      },
    ],
  },
  {
    title: 'Records',
    rooms: [
      {
        to: '/$project/$environment/changes',
        name: 'Changes',
        icon: IconChecklist,
        about: 'approvals approve requests waiting scheduled pending review cancel',
      },
      {
        to: '/$project/$environment/ledger',
        name: 'Ledger',
        icon: IconHistory,
        about: 'audit log history who changed what',
      },
    ],
  },
  {
    title: 'Set-up',
    rooms: [
      {
        to: '/$project/$environment/guardrails',
        name: 'Guardrails',
        icon: IconShieldCheck,
        about: 'limits approvals policy rules delegation',
      },
      {
        to: '/$project/$environment/connections',
        name: 'Connections',
        icon: IconPlugConnected,
        about: 'launchdarkly split integrations',
      },
      {
        to: '/$project/$environment/webhooks',
        name: 'Webhooks',
        icon: IconWebhook,
        about: 'outbound notifications tell other systems deliveries',
      },
      {
        to: '/$project/$environment/keys',
        name: 'Keys and endpoints',
        icon: IconKey,
        about: 'sdk api key client application console entitled features',
      },
      {
        to: '/$project/$environment/members',
        name: 'Members and roles',
        icon: IconUserShield,
        about: 'people team permissions invite tokens',
      },
      {
        to: '/$project/$environment/settings',
        name: 'Settings',
        icon: IconSettings,
        about:
          'project environment name colour default plan secure mode protected comment add an environment',
      },
    ],
  },
] as const;
