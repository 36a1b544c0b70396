import type { Member, Statement } from '@latchkey/model';
import { joined } from '../../ui/impact-words.ts';
import type { Tone } from '../../ui/tone.ts';

export const stateWords = {
  invited: { word: 'Invited', tone: 'info' },
  active: { word: 'Active', tone: 'good' },
  removed: { word: 'Removed', tone: 'neutral' },
} as const satisfies Record<Member['state'], { readonly word: string; readonly tone: Tone }>;

/** “may grant.create and grant.revoke on proj/*:env/*:customer/*”. */
export function statementInWords({ effect, actions, resources }: Statement): string {
  const what = actions.includes('*') ? 'everything' : joined(actions);
  const where = resources.includes('*') ? 'everywhere' : `on ${joined(resources)}`;
  return `${effect === 'allow' ? 'may' : 'may not'} ${effect === 'deny' && what === 'everything' ? 'do anything' : what} ${where}`;
}
