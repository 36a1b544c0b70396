/** Somebody else's text, cut to what we keep; never in the middle of a character. */
export const wordsWithin = (max: number, words: string): string =>
  words
    .trim()
    .slice(0, max)
    .replace(/[\ud800-\udbff]$/, '');
