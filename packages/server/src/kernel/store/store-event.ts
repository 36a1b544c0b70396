/** What the store reports about itself: a constant message and facts by name, for the log. Never holds customers' data. */
export interface StoreEvent {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly message: string;
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
}

export type StoreLog = (event: StoreEvent) => void;
