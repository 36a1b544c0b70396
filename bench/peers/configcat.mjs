import { getClient, PollingMode } from 'configcat-node';

const comparators = { isOneOf: 0, isAtLeast: 15, endsWithAnyOf: 32 };
const yes = { v: { b: true }, i: 'on' };
const no = { v: { b: false }, i: 'off' };

/** A snapshot of a client whose cache is filled and that never polls. Lists are of plain text, its quicker form. */
export async function configCat({ flags, segments }, people) {
  const json = JSON.stringify({
    p: { u: 'https://localhost', r: 0, s: 'salt' },
    s: [{ n: 'entitled', r: [condition('Identifier', 'isOneOf', segments.entitled.included)] }],
    f: Object.fromEntries(Object.values(flags).map((flag) => [flag.key, settingOf(flag)])),
  });
  const stored = `${Date.now()}\netag\n${json}`;
  const client = getClient(
    'configcat-sdk-1/aaaaaaaaaaaaaaaaaaaaaa/aaaaaaaaaaaaaaaaaaaaaa',
    PollingMode.ManualPoll,
    {
      cache: { get: () => stored, set() {} },
      logger: { log() {} },
      offline: true,
    },
  );
  await client.getValueAsync('feature-0', false);
  const snapshot = client.snapshot();
  const users = people.map(({ key, email, country, ...custom }) => {
    const { plan, seats } = custom;
    return { identifier: key, email, country, custom: { plan, seats } };
  });
  return {
    isOn: (flag, person) => snapshot.getValue(flag, false, users[person]),
    close: () => client.dispose(),
  };
}

function settingOf({ on, prerequisites, targets, rules }) {
  if (!on) return { t: 0, ...no };
  return {
    t: 0,
    ...no,
    r: [
      ...prerequisites.map(({ key }) => ({ c: [{ p: { f: key, c: 1, v: yes.v } }], s: no })),
      { c: [{ u: condition('Identifier', 'isOneOf', targets[0].values) }], s: yes },
      ...rules.map(({ clauses }) => ({ c: clauses.map(clauseOf), s: yes })),
    ],
    p: [
      { p: 10, ...yes },
      { p: 90, ...no },
    ],
  };
}

const names = { country: 'Country', email: 'Email' };

function clauseOf({ attribute, op, values }) {
  const name = names[attribute] ?? attribute;
  switch (op) {
    case 'in':
      return { u: condition(name, 'isOneOf', values) };
    case 'greaterThanOrEqual':
      return { u: { a: name, c: comparators.isAtLeast, d: values[0] } };
    case 'endsWith':
      return { u: condition(name, 'endsWithAnyOf', values) };
    default:
      return { s: { s: 0, c: 0 } };
  }
}

function condition(attribute, comparator, values) {
  return { a: attribute, c: comparators[comparator], l: values };
}
