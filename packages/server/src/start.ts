import { randomBytes } from 'node:crypto';
import type { Place, ProblemCode } from '@latchkey/model';
import type { PoolConfig } from 'pg';
import { launchDarklyWire } from './compat/launchdarkly/wire.ts';
import { telling } from './compat/launchdarkly-rest/audit-log/telling.ts';
import { beforeRest, exceptRest, launchDarklyRest } from './compat/launchdarkly-rest/rest.ts';
import { ofrepWire } from './compat/ofrep/wire.ts';
import { sentinel } from './compat/sentinel/sentinel.ts';
import { type Config, secretKeyOf } from './config.ts';
import { jobs as connectorJobs, webhooks } from './connect/index.ts';
import { countableIn } from './delivery/countable.ts';
import { Delivery } from './delivery/delivery.ts';
import { CustomerFinder } from './delivery/find-customer.ts';
import { forgetRevoked } from './delivery/forget-revoked.ts';
import { impactOf } from './delivery/impact.ts';
import { lookUp } from './delivery/look-up.ts';
import { sdkProtocol } from './delivery/sdk-protocol.ts';
import { SdkStreams } from './delivery/sdk-streams.ts';
import { type DemoKeys, fillEmpty } from './first-start.ts';
import { authenticator } from './kernel/access/authenticate.ts';
import { authoriseBeforeLoading } from './kernel/access/authorise.ts';
import { SignInAttempts } from './kernel/access/sign-in-attempts.ts';
import { type Submit, submit as submitChange } from './kernel/changes/submit.ts';
import { createLog, type Logger } from './kernel/http/log.ts';
import { createHttpServer, type HttpServer } from './kernel/http/server.ts';
import { createStreams } from './kernel/http/stream.ts';
import { type Clock, systemClock } from './kernel/jobs/clock.ts';
import { startJobs } from './kernel/jobs/runner.ts';
import { openLedger } from './kernel/ledger/open.ts';
import { resourcePath } from './kernel/ledger/subjects.ts';
import { announce } from './kernel/ledger/wake.ts';
import { type Database, openDatabase } from './kernel/store/database.ts';
import { migrate } from './kernel/store/migrate.ts';
import { secretBox } from './kernel/store/secret-box.ts';
import type { StoreLog } from './kernel/store/store-event.ts';
import { connect, unreachable } from './maintenance.ts';
import { UsageDesk, usageJobs } from './metering/index.ts';
import { allOperations, allStores } from './registry.ts';
import { allRoutes } from './routes.ts';
import { scheduledChanges } from './slices/changes/index.ts';
import { jobs as flagJobs } from './slices/flags/index.ts';
import { insightsKeeping, Recorder } from './slices/insights/index.ts';
import { publishedRoutes } from './slices/licences/index.ts';
import { firstAdministratorLink, sessionRoutes } from './slices/members/index.ts';
import { jobs as programmeJobs } from './slices/programmes/index.ts';
import { jobs as segmentJobs, uploadRoutes } from './slices/segments/index.ts';
import { exceptionsOf, jobs as webhookJobs } from './slices/webhooks/index.ts';
import { version } from './version.ts';

export interface LatchkeyOptions {
  readonly config: Config;
  /** Where the built dashboard lies; null serves none. */
  readonly dashboardFolder?: string | null;
  /** Instead of the machine's own time. */
  readonly clock?: Clock;
  readonly log?: Logger;
  /** A database that is already there, instead of the one that the configuration names. */
  readonly database?: PoolConfig;
}

export interface RunningLatchkey {
  /** `http://127.0.0.1:4400` */
  readonly address: string;
  /** The one-time link for the first administrator, as long as there is none. */
  readonly firstSignInLink: string | null;
  /** Keys that the demo made just now, to print; null when it was not loaded. */
  readonly demoKeys: DemoKeys | null;
  /** The same pipeline that every request goes through, for the demo and for tests. */
  readonly submit: Submit;
  readonly db: Database;
  readonly delivery: Delivery;
  /** Counts what applications were answered. */
  readonly recorder: Recorder;
  /** What answers and what was declared, for the test that compares them, and the description of the API. */
  readonly http: Pick<HttpServer, 'liveRoutes' | 'declaredRoutes' | 'openApi'>;
  stop(): Promise<void>;
}

export type { DemoKeys };

/** The ledger is asked every second; after this long without an answer a node no longer knows what it may be missing. */
const staleMilliseconds = 10_000;

/** Which of the two is not there, if any. */
async function placeProblem(db: Database, { project, environment }: Place): Promise<ProblemCode | null> {
  const rows = await db.reader
    .selectFrom('ledger_stream')
    .select('environment')
    .where('project', '=', project)
    .where('environment', 'in', ['', environment])
    .execute();
  const known = new Set(rows.map((row) => row.environment));
  if (!known.has('')) return 'project_unknown';
  return known.has(environment) ? null : 'environment_unknown';
}

/** Builds the process from its parts and starts it: the only place that does. Whatever was opened is closed by `stop`, last first. */
export async function startLatchkey(options: LatchkeyOptions): Promise<RunningLatchkey> {
  const { config } = options;
  const log = options.log ?? createLog({ level: config.logLevel });
  const storeLog: StoreLog = ({ level, message, facts }) => log[level](facts ?? {}, message);
  const clock = options.clock ?? systemClock(config.clockOffsetSeconds);
  const closing: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (let close = closing.pop(); close; close = closing.pop()) await close();
  };
  try {
    const { connection, stop: disconnect } = options.database
      ? { connection: options.database, stop: async () => undefined }
      : await connect(config, storeLog);
    closing.push(disconnect);
    await migrate({ connection, log: storeLog }).catch((error: unknown) => {
      throw unreachable(error, config);
    });
    const db = openDatabase({ connection, log: storeLog });
    closing.push(() => db.close());
    await openLedger(db);

    const delivery = new Delivery(db, storeLog);
    await delivery.start();
    closing.push(() => delivery.stop());

    let address = config.publicUrl ?? '';
    const publicUrl = (): string => address;
    const secure = config.publicUrl?.startsWith('https:') ?? false;
    const box = secretBox([secretKeyOf(config)]);
    const credentials = authenticator({ db, secure });
    const streams = createStreams();
    const sdkStreams = new SdkStreams(delivery);
    delivery.listen({ onCommit: forgetRevoked(credentials, streams) });
    const customers = new CustomerFinder(db.reader, delivery);
    const now = clock.now;
    const newChangeId = (): string => `chg_${randomBytes(15).toString('base64url')}`;

    const submit: Submit = (change) =>
      submitChange(change, {
        db,
        operations: allOperations,
        stores: allStores,
        impactOf,
        async notify(place, revision) {
          void announce(db).catch((error: unknown) => log.warn({ err: error }, 'announcement failed'));
          await delivery.settle(place, revision);
        },
      });

    let isFilled = false;
    const connectors = {
      db,
      box,
      submit,
      now,
      newChangeId,
      log: storeLog,
      listen: delivery.listen.bind(delivery),
    };
    const logFault = (error: unknown): void => log.error({ err: error }, 'unexpected failure');
    const recorder = new Recorder({ db, countable: countableIn(delivery), now, log: storeLog });
    closing.push(() => recorder.stop());
    const raw = { delivery, recorder, authenticator: credentials, now, log: logFault };
    const launchDarkly = launchDarklyWire({ ...raw, db, box, streams });
    closing.push(async () => launchDarkly.stop());
    const ofrep = ofrepWire({ ...raw, db, box, streams, publicUrl: config.publicUrl });
    closing.push(async () => ofrep.stop());
    const desk = new UsageDesk(db, now);
    const server = await createHttpServer({
      routes: allRoutes({ db, box, delivery, recorder, publicUrl, desk }),
      ownRoutes: [
        sessionRoutes({ db, secure, attempts: new SignInAttempts(), submit, newChangeId, now }),
        uploadRoutes({ db, authenticate: (headers, at) => credentials.request(headers, at), now }),
        publishedRoutes({ db, box, publicUrl, now }),
        launchDarklyRest({ db, box, authenticator: credentials, submit, newChangeId, now, log: logFault }),
        sentinel({
          db,
          authenticator: credentials,
          submit,
          newChangeId,
          customers,
          publicUrl,
          now,
          log: logFault,
        }),
      ],
      webhooks: webhooks(connectors),
      rawHandlers: [
        lookUp({ ...raw, customers }),
        sdkProtocol({ ...raw, db: db.reader, streams, sdkStreams }),
        beforeRest,
        exceptRest(launchDarkly.handler),
        ofrep.handler,
      ],
      log,
      version,
      publicUrl: config.publicUrl,
      dashboardFolder: options.dashboardFolder ?? null,
      readiness: [
        {
          name: 'database',
          missing: () =>
            delivery.age(Date.now()) < staleMilliseconds ? null : 'no word from the database for a while',
        },
        {
          name: 'first_start',
          missing: () => (isFilled ? null : 'what an empty database is given is still being written'),
        },
      ],
      warnings: () => {
        const malformed = delivery.malformedResources();
        if (malformed === 0) return [];
        return [
          `${malformed} resources cannot be read as what they should be, and so answer for nobody; the log names them`,
        ];
      },
      measures: [
        {
          name: 'latchkey_sdk_streams',
          help: 'Open streams of our own SDKs',
          read: () => sdkStreams.count(),
        },
        {
          name: 'latchkey_malformed_resources',
          help: 'Resources that cannot be read as what they should be, and so answer for nobody; the log names them',
          read: () => delivery.malformedResources(),
        },
        {
          name: 'latchkey_launchdarkly_streams',
          help: 'Open streams of LaunchDarkly SDKs',
          read: () => launchDarkly.count(),
        },
        {
          name: 'latchkey_ofrep_streams',
          help: 'Open event streams of OpenFeature providers',
          read: () => ofrep.count(),
        },
        {
          name: 'latchkey_insights_ignored',
          help: 'Counts that applications sent and that fit no flag or feature here, since the start; the log names some',
          read: () => recorder.ignored(),
        },
        {
          name: 'latchkey_insights_dropped',
          help: 'Answers that were given and are counted nowhere, here and in applications that said so, since the start',
          read: () => recorder.dropped(),
        },
      ],
      authenticate: ({ headers }) => credentials.request(headers, now()),
      authorise: (principal, { action, place, resource }) =>
        authoriseBeforeLoading(principal, { action, resource: resourcePath(place, resource) }),
      // What is held is there, and must be answered while the database is away.
      placeProblem: async (place) => (delivery.configuration(place) ? null : placeProblem(db, place)),
      submit,
      reader: db.reader,
      streams,
      now,
      newChangeId,
    });
    const listening = await server.listen({ host: config.host, port: config.port });
    address ||= listening;
    closing.push(() => server.stop());

    const jobs = startJobs({
      db,
      clock,
      log: storeLog,
      jobs: [
        scheduledChanges({ reader: db.reader, submit }),
        ...connectorJobs(connectors),
        insightsKeeping(db),
        ...usageJobs({ db, delivery, submit, newChangeId }),
        ...flagJobs({ reader: db.reader, submit, newChangeId }),
        ...programmeJobs({ reader: db.reader, submit, newChangeId }),
        ...segmentJobs({ db, submit, newChangeId }),
        ...webhookJobs({ db, box, telling, exceptions: exceptionsOf(config.webhookHosts) }),
      ],
    });
    closing.push(() => jobs.stop());

    const demoKeys = await fillEmpty({
      db,
      box,
      submit,
      config,
      clock,
      recorder,
      delivery,
      desk,
      newChangeId,
    });
    isFilled = true;
    const firstSignInLink = await firstAdministratorLink(db, address, now());
    return {
      address: listening,
      firstSignInLink,
      demoKeys,
      submit,
      db,
      delivery,
      recorder,
      http: server,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
