import { firstTargeting } from '@latchkey/engine';
import type { Environment, Flag, FlagTargeting } from '@latchkey/model';
import { objectId, variationId } from '../ids.ts';
import { type Link, type Links, link, pathOf, selfAndParent, site } from '../links.ts';
import type { Loaded } from '../load.ts';
import { type Summary, summaryOf } from './summary.ts';
import { type RestTargeting, targetingOf } from './targeting.ts';

export interface FlagLoaded {
  readonly flag: Loaded<Flag>;
  /** Its part in each environment that is to be shown. */
  readonly inEnvironments: readonly {
    readonly environment: Environment;
    readonly targeting: Loaded<FlagTargeting>;
  }[];
}

interface RestVariation {
  readonly _id: string;
  readonly value: unknown;
  readonly name?: string;
  readonly description?: string;
}

interface RestFlagEnvironment extends RestTargeting {
  readonly archived: boolean;
  readonly salt: string;
  readonly sel: string;
  readonly lastModified: number;
  readonly version: number;
  readonly trackEvents: false;
  readonly trackEventsFallthrough: false;
  readonly _debugEventsUntilDate: number;
  readonly _environmentName: string;
  readonly _site: Link;
  readonly _summary: Summary;
}

export interface RestFlag {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly kind: 'boolean' | 'multivariate';
  readonly _version: number;
  readonly creationDate: number;
  readonly includeInSnippet: boolean;
  readonly clientSideAvailability: {
    readonly usingMobileKey: boolean;
    readonly usingEnvironmentId: boolean;
  };
  readonly variations: readonly RestVariation[];
  readonly defaults: { readonly onVariation: number; readonly offVariation: number };
  readonly temporary: boolean;
  readonly tags: readonly string[];
  readonly customProperties: Readonly<Record<string, never>>;
  readonly maintainerId?: string;
  readonly goalIds: readonly never[];
  readonly experiments: { readonly baselineIdx: number; readonly items: readonly never[] };
  readonly archived: boolean;
  readonly archivedDate?: number;
  readonly deprecated: boolean;
  readonly deprecatedDate?: number;
  readonly _links: Links;
  readonly environments: Readonly<Record<string, RestFlagEnvironment>>;
}

/** A flag as LaunchDarkly shows it, with its part in the environments that were loaded. */
export function flagOf(
  project: string,
  { flag: { body: flag, ...kept }, inEnvironments }: FlagLoaded,
): RestFlag {
  return {
    key: flag.key,
    name: flag.name,
    description: flag.description,
    kind: flag.kind === 'boolean' ? 'boolean' : 'multivariate',
    _version: kept.version,
    creationDate: kept.createdAt,
    includeInSnippet: flag.clientSide,
    clientSideAvailability: { usingMobileKey: flag.clientSide, usingEnvironmentId: flag.clientSide },
    variations: variationsOf(project, flag),
    defaults: defaultsOf(flag),
    temporary: flag.temporary,
    tags: flag.tags,
    customProperties: {},
    ...(flag.owner !== null && { maintainerId: flag.owner }),
    goalIds: [],
    experiments: { baselineIdx: 0, items: [] },
    archived: flag.state === 'archived',
    ...(flag.state === 'archived' && { archivedDate: kept.updatedAt }),
    deprecated: flag.state === 'deprecated',
    ...(flag.state === 'deprecated' && { deprecatedDate: kept.updatedAt }),
    _links: selfAndParent('flags', project, flag.key),
    environments: Object.fromEntries(
      inEnvironments.map(({ environment, targeting }) => [
        environment.key,
        flagInEnvironment(project, flag, kept.version, environment, targeting),
      ]),
    ),
  };
}

export const variationsOf = (project: string, { key, variations }: Flag): readonly RestVariation[] =>
  variations.map(({ value, name, description }, index) => ({
    _id: variationId(project, key, index),
    value,
    ...(name !== undefined && { name }),
    ...(description !== undefined && { description }),
  }));

/** What a flag starts with in a new environment. */
export function defaultsOf(flag: Pick<Flag, 'key' | 'kind' | 'variations'>): RestFlag['defaults'] {
  const { fallthrough, offVariation } = firstTargeting(flag, '');
  return {
    onVariation: 'variation' in fallthrough ? fallthrough.variation : 0,
    offVariation: offVariation ?? 0,
  };
}

function flagInEnvironment(
  project: string,
  flag: Flag,
  flagVersion: number,
  environment: Environment,
  { body, version, updatedAt }: Loaded<FlagTargeting>,
): RestFlagEnvironment {
  const targeting = targetingOf(body);
  return {
    ...targeting,
    archived: flag.state === 'archived',
    salt: body.salt,
    sel: objectId(`${project}/${environment.key}/${flag.key}`),
    lastModified: updatedAt,
    // What SDKs are sent changes with either of the two.
    version: version + flagVersion - 1,
    trackEvents: false,
    trackEventsFallthrough: false,
    _debugEventsUntilDate: 0,
    _environmentName: environment.name,
    _site: site(pathOf(project, environment.key, 'flags', flag.key)),
    _summary: summaryOf(flag, targeting),
  };
}

/** What lists leave out unless they are asked not to (`summary=0`). */
export function summarised(flag: RestFlag) {
  const environments = Object.entries(flag.environments).map(([key, shown]) => {
    const { targets: _, contextTargets: __, rules: ___, prerequisites: ____, ...rest } = shown;
    return [key, rest];
  });
  return { ...flag, environments: Object.fromEntries(environments) };
}

export const parentLink = (project: string): Link => link(pathOf('flags', project));
