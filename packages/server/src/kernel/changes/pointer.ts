/**
 * Where in a request a complaint belongs: a JSON pointer as a URI fragment (RFC 6901 section 6), such as `#/items/0/plan`.
 * Field names come from the caller: they are cut to 100 characters, and what cannot be printed is percent-encoded.
 */
export function toPointer(path: readonly PropertyKey[]): string {
  return `#${path.map((step) => `/${escaped(String(step))}`).join('')}`;
}

const loneSurrogate = /\p{Surrogate}/gu;

function escaped(step: string): string {
  const wellFormed = step.slice(0, 100).replace(loneSurrogate, '\ufffd');
  return encodeURIComponent(wellFormed.replaceAll('~', '~0').replaceAll('/', '~1'));
}
