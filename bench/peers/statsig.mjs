import { Statsig, StatsigUser } from '@statsig/statsig-node-core';

/**
 * Native code, told of the environment by a store. The list of 10,000 is a condition of a segment gate. Lists are compared
 * without regard to case, because minding it makes them fifty times slower.
 */
export async function statsig({ flags, segments }, people) {
  const conditions = new Map();
  const named = (condition) => {
    const key = JSON.stringify(condition).slice(0, 200);
    conditions.set(key, condition);
    return key;
  };
  const gates = Object.values(flags).map((flag) => [flag.key, gateOf(flag, named)]);
  const entitled = named(condition('unit_id', 'any', segments.entitled.included));
  const specs = {
    has_updates: true,
    time: 1,
    feature_gates: {
      ...Object.fromEntries(gates),
      'segment:entitled': { ...gate('segment'), rules: [rule('entitled', 100, [entitled])] },
    },
    condition_map: Object.fromEntries(conditions),
    dynamic_configs: {},
    layer_configs: {},
    experiment_to_layer: {},
  };
  const text = JSON.stringify(specs);
  const client = new Statsig('secret-key', {
    dataStore: {
      initialize: async () => {},
      shutdown: async () => {},
      get: async () => ({ result: text, time: 1 }),
    },
    disableNetwork: true,
    disableAllLogging: true,
    disableCountryLookup: true,
    outputLogLevel: 'none',
  });
  await client.initialize();
  const users = people.map(
    ({ key, country, email, plan, seats }) =>
      new StatsigUser({ userID: key, country, email, custom: { plan, seats } }),
  );
  const quietly = { disableExposureLogging: true };
  return {
    isOn: (flag, person) => client.checkGate(users[person], flag, quietly),
    close: () => client.shutdown(),
  };
}

function gateOf({ key, on, prerequisites, targets, rules, salt }, named) {
  if (!on) return { ...gate('feature_gate'), enabled: false };
  const unmet = prerequisites.map((parent) => condition('fail_gate', null, parent.key));
  return {
    ...gate('feature_gate'),
    salt,
    rules: [
      // Whoever does not meet the prerequisite is let into a rule that lets nobody pass.
      ...unmet.map((each) => rule(`${key}-prerequisite`, 0, [named(each)])),
      rule(`${key}-targets`, 100, [named(condition('unit_id', 'any', targets[0].values))]),
      ...rules.map(({ id, clauses }) => rule(id, 100, clauses.map(clauseOf).map(named))),
      rule(`${key}-rollout`, 10, [named(condition('public', null, null))]),
    ],
  };
}

const gate = (entity) => ({
  type: 'feature_gate',
  entity,
  salt: entity,
  enabled: true,
  defaultValue: false,
  idType: 'userID',
  rules: [],
});

const rule = (id, passPercentage, conditions) => ({
  id,
  name: id,
  salt: id,
  passPercentage,
  conditions,
  returnValue: true,
  idType: 'userID',
});

const operators = {
  in: 'any',
  endsWith: 'str_ends_with_any',
  greaterThanOrEqual: 'gte',
};

function clauseOf({ attribute, op, values }) {
  if (op === 'segmentMatch') return condition('pass_gate', null, `segment:${values[0]}`);
  const target = op === 'greaterThanOrEqual' ? values[0] : values;
  return { ...condition('user_field', operators[op], target), field: attribute };
}

const condition = (type, operator, targetValue) => ({
  type,
  operator,
  targetValue,
  field: null,
  idType: 'userID',
  additionalValues: {},
});
