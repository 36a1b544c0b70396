/**
 * Whether every typed word begins some word of the texts. Keys are cut at hyphens, dots and capitals, so that
 * “report adv” finds `advancedReports` and `adv-reports`.
 */
export function matches(query: string, ...texts: readonly string[]): boolean {
  const words = texts.flatMap(wordsOf);
  return wordsOf(query).every((typed) => words.some((word) => word.startsWith(typed)));
}

const wordsOf = (text: string): readonly string[] =>
  text
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
