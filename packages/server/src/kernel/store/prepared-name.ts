/** The text of a query that every connection keeps the plan of, under this name. */
const marked = /^\/\* prepared ([a-z-]+) \*\/ /;

/** The name that a query is to be prepared under; undefined for one that is planned anew each time. */
export const preparedName = (text: string): string | undefined =>
  text.startsWith('/*') ? marked.exec(text)?.[1] : undefined;

export const markPrepared = (name: string, text: string): string => `/* prepared ${name} */ ${text}`;
