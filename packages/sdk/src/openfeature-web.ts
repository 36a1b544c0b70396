import {
  type EvaluationContext,
  type JsonValue,
  OpenFeatureEventEmitter,
  type Provider,
  ProviderEvents,
  ProviderFatalError,
  ProviderNotReadyError,
  type ResolutionDetails,
} from '@openfeature/web-sdk';
import { type Kind, resolutionOf } from './openfeature/resolution.ts';
import type { BrowserClient, BrowserStatus } from './web/client.ts';
import { type BrowserClientOptions, createBrowserClient } from './web.ts';

/**
 * Latchkey behind OpenFeature's web SDK. The context is OpenFeature's own, `customer` in it names the customer whose rights
 * count; the server evaluates, and answers are given without waiting.
 *
 * @example
 * await OpenFeature.setContext({ targetingKey: 'ada', customer: 'acme' });
 * await OpenFeature.setProviderAndWait(new LatchkeyWebProvider({ address, clientSideId }));
 * OpenFeature.getClient().getBooleanValue('exports', false);
 */
export class LatchkeyWebProvider implements Provider {
  readonly metadata = { name: 'Latchkey (web)' } as const;
  readonly runsOn = 'client';
  readonly events = new OpenFeatureEventEmitter();
  readonly #options: Omit<BrowserClientOptions, 'context'>;
  #client: BrowserClient | null = null;
  /** While OpenFeature itself waits for the outcome, it says of it what there is to say. */
  #isAwaited = true;

  constructor(options: Omit<BrowserClientOptions, 'context'>) {
    this.#options = options;
  }

  async initialize(context: EvaluationContext = {}): Promise<void> {
    const client = createBrowserClient({ ...this.#options, context });
    this.#client = client;
    client.onChange((flagsChanged) => {
      if (!this.#isAwaited)
        this.events.emit(ProviderEvents.ConfigurationChanged, { flagsChanged: [...flagsChanged] });
    });
    client.onStatus((status) => {
      if (!this.#isAwaited) this.#tell(status);
    });
    this.#settle(await client.ready());
  }

  async onContextChange(_: EvaluationContext, context: EvaluationContext): Promise<void> {
    if (this.#client === null) return;
    this.#isAwaited = true;
    this.#settle(await this.#client.identify(context));
  }

  async onClose(): Promise<void> {
    this.#client?.close();
  }

  /** Accepted and kept nowhere. */
  track(): void {}

  resolveBooleanEvaluation(flag: string, otherwise: boolean): ResolutionDetails<boolean> {
    return this.#resolve('boolean', flag, otherwise);
  }

  resolveStringEvaluation(flag: string, otherwise: string): ResolutionDetails<string> {
    return this.#resolve('string', flag, otherwise);
  }

  resolveNumberEvaluation(flag: string, otherwise: number): ResolutionDetails<number> {
    return this.#resolve('number', flag, otherwise);
  }

  resolveObjectEvaluation<Value extends JsonValue>(flag: string, otherwise: Value): ResolutionDetails<Value> {
    return this.#resolve('object', flag, otherwise);
  }

  #resolve<Value extends JsonValue>(kind: Kind, flag: string, otherwise: Value): ResolutionDetails<Value> {
    const details = this.#client?.flagDetails(flag) ?? notReady;
    return resolutionOf(kind, otherwise, details);
  }

  /** Fails while nothing at all is known of the context; what was saved will do, and is said to be out of date. */
  #settle(status: BrowserStatus): void {
    this.#isAwaited = false;
    const { state, lastError } = status;
    if (state === 'live') return;
    if (state === 'stale') {
      setTimeout(() => this.#tell(this.#client?.status() ?? status), 0);
      return;
    }
    const message = lastError?.message ?? 'The server has not answered yet.';
    if (lastError?.status === 401 || lastError?.status === 403) throw new ProviderFatalError(message);
    throw new ProviderNotReadyError(message);
  }

  #tell({ state, lastError }: BrowserStatus): void {
    const message = lastError?.message ?? 'The server is away.';
    if (state === 'live') this.events.emit(ProviderEvents.Ready, {});
    else if (state === 'stale') this.events.emit(ProviderEvents.Stale, { message });
    else if (state === 'fallback') this.events.emit(ProviderEvents.Error, { message });
  }
}

const notReady = {
  reason: 'ERROR',
  metadata: {},
  errorCode: 'PROVIDER_NOT_READY',
  errorMessage: 'The provider was not initialised yet.',
} as const;
