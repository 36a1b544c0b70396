import { createHash } from 'node:crypto';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** 24 hexadecimal digits, always the same for the same thing: LaunchDarkly gives ids where we have keys. */
export const objectId = (text: string): string => digest(text).slice(0, 24);

/** A UUID, always the same for the same thing. */
export function uuid(text: string): string {
  const hex = digest(text);
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`];
  return [...parts, hex.slice(20, 32)].join('-');
}

export const projectId = (project: string): string => objectId(`project ${project}`);

/** Variations are told apart by their position. */
export const variationId = (project: string, flag: string, index: number): string =>
  uuid(`variation ${project}/${flag}/${index}`);
