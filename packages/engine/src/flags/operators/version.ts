import { isString, type Operator, someMatches } from './operator.ts';

/** A semantic version (semver.org 2.0.0). Build metadata is dropped: it never takes part in comparison. */
type Version = {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
  readonly prerelease: readonly (string | number)[];
};

/** No longer text is a version, as in npm's `semver`. */
const textLengthMax = 256;

/**
 * Null when the text is no version. Missing minor and patch are zero (`1`, `1.2-beta`); a leading `v`, leading zeros
 * and a fourth component are refused. White space around a version is ignored.
 */
export function parseVersion(text: unknown): Version | null {
  if (!isString(text) || text.startsWith('v')) return null;
  const parsed = parseWhole(text);
  if (parsed !== null) return parsed;
  const [given, minor, patch] = /^\d+(\.\d+)?(\.\d+)?/.exec(text) ?? [];
  if (given === undefined) return null;
  const missing = (minor === undefined ? '.0' : '') + (patch === undefined ? '.0' : '');
  return parseWhole(given + missing + text.slice(given.length));
}

const whole =
  /^v?(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-((?:0|[1-9]\d*|\d*[a-zA-Z-][a-zA-Z\d-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][a-zA-Z\d-]*))*))?(?:\+[a-zA-Z\d-]+(?:\.[a-zA-Z\d-]+)*)?$/;

function parseWhole(text: string): Version | null {
  if (text.length > textLengthMax) return null;
  const match = whole.exec(text.trim());
  if (match === null) return null;
  const [major, minor, patch] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (Math.max(major, minor, patch) > Number.MAX_SAFE_INTEGER) return null;
  return { major, minor, patch, prerelease: match[4]?.split('.').map(identifier) ?? [] };
}

function identifier(text: string): string | number {
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  return number < Number.MAX_SAFE_INTEGER ? number : text;
}

/** Negative, zero or positive, as the first comes before, with, or after the second. */
export function compareVersions(a: Version, b: Version): number {
  return (
    a.major - b.major ||
    a.minor - b.minor ||
    a.patch - b.patch ||
    comparePrereleases(a.prerelease, b.prerelease)
  );
}

/** A prerelease comes before its release; a longer list of equal beginning comes later. */
function comparePrereleases(a: Version['prerelease'], b: Version['prerelease']): number {
  if (a.length === 0 || b.length === 0) return b.length - a.length;
  for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
    const [left, right] = [a[index] as string | number, b[index] as string | number];
    if (left !== right) return compareIdentifiers(left, right);
  }
  return a.length - b.length;
}

/** Numbers before words, numbers by size, words by their characters. */
function compareIdentifiers(a: string | number, b: string | number): number {
  const [left, right] = [Number(a), Number(b)];
  const [isLeftNumber, isRightNumber] = [isDigits(a), isDigits(b)];
  if (isLeftNumber && isRightNumber) return left - right;
  if (isLeftNumber !== isRightNumber) return isLeftNumber ? -1 : 1;
  return a < b ? -1 : 1;
}

const isDigits = (part: string | number): boolean => typeof part === 'number' || /^\d+$/.test(part);

const anyVersion =
  (test: (candidate: Version, value: Version) => boolean): Operator =>
  (values) => {
    const versions = values.map(parseVersion).filter((version) => version !== null);
    return (candidate) => {
      const version = versions.length === 0 ? null : parseVersion(candidate);
      return version !== null && someMatches(versions, version, test);
    };
  };

export const semVerEqual = anyVersion((a, b) => compareVersions(a, b) === 0);
export const semVerLessThan = anyVersion((a, b) => compareVersions(a, b) < 0);
export const semVerGreaterThan = anyVersion((a, b) => compareVersions(a, b) > 0);
