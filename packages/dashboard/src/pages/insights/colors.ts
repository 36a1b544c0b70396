/** Told apart in light and in dark, and by most who see colours otherwise; the words and numbers stand beside them. */
const colors = [
  'harbour.5',
  'orange.6',
  'teal.6',
  'grape.5',
  'yellow.6',
  'cyan.6',
  'pink.5',
  'lime.7',
] as const;

/** A variation has the same colour wherever it is drawn; the application's own default has none. */
export const colorOf = (variation: number | null): string =>
  variation === null ? 'gray.5' : (colors[variation % colors.length] ?? colors[0]);
