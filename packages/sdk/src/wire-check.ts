import type { Configuration, CustomerSnapshot, Patch } from '@latchkey/model';

/**
 * What arrives is checked for its outline only: that it is a configuration, a patch or a snapshot at all. The engine leaves
 * out, or answers as malformed, each resource that it cannot read.
 */
type Fields = { readonly [name: string]: unknown };

const lists = [
  'flags',
  'targeting',
  'segments',
  'features',
  'plans',
  'planVersions',
  'publications',
  'grants',
] as const;

export function isConfiguration(received: unknown): received is Configuration {
  return isStamped(received) && lists.every((name) => Array.isArray(received[name]));
}

export function isPatch(received: unknown): received is Patch {
  return (
    isStamped(received) &&
    areObjects(received['changes']) &&
    (received['customers'] === 'all' || areTexts(received['customers']))
  );
}

export function isCustomerSnapshot(received: unknown): received is CustomerSnapshot {
  return (
    isStamped(received) &&
    typeof received['key'] === 'string' &&
    (received['customer'] === null || isObject(received['customer'])) &&
    areTexts(received['ancestors']) &&
    isObject(received['segments']) &&
    Array.isArray(received['subscriptions']) &&
    Array.isArray(received['grants']) &&
    Array.isArray(received['seats'])
  );
}

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isStamped = (value: unknown): value is Fields =>
  isObject(value) && typeof value['epoch'] === 'string' && Number.isSafeInteger(value['revision']);

const areObjects = (value: unknown): boolean => Array.isArray(value) && value.every(isObject);
const areTexts = (value: unknown): boolean =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');

/** JSON as a value, or undefined where it is none. */
export function readJson(written: string): unknown {
  try {
    return JSON.parse(written) as unknown;
  } catch {
    return undefined;
  }
}
