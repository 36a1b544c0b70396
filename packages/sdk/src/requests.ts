/** Where the server is and what proves who asks. */
export interface Door {
  readonly address: string;
  readonly sdkKey: string;
}

/** The server answered, but not with what was asked for. */
export class RefusedRequest extends Error {
  readonly status: number;
  /** The problem's stable code (RFC 9457 `code`); empty when the answer was none of ours. */
  readonly code: string;
  readonly retryAfterMilliseconds: number | null;

  constructor(status: number, code: string, retryAfterMilliseconds: number | null) {
    super(`The server answered ${status}${code === '' ? '' : ` (${code})`}.`);
    this.name = 'RefusedRequest';
    this.status = status;
    this.code = code;
    this.retryAfterMilliseconds = retryAfterMilliseconds;
  }
}

export const isKeyRefused = (error: unknown): boolean =>
  error instanceof RefusedRequest && (error.status === 401 || error.status === 403);

/** The server being away or busy passes, and a key may be accepted again; what it cannot take it will never take. */
export function isWorthRepeating(failure: unknown): boolean {
  if (!(failure instanceof RefusedRequest)) return true;
  return isKeyRefused(failure) || [408, 429].includes(failure.status) || failure.status >= 500;
}

/** What to tell people about a failure: an error's cause says more than "fetch failed". */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const reason = cause instanceof Error ? cause.message || code : '';
  return reason === '' ? error.message : `${error.message}: ${reason}`;
}

export const urlOf = ({ address }: Door, resource: string): string =>
  `${address.replace(/\/+$/, '')}/sdk/v1/${resource}`;

export const headersOf = (
  { sdkKey }: Door,
  more: Readonly<Record<string, string | null>>,
): Record<string, string> => {
  const headers: Record<string, string> = { authorization: `Bearer ${sdkKey}` };
  for (const [name, value] of Object.entries(more)) if (value !== null) headers[name] = value;
  return headers;
};

/** A problem's documents are small; what is larger is read no further. */
const problemCharactersMax = 10_000;

/** Reads why the server refused, and lets the connection go. */
export async function refusalOf(response: Response): Promise<RefusedRequest> {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  const retryAfter = Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null;
  return new RefusedRequest(response.status, await codeOf(response), retryAfter);
}

async function codeOf(response: Response): Promise<string> {
  try {
    const written = await response.text();
    if (written.length > problemCharactersMax) return '';
    const { code } = JSON.parse(written) as { readonly code?: unknown };
    return typeof code === 'string' ? code : '';
  } catch {
    // No problem document, as from a proxy in between: the status has to do.
    return '';
  }
}
