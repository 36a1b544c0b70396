import type { Rule, Targeting } from './draft.ts';

/**
 * Another environment's targeting with this one's names of rules, so that the two can be told apart by what they do:
 * ids differ between environments even where rules are the same. Equal rules meet first, then those of the same name,
 * then those in the same place.
 */
export function alike(mine: Targeting, theirs: Targeting): Targeting {
  const free = new Set(mine.rules.map(({ id }) => id));
  const given = new Map<Rule, Rule>();
  const pair = (isLike: (own: Rule, other: Rule) => boolean) => {
    for (const other of theirs.rules) {
      if (given.has(other)) continue;
      const own = mine.rules.find((rule) => free.has(rule.id) && isLike(rule, other));
      if (!own) continue;
      free.delete(own.id);
      given.set(other, named(other, own));
    }
  };
  pair((own, other) => said(own) === said(other));
  pair((own, other) => own.description !== undefined && own.description === other.description);
  pair((own, other) => mine.rules.indexOf(own) === theirs.rules.indexOf(other));
  return { ...theirs, rules: theirs.rules.map((rule) => given.get(rule) ?? rule) };
}

const said = ({ id: _, clauses, ...rule }: Rule): string =>
  JSON.stringify([rule, clauses.map(({ id: __, ...clause }) => clause)]);

function named(other: Rule, own: Rule): Rule {
  const clauses = other.clauses.map((clause, index) => {
    const { id: _, ...unnamed } = clause;
    const id = own.clauses[index]?.id;
    return id === undefined ? unnamed : { id, ...unnamed };
  });
  return said(own) === said(other) ? own : { ...other, id: own.id, clauses };
}
