import { type Feature, FlagKey, FlagLink, Name, Tags, text } from '@latchkey/model';
import { z } from 'zod';

/** What an outside platform says about one of its flags at one moment, in our words. */
export const FlagEvent = z.strictObject({
  platform: FlagLink.shape.platform,
  /** The project over there; empty where the platform does not say. */
  projectRef: FlagLink.shape.projectRef,
  flagRef: FlagKey,
  /** Epoch milliseconds. */
  date: z.int().nonnegative(),
  /** The flag's own edition counter; zero where the platform has none. Tells apart what happened at one moment. */
  version: z.int(),
  /** Whether the platform's users mean it to be sold: LaunchDarkly's by tag, Split's always. */
  sold: z.boolean(),
  state: z.enum(['live', 'deprecated', 'archived', 'deleted']),
  name: Name,
  description: text(4000),
  tags: Tags,
});
export type FlagEvent = z.infer<typeof FlagEvent>;

type Flag = Pick<FlagEvent, 'platform' | 'projectRef' | 'flagRef'>;

/** The flag as the platform's own people would name it: `shop/advanced-reports`. */
export const refOf = ({ projectRef, flagRef }: Flag): string => `${projectRef && `${projectRef}/`}${flagRef}`;

/** One flag has one link, through whichever connection it is heard of, so that connecting anew forgets nothing. */
export const linkIdOf = (flag: Flag): string => `${flag.platform}/${refOf(flag)}`;

/** Deliveries come in any order; the platform's date decides, and within one moment the flag's own counter. */
export const isNewer = (
  { date, version }: Pick<FlagEvent, 'date' | 'version'>,
  than: Pick<FlagLink, 'lastDate' | 'lastVersion'>,
): boolean => date > than.lastDate || (date === than.lastDate && version > than.lastVersion);

export function linkStateAfter({ state, sold }: Pick<FlagEvent, 'state' | 'sold'>): FlagLink['state'] {
  if (state === 'deleted') return 'deleted';
  if (!sold) return 'detached';
  return state === 'live' ? 'attached' : state;
}

/**
 * What an event means for us, given what we know. `create`: its feature has yet to be made; `attach`: a feature of that
 * key is there already; `update`: the link, or the feature's words, move. The others change nothing.
 */
export type Meaning = 'create' | 'attach' | 'update' | 'not_sold' | 'older' | 'unchanged';

export function meaningOf(event: FlagEvent, link: FlagLink | null, feature: Feature | null): Meaning {
  if (!link) {
    const state = linkStateAfter(event);
    if (state !== 'attached' && state !== 'deprecated') return 'not_sold';
    return feature ? 'attach' : 'create';
  }
  if (!isNewer(event, link)) return 'older';
  if (linkStateAfter(event) !== link.state) return 'update';
  return feature !== wordsAfter(event, feature) ? 'update' : 'unchanged';
}

/**
 * The feature with the flag's present name and description. Only one that was born of this very flag takes them, and
 * only while the flag is sold; tags and owner are ours from the start.
 */
export function wordsAfter(event: FlagEvent, feature: Feature | null): Feature | null {
  const state = linkStateAfter(event);
  if (!feature || state === 'detached' || state === 'deleted') return feature;
  const { platform, ref } = feature.source;
  const { name, description } = event;
  if (platform !== event.platform || ref !== refOf(event)) return feature;
  if (feature.name === name && feature.description === description) return feature;
  return { ...feature, name, description };
}
