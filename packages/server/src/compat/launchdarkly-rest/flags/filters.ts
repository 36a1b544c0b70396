import type { Flag } from '@latchkey/model';
import type { Query } from '../endpoint.ts';
import { invalid } from '../failure.ts';
import { byQuery, byTags, byWord, filtered, readFilter, type Tests, textOf } from '../filter.ts';
import type { Loaded } from '../load.ts';
import { many, single, sorted } from '../paging.ts';

type Listed = Loaded<Flag>;

const tests: Tests<Listed> = {
  query: byQuery(({ body: { key, name, description } }) => `${key} ${name} ${description}`),
  tags: byTags(({ body: { tags } }) => tags),
  state: byWord({
    live: ({ body }) => body.state === 'live',
    deprecated: ({ body }) => body.state === 'deprecated',
    archived: ({ body }) => body.state === 'archived',
  }),
  status: byWord({
    live: ({ body }) => body.state === 'live',
    deprecated: ({ body }) => body.state === 'deprecated',
    archived: ({ body }) => body.state === 'archived',
  }),
  type: byWord({
    temporary: ({ body }) => body.temporary,
    permanent: ({ body }) => !body.temporary,
  }),
  archived: byWord({
    true: ({ body }) => body.state === 'archived',
    false: ({ body }) => body.state !== 'archived',
  }),
  maintainerId: (condition) => {
    const ids = textOf(condition).split('|');
    return ({ body: { owner } }) => owner !== null && ids.includes(owner);
  },
  sdkAvailability: byWord({
    client: ({ body }) => body.clientSide,
    mobile: ({ body }) => body.clientSide,
    anyClient: ({ body }) => body.clientSide,
    server: () => true,
  }),
  /** Says which environments are shown, not which flags. */
  filterEnv: () => () => true,
  creationDate: ({ value }) => {
    const { before = Number.POSITIVE_INFINITY, after = Number.NEGATIVE_INFINITY } = value as {
      before?: unknown;
      after?: unknown;
    };
    if (typeof before !== 'number' || typeof after !== 'number')
      throw invalid('filter: creationDate takes {"before": ms} or {"after": ms}.');
    return ({ createdAt }) => createdAt < before && createdAt > after;
  },
};

/** The environments to be shown: named for themselves, or in the filter. None are shown unless they are named. */
export const environmentsNamed = (query: Query): readonly string[] => [
  ...many(query, 'env'),
  ...readFilter(single(query, 'filter')).flatMap(({ field, value }) =>
    field === 'filterEnv' ? String(value).split('|') : [],
  ),
];

/** The flags that a list asks for, in its order. Archived ones are left out until they are asked for. */
export function chosenFlags(flags: readonly Listed[], query: Query): readonly Listed[] {
  const filter = single(query, 'filter');
  const tag = single(query, 'tag');
  const archived = single(query, 'archived');
  const asksForState = /\b(state|status|archived):/.test(filter ?? '');
  const inState = asksForState
    ? flags
    : flags.filter(({ body: { state } }) => (state === 'archived') === (archived === 'true'));
  const tagged = tag === undefined ? inState : inState.filter(({ body }) => body.tags.includes(tag));
  return sorted(filtered(tagged, filter, tests), single(query, 'sort'), {
    key: ({ body }) => body.key,
    name: ({ body }) => body.name.toLowerCase(),
    creationDate: ({ createdAt }) => createdAt,
    maintainerId: ({ body }) => body.owner ?? '',
    tags: ({ body }) => body.tags.join(),
    type: ({ body }) => (body.temporary ? 'temporary' : 'permanent'),
  });
}
