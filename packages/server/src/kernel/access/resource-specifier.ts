/** One level of a specifier: `flag/check*;entitlement,billing`. */
interface Level {
  readonly kind: string;
  readonly name: string;
  readonly tags: readonly string[];
}

/**
 * Whether a specifier such as `proj/*:env/production:flag/*;entitlement` names this thing. `*` stands for any run of
 * characters within one level, and a specifier speaks of its own level only: `proj/*` says nothing about the flags in
 * a project. All the tags that it lists must be there; "one or the other" is two specifiers.
 *
 * `whenUnreadable` answers for what is no specifier (roles are checked when they are defined, so this is the last
 * line): an allowance that cannot be read allows nothing, a denial that cannot be read denies everything.
 */
export function matchesResource(
  specifier: string,
  path: string,
  tags: readonly string[] | 'any',
  whenUnreadable = false,
): boolean {
  const levels = readSpecifier(specifier);
  if (levels === null) return whenUnreadable;
  const parts = path.split(levelBoundary);
  if (parts.length !== levels.length) return false;
  return levels.every((level, index) => {
    const part = parts[index] ?? '';
    const slash = part.indexOf('/');
    return (
      slash > 0 &&
      matchesGlob(level.kind, part.slice(0, slash)) &&
      matchesGlob(level.name, part.slice(slash + 1)) &&
      (tags === 'any' || level.tags.every((pattern) => tags.some((tag) => matchesGlob(pattern, tag))))
    );
  });
}

/** Why a text is no specifier, as a sentence; null when it is one. */
export function faultOfSpecifier(specifier: string): string | null {
  const levels = splitLevels(specifier);
  if (levels.some((level) => level === null))
    return 'must be levels such as proj/*:env/production:flag/*;entitlement';
  // Tags of the project and the environment around a thing are not known where the question is asked.
  if (levels.slice(0, -1).some((level) => level !== null && level.tags.length > 0)) {
    return 'may name tags on its last level only';
  }
  return null;
}

function readSpecifier(specifier: string): readonly Level[] | null {
  if (faultOfSpecifier(specifier) !== null) return null;
  return splitLevels(specifier) as readonly Level[];
}

/** A colon begins a level only before another `kind/`: keys of customers may contain colons, but no slash. */
const levelBoundary = /:(?=[^:/;]+\/)/;

const splitLevels = (specifier: string): readonly (Level | null)[] =>
  specifier.split(levelBoundary).map((written) => {
    const slash = written.indexOf('/');
    const semicolon = written.indexOf(';');
    const end = semicolon === -1 ? written.length : semicolon;
    if (slash <= 0 || slash + 1 >= end || !kindPattern.test(written.slice(0, slash))) return null;
    const tags = semicolon === -1 ? [] : written.slice(semicolon + 1).split(',');
    if (tags.some((tag) => tag === '' || tag.includes(';'))) return null;
    return { kind: written.slice(0, slash), name: written.slice(slash + 1, end), tags };
  });

const kindPattern = /^[a-z*][a-z_*-]*$/;

/** Case matters; `*` is any run of characters, also none. Linear in practice, at worst the product of both lengths. */
export function matchesGlob(pattern: string, text: string): boolean {
  let inPattern = 0;
  let inText = 0;
  let star = -1;
  let retryFrom = 0;
  while (inText < text.length) {
    if (pattern[inPattern] === '*') {
      star = inPattern;
      retryFrom = inText;
      inPattern += 1;
    } else if (pattern[inPattern] === text[inText]) {
      inPattern += 1;
      inText += 1;
    } else if (star !== -1) {
      retryFrom += 1;
      inText = retryFrom;
      inPattern = star + 1;
    } else {
      return false;
    }
  }
  while (pattern[inPattern] === '*') inPattern += 1;
  return inPattern === pattern.length;
}
