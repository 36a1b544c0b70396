interface FieldMessage {
  readonly pointer: string;
  readonly detail: string;
}

/** A refusal as the server tells it (RFC 9457): a sentence for people, and the field that is to blame where there is one. */
export class Problem extends Error {
  override readonly name = 'Problem';
  /** 0 where there was no answer at all. */
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly errors: readonly FieldMessage[];

  /** `document` may be anything: a proxy on the way answers with pages of its own. */
  constructor(status: number, document: unknown) {
    const said = typeof document === 'object' && document !== null ? document : {};
    const detail =
      textIn(said, 'detail') ?? textIn(said, 'title') ?? 'The server did not answer as expected.';
    super(detail);
    this.status = status;
    this.code = textIn(said, 'code') ?? 'unavailable';
    this.title = textIn(said, 'title') ?? 'The server cannot be reached';
    const field = textIn(said, 'field');
    this.errors = messagesIn(said) ?? (field === null ? [] : [{ pointer: field, detail }]);
  }
}

function textIn(document: object, name: string): string | null {
  const value: unknown = Object.entries(document).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value : null;
}

function messagesIn(document: object): readonly FieldMessage[] | null {
  if (!('errors' in document) || !Array.isArray(document.errors)) return null;
  return document.errors.flatMap((message: unknown) => {
    if (typeof message !== 'object' || message === null) return [];
    const [pointer, detail] = [textIn(message, 'pointer'), textIn(message, 'detail')];
    return pointer === null || detail === null ? [] : [{ pointer, detail }];
  });
}
