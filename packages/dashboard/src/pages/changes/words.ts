import type { ChangeShown } from '../../api/change-queries.ts';
import { joined } from '../../ui/impact-words.ts';
import type { Tone } from '../../ui/tone.ts';

type Status = ChangeShown['status'];

export const statusWords: { readonly [S in Status]: { readonly word: string; readonly tone: Tone } } = {
  pending: { word: 'Waits for approval', tone: 'warn' },
  approved: { word: 'Approved', tone: 'good' },
  scheduled: { word: 'Scheduled', tone: 'info' },
  applied: { word: 'Done', tone: 'good' },
  rejected: { word: 'Rejected', tone: 'bad' },
  failed: { word: 'Failed', tone: 'bad' },
  cancelled: { word: 'Taken back', tone: 'neutral' },
};

/** What operations do, before they are done; the object follows. */
const wishes: Readonly<Record<string, string>> = {
  'subscription.create': 'put on a plan',
  'subscription.change-quantity': 'change the seats of',
  'subscription.edit': 'change the subscription of',
  'subscription.activate': 'activate the subscription of',
  'grant.create': 'give a grant to',
  'grant.supersede': 'change a grant of',
  'grant.revoke': 'revoke a grant of',
  'customer.create': 'add',
  'customer.describe': 'edit',
  'plan.publish': 'publish',
  'feature.describe': 'edit',
  'flag.turn': 'turn on or off',
  'flag.set-fallthrough': 'change what everybody else gets from',
  'flag.set-rules': 'change the rules of',
};

const wishOf = (kind: string): string => {
  const [noun = '', verb = ''] = kind.split('.');
  return wishes[kind] ?? `${verb.replaceAll('-', ' ')} (${noun.replaceAll('_', ' ')})`;
};

const objectOf = (resource: string): string => resource.slice(resource.indexOf('/') + 1);

/** “Give a grant to acme”, “Edit sso and exports”, “Give a grant to 40 things”. */
export function changeInWords({ operations }: Pick<ChangeShown, 'operations'>): string {
  const kinds = [...new Set(operations.map(({ kind }) => kind))];
  const objects = [...new Set(operations.map(({ resource }) => objectOf(resource)).filter(Boolean))];
  const what =
    objects.length > 3 ? `${objects.slice(0, 2).join(', ')} and ${objects.length - 2} more` : joined(objects);
  const words = `${joined(kinds.map(wishOf))} ${what}`.trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
