import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { default: UnleashClient } = require('unleash-client/lib/client.js');
const { defaultStrategies } = require('unleash-client/lib/strategy/index.js');

/** Its evaluator over a repository in memory, because the client itself wants a server. The list of 10,000 is a segment. */
export async function unleash({ flags, segments }, people) {
  const toggles = new Map(Object.values(flags).map((flag) => [flag.key, toggleOf(flag)]));
  const entitled = {
    id: 1,
    constraints: [{ contextName: 'userId', operator: 'IN', values: segments.entitled.included }],
  };
  const repository = { getToggle: (key) => toggles.get(key), getSegment: () => entitled };
  const client = new UnleashClient(repository, defaultStrategies);
  const contexts = people.map(({ key, country, plan, seats, email }) => ({
    userId: key,
    properties: { country, plan, seats: String(seats), email },
  }));
  const off = () => false;
  return { isOn: (flag, person) => client.isEnabled(flag, contexts[person], off), close() {} };
}

const toggleOf = ({ key, on, prerequisites, targets, rules }) => ({
  name: key,
  enabled: on,
  dependencies: prerequisites.map((parent) => ({ feature: parent.key, enabled: true })),
  strategies: [
    { name: 'userWithId', parameters: { userIds: targets[0].values.join(',') }, constraints: [] },
    ...rules.map(({ clauses }) => ({
      name: 'default',
      parameters: {},
      constraints: clauses.filter(({ op }) => op !== 'segmentMatch').map(constraintOf),
      segments: clauses.some(({ op }) => op === 'segmentMatch') ? [1] : [],
    })),
    {
      name: 'flexibleRollout',
      parameters: { rollout: '10', stickiness: 'userId', groupId: key },
      constraints: [],
    },
  ],
});

const operators = { in: 'IN', endsWith: 'STR_ENDS_WITH', greaterThanOrEqual: 'NUM_GTE' };

const constraintOf = ({ attribute, op, values }) => ({
  contextName: attribute,
  operator: operators[op],
  values,
  ...(op === 'greaterThanOrEqual' && { value: String(values[0]) }),
});
