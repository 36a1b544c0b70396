/** A line of the table that `npm run bench` ends with. */
export interface Row {
  readonly what: string;
  readonly latchkey: string;
  /** What the same work costs without us, measured in the same run. */
  readonly peer: string;
  /** Our figure in parts of the peer's; with what was aimed at, where something was. */
  readonly ratio: string;
}

export type Benchmark = () => Promise<readonly Row[]>;
