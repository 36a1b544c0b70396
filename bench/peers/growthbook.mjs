import { GrowthBookClient } from '@growthbook/growthbook';

/** The list of 10,000 is a saved group; the kill switch is a default value without rules. */
export async function growthBook({ flags, segments }, people) {
  const client = new GrowthBookClient().initSync({
    payload: {
      features: Object.fromEntries(Object.values(flags).map((flag) => [flag.key, featureOf(flag)])),
      savedGroups: { entitled: segments.entitled.included },
    },
  });
  const users = people.map((person) => ({ attributes: person }));
  return { isOn: (flag, person) => client.isOn(flag, users[person]), close: () => client.destroy() };
}

function featureOf({ key, on, prerequisites, targets, rules }) {
  if (!on) return { defaultValue: false };
  return {
    defaultValue: false,
    rules: [
      ...prerequisites.map((parent) => ({
        parentConditions: [{ id: parent.key, condition: { value: true }, gate: true }],
      })),
      { condition: { key: { $in: targets[0].values } }, force: true },
      ...rules.map(({ clauses }) => ({ condition: conditionOf(clauses), force: true })),
      { force: true, coverage: 0.1, hashAttribute: 'key', seed: key, hashVersion: 2 },
    ],
  };
}

const conditionOf = (clauses) => Object.assign({}, ...clauses.map(clauseOf));

function clauseOf({ attribute, op, values }) {
  switch (op) {
    case 'in':
      return { [attribute]: { $in: values } };
    case 'greaterThanOrEqual':
      return { [attribute]: { $gte: values[0] } };
    case 'endsWith':
      return { [attribute]: { $regex: `${values[0].replaceAll('.', '\\.')}$` } };
    default:
      return { key: { $inGroup: values[0] } };
  }
}
