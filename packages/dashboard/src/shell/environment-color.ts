import type { Environment } from '@latchkey/model';

/** Solid enough to be seen at the edge of the eye, in light and dark. The name always stands beside it. */
const solid: Readonly<Record<Environment['color'], string>> = {
  red: '#d92d20',
  orange: '#e0610e',
  yellow: '#d9a406',
  green: '#1f9d57',
  teal: '#0e9384',
  blue: '#2e6be6',
  violet: '#7a3ff2',
  gray: '#6b7584',
};

export const environmentColor = (
  color: Environment['color'],
): { readonly '--environment-solid': string } => ({
  '--environment-solid': solid[color],
});
