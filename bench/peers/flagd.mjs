import { FlagdCore } from '@openfeature/flagd-core';

const logger = { error() {}, warn() {}, info() {}, debug() {} };

/**
 * Flags share the list of 10,000 by `$evaluators`, which it copies into each of them. Flags cannot build on one another,
 * so the prerequisite's targeting is repeated inside.
 */
export function flagd(environment, people) {
  const { included } = environment.segments.entitled;
  const entitled = { in: [{ var: 'targetingKey' }, included] };
  return prepare(environment, people.map(contextOf), { entitled });
}

/** The same without the list: the application says in the context who is entitled, which is another task. */
export function flagdWithoutList(environment, people) {
  const included = new Set(environment.segments.entitled.included);
  const contexts = people.map((person) => ({ ...contextOf(person), entitled: included.has(person.key) }));
  return prepare(environment, contexts, { entitled: { var: 'entitled' } });
}

const contextOf = ({ key, kind: _, ...rest }) => ({ targetingKey: key, ...rest });

async function prepare({ flags }, contexts, $evaluators) {
  const core = new FlagdCore(undefined, logger);
  const targeted = Object.values(flags).map((flag) => [flag.key, flagOf(flag, flags)]);
  core.setConfigurations(JSON.stringify({ flags: Object.fromEntries(targeted), $evaluators }));
  return {
    isOn: (flag, person) => core.resolveBooleanEvaluation(flag, false, contexts[person], logger).value,
    close() {},
  };
}

const flagOf = (flag, flags) => ({
  state: 'ENABLED',
  variants: { on: true, off: false },
  defaultVariant: 'off',
  ...(flag.on && { targeting: targetingOf(flag, flags) }),
});

function targetingOf({ key, prerequisites, targets, rules }, flags) {
  const share = {
    fractional: [{ cat: [key, { var: 'targetingKey' }] }, ['on', 10], ['off', 90]],
  };
  const own = {
    if: [
      { in: [{ var: 'targetingKey' }, targets[0].values] },
      'on',
      ...rules.flatMap(({ clauses }) => [{ and: clauses.map(clauseOf) }, 'on']),
      share,
    ],
  };
  return prerequisites.reduce((inner, parent) => {
    const { on, ...outer } = flags[parent.key];
    return on ? { if: [{ '==': [targetingOf(outer, flags), 'on'] }, inner, 'off'] } : 'off';
  }, own);
}

function clauseOf({ attribute, op, values }) {
  switch (op) {
    case 'in':
      return { in: [{ var: attribute }, values] };
    case 'greaterThanOrEqual':
      return { '>=': [{ var: attribute }, values[0]] };
    case 'endsWith':
      return { ends_with: [{ var: attribute }, values[0]] };
    default:
      return { $ref: 'entitled' };
  }
}
