import { Instant, JsonValue } from '@latchkey/model';
import { z } from 'zod';

export type JsonSchema = Record<string, unknown>;

/** Schemas that many others contain get a name of their own, instead of being written out each time. */
const named: ReadonlyMap<z.ZodType, string> = new Map([[JsonValue as z.ZodType, 'JsonValue']]);
const names = z.registry<{ id: string }>();
for (const [schema, id] of named) names.add(schema, { id });

/**
 * A schema as OpenAPI 3.1 writes it. Named and recursive parts move to `components`, which is shared by the document.
 * `input` is what callers send (defaults may be left out), `output` what they get.
 */
export function toJsonSchema(
  schema: z.ZodType,
  io: 'input' | 'output',
  components: Map<string, JsonSchema>,
): JsonSchema {
  const {
    $schema: _,
    $defs,
    ...written
  } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io,
    metadata: names,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => normalise(zodSchema, jsonSchema, io),
  }) as JsonSchema & { $defs?: Record<string, JsonSchema> };
  const renamed = new Map<string, string>();
  for (const name of Object.keys($defs ?? {}))
    renamed.set(name, componentName(name, $defs?.[name], components));
  for (const [name, definition] of Object.entries($defs ?? {})) {
    const { id: _id, ...rest } = definition;
    components.set(renamed.get(name) ?? name, withRefs(rest, renamed));
  }
  return withRefs(written, renamed);
}

/** Our transforms only bring a value into one form; its type stays what was sent. */
function normalise(schema: z.core.$ZodTypes, written: JsonSchema, io: 'input' | 'output'): void {
  if ((schema as unknown) === Instant) Object.assign(written, { type: 'string', format: 'date-time' });
  else if (io === 'output' && schema._zod.def.type === 'pipe' && isTransform(schema._zod.def.out)) {
    const { $schema: _, ...before } = z.toJSONSchema(schema._zod.def.in as z.ZodType, {
      io: 'input',
      unrepresentable: 'any',
    });
    Object.assign(written, before);
  }
}

const isTransform = (schema: z.core.$ZodType): boolean => schema._zod.def.type === 'transform';

/** The library names recursive parts `__schema0` in every document; ours are told apart by a number of our own. */
function componentName(name: string, definition: unknown, components: Map<string, JsonSchema>): string {
  if (!name.startsWith('__')) return name;
  const sameShape = [...components].find(([, known]) => JSON.stringify(known) === JSON.stringify(definition));
  return sameShape?.[0] ?? `Part${components.size + 1}`;
}

function withRefs<T>(value: T, renamed: ReadonlyMap<string, string>): T {
  const text = JSON.stringify(value, (key, member: unknown) => {
    if (key !== '$ref' || typeof member !== 'string') return member;
    const name = member.replace('#/$defs/', '');
    return `#/components/schemas/${renamed.get(name) ?? name}`;
  });
  return JSON.parse(text) as T;
}
