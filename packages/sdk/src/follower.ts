import type { Configuration, Patch } from '@latchkey/model';

/** What keeps the configuration current: one stream, or regular questions where streams cannot pass. */
export interface Follower {
  start(): void;
  close(): void;
}

export interface FollowerEvents {
  /** `<epoch>:<revision>` of what is held, to be sent only what came after it; null to be sent everything. */
  readonly lastEventId: () => string | null;
  /** The server is there, and has told of everything up to now. */
  readonly onHeard: () => void;
  readonly onConfiguration: (configuration: Configuration) => void;
  /** False when it does not follow on what is held. */
  readonly onPatch: (patch: Patch) => boolean;
  /** From now on `lastEventId` is null until a configuration has arrived. */
  readonly onGap: () => void;
  readonly onLost: (error: unknown) => void;
}
