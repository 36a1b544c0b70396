import type { Variation } from '@latchkey/model';
import { countOf } from '../../../ui/impact-words.ts';
import { dayInWords } from '../../../ui/time-words.ts';
import type { Told } from '../../../ui/told-changes.tsx';
import { clauseInWords, serveInWords, variationInWords } from '../words.ts';
import { isSame, type Rule, serveOf, type Target, type Targeting } from './draft.ts';
import { endsOf, kindOf } from './targets.ts';

type Variations = readonly Variation[];

/** Everything that differs between two targetings, in the order in which the page shows it. */
export function changesInWords(before: Targeting, after: Targeting, variations: Variations): readonly Told[] {
  const told: Told[] = [];
  if (before.on !== after.on) told.push({ how: 'changed', what: `Turn the flag ${after.on ? 'on' : 'off'}` });
  told.push(...prerequisiteChanges(before, after));
  told.push(...targetChanges(before, after, variations));
  told.push(...ruleChanges(before.rules, after.rules, variations));
  if (!isSame(before.fallthrough, after.fallthrough))
    told.push({
      how: 'changed',
      what: `Everybody else gets ${serveInWords(variations, after.fallthrough)}`,
      was: serveInWords(variations, before.fallthrough),
    });
  if (before.offVariation !== after.offVariation)
    told.push({
      how: 'changed',
      what: `While it is off, everybody gets ${offInWords(variations, after.offVariation)}`,
      was: offInWords(variations, before.offVariation),
    });
  return told;
}

export const offInWords = (variations: Variations, index: number | null): string =>
  index === null ? 'the application’s own default' : variationInWords(variations, index);

function prerequisiteChanges(before: Targeting, after: Targeting): readonly Told[] {
  const was = new Map(before.prerequisites.map((one) => [one.flag, one.variation]));
  const is = new Map(after.prerequisites.map((one) => [one.flag, one.variation]));
  return [
    ...after.prerequisites.flatMap(({ flag, variation }): Told[] => {
      const old = was.get(flag);
      if (old === variation) return [];
      const what = `Only if flag ${flag} answers its variation ${variation + 1}`;
      return [old === undefined ? { how: 'added', what } : { how: 'changed', what, was: `${old + 1}` }];
    }),
    ...before.prerequisites
      .filter(({ flag }) => !is.has(flag))
      .map(({ flag }): Told => ({ how: 'removed', what: `No longer asks flag ${flag} first` })),
  ];
}

const keysShown = 5;

function targetChanges(before: Targeting, after: Targeting, variations: Variations): readonly Told[] {
  if (before.targets === after.targets && isSame(before.targetEnds, after.targetEnds)) return [];
  const told: Told[] = [];
  const [endedBefore, endsNow] = [endsOf(before), endsOf(after)];
  for (const { contextKind, variation } of groupsOf([...before.targets, ...after.targets])) {
    const was = keysIn(before.targets, contextKind, variation);
    const is = keysIn(after.targets, contextKind, variation);
    const gets = variationInWords(variations, variation);
    const added = [...is].filter((key) => !was.has(key));
    const removed = [...was].filter((key) => !is.has(key));
    const endOf = (key: string) => endsNow.get(`${contextKind} ${key}`);
    for (const end of new Set(added.map(endOf))) {
      const together = added.filter((key) => endOf(key) === end);
      const until = end === undefined ? '' : `, until ${lastDay(end)}`;
      told.push({ how: 'added', what: `${named(together, contextKind)} by name for ${gets}${until}` });
    }
    if (removed.length > 0)
      told.push({ how: 'removed', what: `${named(removed, contextKind)} no longer by name for ${gets}` });
  }
  const moved = [...endsNow].filter(([key, at]) => endedBefore.get(key) !== at && isNamed(before, key));
  for (const at of new Set(moved.map(([, end]) => end))) {
    const keys = moved.filter(([, end]) => end === at).map(([key]) => key);
    told.push({ how: 'changed', what: `Until ${lastDay(at)} only: ${listed(keys)}` });
  }
  const stays = [...endedBefore.keys()].filter((key) => !endsNow.has(key) && isNamed(after, key));
  if (stays.length > 0) told.push({ how: 'changed', what: `No end any more: ${listed(stays)}` });
  return told;
}

const lastDay = (end: string): string => dayInWords(Date.parse(end) - 1);

const isNamed = ({ targets }: Targeting, kindAndKey: string): boolean =>
  targets.some((target) => target.values.some((key) => `${kindOf(target)} ${key}` === kindAndKey));

const named = (keys: readonly string[], kind: string): string =>
  keys.length <= keysShown ? `${kind} ${listed(keys)}` : countOf(keys.length, kind);

const listed = (keys: readonly string[]): string =>
  keys.length <= keysShown
    ? keys.join(', ')
    : `${keys.slice(0, keysShown).join(', ')} and ${keys.length - keysShown} more`;

function groupsOf(targets: readonly Target[]): readonly { contextKind: string; variation: number }[] {
  const seen = new Map(
    targets.map((target) => [
      `${kindOf(target)} ${target.variation}`,
      { contextKind: kindOf(target), variation: target.variation },
    ]),
  );
  return [...seen.values()];
}

const keysIn = (targets: readonly Target[], contextKind: string, variation: number): ReadonlySet<string> =>
  new Set(
    targets
      .filter((target) => kindOf(target) === contextKind && target.variation === variation)
      .flatMap(({ values }) => values),
  );

function ruleChanges(
  before: readonly Rule[],
  after: readonly Rule[],
  variations: Variations,
): readonly Told[] {
  const was = new Map(before.map((rule) => [rule.id, rule]));
  const is = new Set(after.map(({ id }) => id));
  const moved = outOfOrder(
    before.map(({ id }) => id).filter((id) => is.has(id)),
    after.map(({ id }) => id).filter((id) => was.has(id)),
  );
  return [
    ...after.flatMap((rule, index): Told[] => {
      const old = was.get(rule.id);
      if (old === rule && !moved.has(rule.id)) return [];
      const now = ruleInWords(rule, variations);
      if (!old) return [{ how: 'added', what: `Rule ${index + 1}: ${now}` }];
      const told: Told[] = [];
      if (!isSame(old, rule))
        told.push({ how: 'changed', what: `Rule ${index + 1}: ${now}`, was: ruleInWords(old, variations) });
      if (moved.has(rule.id))
        told.push({
          how: 'moved',
          what: `${nameOfRule(rule, variations)} is now rule ${index + 1}`,
          was: `rule ${before.indexOf(old) + 1}`,
        });
      return told;
    }),
    ...before
      .filter(({ id }) => !is.has(id))
      .map((rule): Told => ({ how: 'removed', what: `Rule: ${ruleInWords(rule, variations)}` })),
  ];
}

/** “Banks: if customer’s industry is Banking, they get On”. */
function ruleInWords(rule: Rule, variations: Variations): string {
  const sentence = `if ${conditionInWords(rule)}, they get ${serveInWords(variations, serveOf(rule))}`;
  return rule.description ? `${rule.description}: ${sentence}` : sentence;
}

export const conditionInWords = ({ clauses }: Pick<Rule, 'clauses'>): string =>
  clauses.length === 0 ? 'nothing is asked' : clauses.map(clauseInWords).join(' and ');

export const nameOfRule = (rule: Rule, variations: Variations): string =>
  rule.description || ruleInWords(rule, variations);

/** Of what stayed, the fewest that must have been moved to come to the new order: all outside the longest run that kept its order. */
function outOfOrder(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  if (before.every((id, index) => id === after[index])) return new Set();
  const place = new Map(before.map((id, index) => [id, index]));
  const at = after.map((id) => place.get(id) ?? 0);
  const longest: number[] = [];
  const previous: number[] = [];
  for (const [index, here] of at.entries()) {
    let best = -1;
    for (let earlier = 0; earlier < index; earlier += 1) {
      const longer = best < 0 || (longest[earlier] ?? 0) > (longest[best] ?? 0);
      if ((at[earlier] ?? 0) < here && longer) best = earlier;
    }
    longest.push(best < 0 ? 1 : (longest[best] ?? 0) + 1);
    previous.push(best);
  }
  const kept = new Set<string>();
  let last = longest.indexOf(Math.max(0, ...longest));
  while (last >= 0) {
    kept.add(after[last] ?? '');
    last = previous[last] ?? -1;
  }
  return new Set(after.filter((id) => !kept.has(id)));
}
