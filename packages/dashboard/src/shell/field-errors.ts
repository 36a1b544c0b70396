import { Problem } from '../api/problem.ts';

/** Which field a refusal is about, where its code alone says so. */
const fieldOfCode: Readonly<Record<string, string>> = {
  key_taken: 'key',
  identifier_taken: 'externalId',
  comment_required: 'comment',
  reason_required: 'comment',
  end_in_past: 'to',
  interval_empty: 'to',
  quantity_below_consumed: 'quantity',
  seat_taken: 'subject',
  member_exists: 'email',
};

export interface FieldErrors {
  /** The message for a field, by the last part of its pointer. Asking for it is a promise to show it. */
  readonly of: (field: string) => string | undefined;
  /** What no field has asked for: shown above the form. */
  readonly rest: () => readonly string[];
}

/** Sorts a refusal's messages to the fields of a form. `#/change/comment` belongs to `comment`, `#/items/0/to` to `to`. */
export function fieldErrors(error: Error | null): FieldErrors {
  if (error === null) return { of: () => undefined, rest: () => [] };
  const messages = messagesOf(error);
  const shown = new Set<string>();
  return {
    of: (field) => {
      const found = messages.find(({ path }) => path === field || path.split('/').includes(field));
      if (found) shown.add(found.detail);
      return found?.detail;
    },
    rest: () => messages.map(({ detail }) => detail).filter((detail) => !shown.has(detail)),
  };
}

function messagesOf(error: Error): readonly { readonly path: string; readonly detail: string }[] {
  if (!(error instanceof Problem)) return [{ path: '', detail: error.message }];
  if (error.errors.length > 0)
    return error.errors.map(({ pointer, detail }) => ({ path: pointer.replace(/^#?\//, ''), detail }));
  return [{ path: fieldOfCode[error.code] ?? '', detail: error.message }];
}
