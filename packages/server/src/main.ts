export { type Config, type LogLevel, parseConfig, secretKeyOf } from './config.ts';
export { StartRefused } from './kernel/store/start-refused.ts';
export { type LedgerReport, migrateDatabaseOf, verifyLedgerOf } from './maintenance.ts';
export { type LatchkeyOptions, type RunningLatchkey, startLatchkey } from './start.ts';
