export type Grants = readonly string[];
