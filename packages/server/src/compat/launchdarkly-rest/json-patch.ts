import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { invalid, RestFailure } from './failure.ts';

const Step = z.object({
  op: z.enum(['add', 'remove', 'replace', 'move', 'copy', 'test']),
  path: z.string().max(2000),
  from: z.string().max(2000).optional(),
  value: z.unknown().optional(),
});
export const JsonPatch = z.array(Step).max(1000);
type Step = z.infer<typeof Step>;

/** `patch_failed`: the patch is well formed and does not fit what is there. */
const failed = (message: string): RestFailure => new RestFailure(422, 'patch_failed', message);

/** Applies a patch of RFC 6902 to a copy of the document; the first step that does not fit refuses all of it. */
export function applyJsonPatch(document: unknown, patch: readonly Step[]): unknown {
  const holder = { root: structuredClone(document) };
  for (const step of patch) applyStep(holder, step);
  return holder.root;
}

function applyStep(holder: { root: unknown }, { op, path, from = '', value }: Step): void {
  const at = partsOf(path);
  switch (op) {
    case 'add':
    case 'replace':
      place(holder, at, structuredClone(value), op);
      break;
    case 'remove':
      take(holder, at);
      break;
    case 'move':
      if (path.startsWith(`${from}/`)) throw failed(`${from} cannot be moved into itself.`);
      place(holder, at, take(holder, partsOf(from)), 'add');
      break;
    case 'copy':
      place(holder, at, structuredClone(find(holder, partsOf(from))), 'add');
      break;
    case 'test':
      if (!isDeepStrictEqual(find(holder, at), value)) {
        throw new RestFailure(409, 'optimistic_locking_error', `${path} is not as the test says.`);
      }
  }
}

function partsOf(pointer: string): readonly string[] {
  if (pointer === '') return [];
  if (!pointer.startsWith('/')) throw invalid(`${pointer} is not a JSON pointer: it must begin with /.`);
  return pointer
    .slice(1)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

const pointerOf = (parts: readonly string[]): string =>
  parts.map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

function find(holder: { readonly root: unknown }, parts: readonly string[]): unknown {
  let present: unknown = holder.root;
  for (const [index, part] of parts.entries()) {
    const next = memberOf(present, part);
    if (next === undefined) throw failed(`There is no ${pointerOf(parts.slice(0, index + 1))}.`);
    present = next;
  }
  return present;
}

function memberOf(holder: unknown, part: string): unknown {
  if (Array.isArray(holder)) return isIndex(part) ? holder[Number(part)] : undefined;
  if (typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, part)) return undefined;
  return (holder as Record<string, unknown>)[part];
}

const isIndex = (part: string): boolean => /^(0|[1-9]\d{0,9})$/.test(part);

function place(
  holder: { root: unknown },
  parts: readonly string[],
  value: unknown,
  how: 'add' | 'replace',
): void {
  const last = parts.at(-1);
  if (last === undefined) {
    holder.root = value;
    return;
  }
  const target = find(holder, parts.slice(0, -1));
  if (Array.isArray(target)) {
    const index = last === '-' && how === 'add' ? target.length : isIndex(last) ? Number(last) : -1;
    if (index < 0 || index > target.length - (how === 'add' ? 0 : 1))
      throw failed(`There is no ${pointerOf(parts)}.`);
    target.splice(index, how === 'add' ? 0 : 1, value);
  } else if (typeof target === 'object' && target !== null && !refusedNames.has(last)) {
    if (how === 'replace' && !Object.hasOwn(target, last)) throw failed(`There is no ${pointerOf(parts)}.`);
    (target as Record<string, unknown>)[last] = value;
  } else throw failed(`${pointerOf(parts)} cannot be there.`);
}

const refusedNames: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

function take(holder: { root: unknown }, parts: readonly string[]): unknown {
  const last = parts.at(-1);
  if (last === undefined) throw failed('The whole cannot be removed by a patch.');
  const target = find(holder, parts.slice(0, -1));
  const value = memberOf(target, last);
  if (value === undefined) throw failed(`There is no ${pointerOf(parts)}.`);
  if (Array.isArray(target)) target.splice(Number(last), 1);
  else delete (target as Record<string, unknown>)[last];
  return value;
}

/** Applies a merge patch of RFC 7386: what is null goes, objects are merged, everything else replaces. */
export function applyMergePatch(document: unknown, patch: unknown): unknown {
  if (!isRecord(patch)) return structuredClone(patch);
  const merged: Record<string, unknown> = isRecord(document) ? { ...document } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (refusedNames.has(name)) throw failed(`${name} cannot be there.`);
    if (value === null) delete merged[name];
    else merged[name] = applyMergePatch(merged[name], value);
  }
  return merged;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
