/** One event of the SDK's own life. `event` is constant; what varies stands beside it by name. Never a key or token. */
export interface LogEntry {
  readonly level: 'info' | 'warn';
  readonly event: string;
  readonly [fact: string]: string | number | boolean | null | undefined;
}

/** The same event about the same thing is told once, however often it happens. */
export interface Log {
  /** `about` tells apart what is told separately: a feature, a customer. */
  once(entry: LogEntry, about?: string): void;
  /** What was told once may be told again, as after it was over. */
  forget(event: string, about?: string): void;
}

/** Enough for every feature of a large catalogue; beyond it something is wrong that more lines will not explain. */
const toldMax = 10_000;

export function createLog(write: (entry: LogEntry) => void): Log {
  const told = new Set<string>();
  const name = (event: string, about: string) => `${event} ${about}`;
  return {
    once(entry, about = '') {
      const key = name(entry.event, about);
      if (told.has(key) || told.size >= toldMax) return;
      told.add(key);
      try {
        write(entry);
      } catch {
        // The application's own log failed; there is nobody left to tell, and a decision must not fail over it.
      }
    },
    forget(event, about = '') {
      told.delete(name(event, about));
    },
  };
}

/** Warnings to standard error as one JSON line; what is merely of interest is left out. */
export function writeToConsole(entry: LogEntry): void {
  if (entry.level === 'warn') console.warn(JSON.stringify({ source: '@latchkey/sdk', ...entry }));
}
