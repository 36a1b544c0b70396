import type { Flag, FlagKind, OperationCall } from '@latchkey/model';
import { z } from 'zod';
import {
  cloneFlag,
  createFlag,
  setFallthrough,
  setOffVariation,
  setPrerequisites,
} from '../../../slices/flags/index.ts';
import { readBody } from '../body.ts';
import { invalid } from '../failure.ts';
import { defaultsOf } from './representation.ts';
import { together } from './shared-instructions.ts';
import { variationAt } from './variation-ids.ts';

const Empty = z
  .record(z.string(), z.unknown())
  .refine((given) => Object.keys(given).length === 0, 'must be empty: flags have no custom properties here')
  .optional();
const Position = z.int().min(0).max(99);

const VariationSent = z.strictObject({
  value: z.json(),
  name: z.string().optional(),
  description: z.string().optional(),
});

const FlagBody = z.strictObject({
  key: z.string(),
  name: z.string(),
  description: z.string().optional(),
  variations: z.array(VariationSent).optional(),
  defaults: z.strictObject({ onVariation: Position, offVariation: Position }).optional(),
  temporary: z.boolean().default(true),
  tags: z.array(z.string()).default([]),
  includeInSnippet: z.boolean().optional(),
  clientSideAvailability: z
    .strictObject({ usingEnvironmentId: z.boolean(), usingMobileKey: z.boolean() })
    .optional(),
  customProperties: Empty,
  maintainerId: z.string().optional(),
  initialPrerequisites: z.array(z.strictObject({ key: z.string(), variationId: z.string() })).default([]),
});

export interface Creation {
  readonly key: string;
  readonly call: OperationCall;
  /** What is then said in each environment, where that is not what a new flag starts with. */
  readonly callsInEnvironments: readonly OperationCall[];
}

/** The kind that fits all values: exactly true and false is boolean, as LaunchDarkly has it. */
export function kindFor(values: readonly unknown[]): FlagKind {
  const all = (type: string): boolean => values.every((value) => typeof value === type);
  if (values.length === 2 && all('boolean')) return 'boolean';
  if (all('string')) return 'string';
  return all('number') ? 'number' : 'json';
}

export function creationFrom(project: string, sent: unknown): Creation {
  const body = readBody(FlagBody, sent);
  const variations = body.variations?.length ? body.variations.map(withoutUndefined) : trueAndFalse;
  const flag: Pick<Flag, 'key' | 'kind' | 'variations'> = {
    key: body.key,
    kind: kindFor(variations.map(({ value }) => value)),
    variations,
  };
  const { usingEnvironmentId, usingMobileKey } = body.clientSideAvailability ?? {
    usingEnvironmentId: body.includeInSnippet ?? false,
    usingMobileKey: body.includeInSnippet ?? false,
  };
  if (usingEnvironmentId !== usingMobileKey) throw invalid(together);
  return {
    key: body.key,
    call: createFlag({
      ...flag,
      name: body.name,
      tags: body.tags,
      temporary: body.temporary,
      clientSide: usingEnvironmentId,
      ...(body.description !== undefined && { description: body.description }),
      ...(body.maintainerId !== undefined && { owner: body.maintainerId }),
    }),
    callsInEnvironments: startingPoint(project, flag, body),
  };
}

const withoutUndefined = ({ value, name, description }: z.infer<typeof VariationSent>) => ({
  value,
  ...(name !== undefined && { name }),
  ...(description !== undefined && { description }),
});

const trueAndFalse = [{ value: true }, { value: false }];

function startingPoint(
  project: string,
  flag: Pick<Flag, 'key' | 'kind' | 'variations'>,
  { defaults, initialPrerequisites }: z.infer<typeof FlagBody>,
): readonly OperationCall[] {
  const usual = defaultsOf(flag);
  const { onVariation, offVariation } = defaults ?? usual;
  const count = flag.variations.length;
  if (onVariation >= count || offVariation >= count)
    throw invalid(`defaults: there are ${count} variations.`);
  return [
    ...(onVariation === usual.onVariation
      ? []
      : [setFallthrough({ flag: flag.key, fallthrough: { variation: onVariation } })]),
    ...(offVariation === usual.offVariation ? [] : [setOffVariation({ flag: flag.key, offVariation })]),
    ...(initialPrerequisites.length === 0
      ? []
      : [
          setPrerequisites({
            flag: flag.key,
            prerequisites: initialPrerequisites.map(({ key, variationId }) => ({
              flag: key,
              variation: variationAt(project, key, variationId),
            })),
          }),
        ]),
  ];
}

const CloneBody = z.strictObject({ key: z.string(), name: z.string() });

/** `?clone=key`: a new flag with everything of another, off everywhere. */
export function cloneFrom(source: string, sent: unknown): Creation {
  const { key, name } = readBody(CloneBody, sent);
  return { key, call: cloneFlag({ flag: source, key, name }), callsInEnvironments: [] };
}
