import type { Reference } from './body.ts';
import { invalid } from './failure.ts';

/** A part of an address: `ACME`, or any other name that it is known by, as `externalId=SO-1001`. */
export interface Address {
  readonly by: string;
  readonly value: string;
}

export function addressOf(written: string, allowed: readonly string[]): Address {
  const sign = written.indexOf('=');
  const address =
    sign < 0 ? { by: 'id', value: written } : { by: written.slice(0, sign), value: written.slice(sign + 1) };
  if (!allowed.includes(address.by))
    throw invalid(`${address.by}=… does not name one of these; ${allowed.join(', ')} do.`);
  if (address.value === '') throw invalid(`${address.by} must not be empty.`);
  return address;
}

/** The same from a body: exactly one of the names. */
export function addressIn(reference: Reference, allowed: readonly string[], field: string): Address {
  const { nameVersion, ...names } = reference;
  const all: Address[] = Object.entries(names).flatMap(([by, value]) => (value ? [{ by, value }] : []));
  if (nameVersion) all.push({ by: 'nameVersion', value: `${nameVersion.name}:${nameVersion.version}` });
  const [first] = all.toSorted((a, b) => allowed.indexOf(a.by) - allowed.indexOf(b.by));
  const unknown = all.find(({ by }) => !allowed.includes(by));
  if (unknown) throw invalid(`${field} is not found by ${unknown.by}.`, `${field}/${unknown.by}`);
  if (!first) throw invalid(`${field} needs one of ${allowed.join(', ')}.`, field);
  return first;
}

/** `Gold:1.0`; without a colon the version is not said. */
export function nameVersionOf(written: string): { readonly name: string; readonly version: string } {
  const colon = written.lastIndexOf(':');
  return colon < 0
    ? { name: written, version: '' }
    : { name: written.slice(0, colon), version: written.slice(colon + 1) };
}
