import type { EnvironmentKey, Place } from '@latchkey/model';
import { z } from 'zod';
import { type Route, type RouteContext, read } from '../../kernel/http/routes.ts';
import type { Reader } from '../../kernel/store/database.ts';
import { tableStore } from '../../kernel/store/resources.ts';
import { listEnvironments } from '../projects/index.ts';
import { hasSecretAddress } from './address.ts';
import { listConnections, missingIn } from './list.ts';
import { type ViewDeps, viewOf } from './view.ts';

const ApiKey = z.object({
  environment: z.string(),
  id: z.string(),
  name: z.string(),
  ending: z.string(),
  revealable: z.boolean(),
  /** `POST` here shows the key. */
  reveal: z.string(),
});

/** What administrators copy into client applications and into the flag platform. Nothing can be edited here. */
const ConsoleShown = z.object({
  entitledFeatures: z.object({
    endpoint: z.string(),
    apiKeys: z.array(ApiKey),
  }),
  /** Null while no flag platform is connected. */
  featureFlags: z
    .array(
      z.object({
        connection: z.string(),
        name: z.string(),
        platform: z.enum(['LaunchDarkly', 'Split']),
        endpoint: z.string(),
        /** Null for a platform that needs none. */
        apiKey: z.object({ liveKeys: z.int(), reveal: z.string() }).nullable(),
        warning: z.string().nullable(),
      }),
    )
    .nullable(),
  warnings: z.array(z.string()),
});

const shared = {
  tag: 'Connections',
  action: 'console.read',
  resource: () => 'console/properties',
  reply: ConsoleShown,
} as const;

export const consoleRoutes = (deps: ViewDeps): readonly Route[] => {
  const answer = (context: RouteContext<unknown, unknown>, db: Reader) => showConsole(db, context, deps);
  const summary = 'The endpoints and keys for client applications and for the flag platform';
  return [
    read({
      ...shared,
      scope: 'project',
      path: '/console',
      summary: `${summary}, of all environments`,
      answer,
    }),
    read({ ...shared, scope: 'environment', path: '/console', summary, answer }),
  ];
};

const platformWords = { launchdarkly: 'LaunchDarkly', split: 'Split' } as const;

async function showConsole(
  db: Reader,
  { place, principal }: Pick<RouteContext<unknown, unknown>, 'place' | 'principal'>,
  deps: ViewDeps,
): Promise<z.infer<typeof ConsoleShown>> {
  const project = { project: place.project, environment: '' };
  const [apiKeys, kept, missing] = await Promise.all([
    keysFor(db, place),
    listConnections(db, project),
    missingIn(db, project),
  ]);
  const asker = { principal, place: project };
  const platforms = await Promise.all(
    kept.map(async (one) => {
      const { id, name, platform, url, health, liveSecrets } = await viewOf(db, one, missing, asker, deps);
      if (platform !== 'launchdarkly' && platform !== 'split') return [];
      const reveal = `/api/v1/projects/${place.project}/connections/${id}/reveal`;
      return {
        connection: id,
        name,
        platform: platformWords[platform],
        endpoint: url,
        apiKey: hasSecretAddress(platform) ? null : { liveKeys: liveSecrets, reveal },
        warning: health.state === 'blocked' ? health.detail : null,
      };
    }),
  );
  const featureFlags = platforms.flat();
  return {
    entitledFeatures: {
      endpoint: `${deps.publicUrl().replace(/\/$/, '')}/ems/api/v5/entitledFeatures`,
      apiKeys,
    },
    featureFlags: featureFlags.length > 0 ? featureFlags : null,
    warnings: missing.map(
      (entry) => `Without ${entry}, flags no longer become features until it is restored.`,
    ),
  };
}

const keys = tableStore('environment_key');

/** The live keys of client applications: of one environment, or of all. */
async function keysFor(db: Reader, place: Place): Promise<z.infer<typeof ApiKey>[]> {
  const environments =
    place.environment === ''
      ? (await listEnvironments(db, place)).map(({ key }) => key)
      : [place.environment];
  const found = await Promise.all(
    environments.map(async (environment) => {
      const at = { project: place.project, environment };
      const all = await keys.all(db, at, { parent: 'client-application' });
      return all.filter(({ revokedAt }) => revokedAt === null).map((key) => keyShown(at, key));
    }),
  );
  return found.flat();
}

const keyShown = ({ project, environment }: Place, { id, name, ending, sealed }: EnvironmentKey) => ({
  environment,
  id,
  name,
  ending,
  revealable: sealed !== null,
  reveal: `/api/v1/projects/${project}/environments/${environment}/keys/${id}/reveal`,
});
