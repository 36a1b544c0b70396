import { z } from 'zod';
import { fieldErrors } from '../../kernel/changes/field-errors.ts';
import type { Asked } from './endpoint.ts';
import { invalid } from './failure.ts';
import { applyJsonPatch, applyMergePatch, JsonPatch } from './json-patch.ts';

/** Reads a value through its schema; every field that does not fit, or is not known, is named. */
export function readBody<T>(schema: z.ZodType<T>, body: unknown, about = ''): T {
  const read = schema.safeParse(body ?? {});
  if (read.success) return read.data;
  const errors = fieldErrors(read.error.issues).map(
    ({ pointer, detail }) => `${pointer.replace(/^#\/?/, '') || 'the body'} ${detail}`,
  );
  throw invalid(`${about}${errors.join('; ')}.`);
}

export interface Instruction {
  readonly kind: string;
  readonly [parameter: string]: unknown;
}

/** An edit in one of the forms that LaunchDarkly takes. */
export type PatchAsked =
  | {
      readonly form: 'document';
      readonly comment: string;
      /** The representation as it shall be. */
      readonly apply: (representation: unknown) => unknown;
    }
  | {
      readonly form: 'semantic';
      readonly comment: string;
      readonly environment: string | null;
      readonly instructions: readonly Instruction[];
    };

const comment = z.string().max(4000).default('');
const WrappedPatch = z.strictObject({ patch: JsonPatch, comment });
const Merge = z.strictObject({ merge: z.record(z.string(), z.unknown()), comment });
const Semantic = z.strictObject({
  environmentKey: z.string().max(100).optional(),
  comment,
  instructions: z.array(z.looseObject({ kind: z.string() })).max(1500),
  /** Repeats of what the address says already. */
  projectKey: z.string().optional(),
  flagKey: z.string().optional(),
});

/** What is named for the whole edit belongs to every one of its steps, and is refused where it does not. */
export function readPatch({ body, headers }: Pick<Asked, 'body' | 'headers'>): PatchAsked {
  const isSemantic = /domain-model\s*=\s*"?launchdarkly\.semanticpatch/i.test(headers['content-type'] ?? '');
  if (isSemantic) {
    const { environmentKey = null, instructions, comment: why } = readBody(Semantic, body);
    return { form: 'semantic', comment: why, environment: environmentKey, instructions };
  }
  if (typeof body === 'object' && body !== null && 'instructions' in body) {
    throw invalid(
      'A semantic patch is sent with Content-Type: application/json; domain-model=launchdarkly.semanticpatch.',
    );
  }
  if (typeof body === 'object' && body !== null && 'merge' in body) {
    const { merge, comment: why } = readBody(Merge, body);
    return { form: 'document', comment: why, apply: (present) => applyMergePatch(present, merge) };
  }
  if (typeof body === 'object' && body !== null && !Array.isArray(body) && !('patch' in body)) {
    const { comment: why = '', ...merge } = body as { comment?: unknown };
    return { form: 'document', comment: String(why), apply: (present) => applyMergePatch(present, merge) };
  }
  const { patch, comment: why } = Array.isArray(body)
    ? { patch: readBody(JsonPatch, body), comment: '' }
    : readBody(WrappedPatch, body);
  return { form: 'document', comment: why, apply: (present) => applyJsonPatch(present, patch) };
}

/** The same where only documents are patched. */
export function readDocumentPatch(asked: Pick<Asked, 'body' | 'headers'>) {
  const patch = readPatch(asked);
  if (patch.form === 'document') return patch;
  throw invalid('This is edited with a JSON patch, not with a semantic one.');
}
