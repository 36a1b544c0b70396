/** An address as LaunchDarkly writes it: below the API's own root, for clients that put their base address before it. */
export interface Link {
  readonly href: string;
  readonly type: 'application/json' | 'text/html';
}
export type Links = Readonly<Record<string, Link>>;

const root = '/api/v2';

export const link = (path: string): Link => ({ href: `${root}${path}`, type: 'application/json' });
/** A page of the dashboard. */
export const site = (path: string): Link => ({ href: path, type: 'text/html' });

/** `['flags', 'demo', 'a/b']` → `/flags/demo/a%2Fb` */
export const pathOf = (...parts: readonly string[]): string =>
  parts.map((part) => `/${encodeURIComponent(part)}`).join('');

export const selfAndParent = (...parts: readonly string[]): Links => ({
  self: link(pathOf(...parts)),
  parent: link(pathOf(...parts.slice(0, -1))),
});
