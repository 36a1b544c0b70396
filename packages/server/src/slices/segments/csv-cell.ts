/**
 * Spreadsheets take a cell that begins like this for a formula and run it, whoever chose the key. Such a key is written
 * with an apostrophe before it, which they do not show, and is read back without it.
 */
const formula = /^[=+\-@\t\r']/;
const guarded = /^'(?=[=+\-@\t\r'])/;

export function toCell(text: string): string {
  const shown = formula.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown;
}

/** A cell as it was parsed, quotes gone. */
export const fromCell = (cell: string): string => cell.replace(guarded, '');
