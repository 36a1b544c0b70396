import type { Statement } from '@latchkey/model';

/** What a webhook can be told of, in the words of people, with the nouns of the actions that are meant. */
export const topics = {
  flags: { word: 'Flags and segments', nouns: ['flag', 'segment'] },
  catalogue: { word: 'Features and plans', nouns: ['feature', 'plan', 'catalogue'] },
  customers: {
    word: 'Customers and what they have',
    nouns: ['customer', 'subscription', 'grant', 'activation', 'programme', 'hold'],
  },
  approvals: { word: 'Approvals and planned changes', nouns: ['change'] },
  setUp: {
    word: 'Projects, environments, keys, connections and guardrails',
    nouns: ['project', 'environment', 'key', 'connection', 'guardrail'],
  },
  people: { word: 'Members, roles, tokens and webhooks', nouns: ['member', 'role', 'token', 'webhook'] },
} as const satisfies Record<string, { readonly word: string; readonly nouns: readonly string[] }>;
export type Topic = keyof typeof topics;
export const everyTopic = Object.keys(topics) as readonly Topic[];

/** These belong to the installation, not to a project. */
export const isEverywhereOnly = (topic: Topic): boolean => topic === 'people';

export interface Hearing {
  /** Null is everything, also what comes with later versions. */
  readonly topics: readonly Topic[] | null;
  /** Empty is everywhere; else a project's key, or a project's and an environment's with a slash between them. */
  readonly where: string;
}
export const hearsEverything: Hearing = { topics: null, where: '' };

/** The same as a policy, which is how the server keeps it. Null when nothing would ever be told. */
export function statementsOf({ topics: chosen, where }: Hearing): readonly Statement[] | null {
  if (chosen === null && where === '') return [];
  const told = chosen === null ? null : everyTopic.filter((topic) => chosen.includes(topic));
  const fitting = told?.filter((topic) => where === '' || !isEverywhereOnly(topic)) ?? null;
  if (fitting?.length === 0) return null;
  const actions = fitting?.flatMap((topic) => topics[topic].nouns.map((noun) => `${noun}.*`)) ?? ['*'];
  return [{ effect: 'allow', resources: resourcesAt(where), actions }];
}

/** The choices that a policy stands for; null when it says more than these choices can. */
export function hearingOf(statements: readonly Statement[]): Hearing | null {
  if (statements.length === 0) return hearsEverything;
  const { actions = [], resources = [] } = statements[0] ?? {};
  const hearing: Hearing = {
    topics: actions.includes('*')
      ? null
      : everyTopic.filter((topic) => topics[topic].nouns.every((noun) => actions.includes(`${noun}.*`))),
    where: whereOf(resources[0] ?? ''),
  };
  return JSON.stringify(inOneOrder(statementsOf(hearing) ?? [])) === JSON.stringify(inOneOrder(statements))
    ? hearing
    : null;
}

const inOneOrder = (statements: readonly Statement[]) =>
  statements.map(({ effect, actions, resources }) => [effect, [...actions].sort(), [...resources].sort()]);

function resourcesAt(where: string): string[] {
  const [project = '', environment = ''] = where.split('/');
  if (project === '') return ['*/*', 'proj/*:*/*', 'proj/*:env/*:*/*'];
  return environment === ''
    ? [`proj/${project}`, `proj/${project}:*/*`, `proj/${project}:env/*:*/*`]
    : [`proj/${project}:env/${environment}`, `proj/${project}:env/${environment}:*/*`];
}

function whereOf(resource: string): string {
  const [, project = '', environment = ''] = /^proj\/([^:*]+)(?::env\/([^:*]+))?$/.exec(resource) ?? [];
  return environment === '' ? project : `${project}/${environment}`;
}

/** “Flags and segments; features and plans in demo, production”. */
export function hearingInWords(statements: readonly Statement[]): string {
  const hearing = hearingOf(statements);
  if (hearing === null) return 'What a policy of its own says';
  const what =
    hearing.topics === null
      ? 'Everything'
      : sentence(hearing.topics.map((topic) => lowered(topics[topic].word)).join('; '));
  return hearing.where === '' ? what : `${what} in ${hearing.where.replace('/', ', ')}`;
}

const lowered = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
