import { problemOf } from '../clauses/values.ts';
import { fullWeight } from '../shares.ts';
import { type Rule, type Serve, serveOf, type Targeting } from './draft.ts';

/** What stands in the way of saving, in words, by where it is. */
export function problemsOf({ rules, fallthrough }: Targeting): readonly string[] {
  return [
    ...rules.flatMap((rule, index) =>
      problemsOfRule(rule).map((problem) => `Rule ${rule.description || index + 1}: ${problem}`),
    ),
    ...problemsOfServe(fallthrough).map((problem) => `Everybody else: ${problem}`),
  ];
}

export function problemsOfRule(rule: Rule): readonly string[] {
  const clauses = rule.clauses.map(problemOf).filter((problem) => problem !== null);
  const none = rule.clauses.length === 0 ? ['Add a condition, or use “everybody else”.'] : [];
  return [...none, ...clauses, ...problemsOfServe(serveOf(rule))];
}

function problemsOfServe(serve: Serve): readonly string[] {
  if ('variation' in serve) return [];
  const total = serve.rollout.variations.reduce((sum, { weight }) => sum + weight, 0);
  return total === fullWeight ? [] : [`The shares make ${total / 1000} %; they must make 100 %.`];
}
