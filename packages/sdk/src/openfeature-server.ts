import { fromOpenFeature, UnusableContext } from '@latchkey/engine/openfeature';
import {
  type EvaluationContext,
  type JsonValue,
  OpenFeatureEventEmitter,
  type Provider,
  ProviderEvents,
  ProviderFatalError,
  ProviderNotReadyError,
  type ResolutionDetails,
} from '@openfeature/server-sdk';
import type { Client } from './client.ts';
import type { FlagDetails } from './flag-details.ts';
import { type Kind, resolutionOf } from './openfeature/resolution.ts';
import type { Status } from './standing.ts';

/**
 * Latchkey behind OpenFeature's server SDK. Flags are evaluated in this process, by the client that is handed in, which
 * stays the application's own: for entitlements, and to be closed by whoever made it. The customer is `customer` in the
 * evaluation context: its key, or an object with `key` and attributes.
 *
 * @example
 * const latchkey = createClient({ address, sdkKey });
 * await OpenFeature.setProviderAndWait(new LatchkeyProvider(latchkey));
 * await OpenFeature.getClient().getBooleanValue('exports', false, { targetingKey: 'ada', customer: 'acme' });
 */
export class LatchkeyProvider implements Provider {
  readonly metadata = { name: 'Latchkey' } as const;
  readonly runsOn = 'server';
  readonly events = new OpenFeatureEventEmitter();
  readonly #client: Client;
  #stopListening: () => void = () => undefined;

  constructor(client: Client) {
    this.#client = client;
  }

  /** Fails while nothing at all is known: fatally where the key is refused, otherwise until the server is reached. */
  async initialize(): Promise<void> {
    const client = this.#client;
    const status = await client.ready();
    this.#listen();
    // Decides by what was saved: ready, and said to be out of date.
    if (status.state === 'stale') setTimeout(() => this.#tell(client.status()), 0);
    if (status.state === 'live' || status.state === 'stale') return;
    const { message = 'The server has not answered yet.', status: refused } = status.lastError ?? {};
    if (refused === 401 || refused === 403) throw new ProviderFatalError(message);
    throw new ProviderNotReadyError(message);
  }

  /** The client goes on: other parts of the application may use it. */
  async onClose(): Promise<void> {
    this.#stopListening();
  }

  /** Accepted and kept nowhere: answers are counted as they are given, and that is all Latchkey counts. */
  track(): void {}

  resolveBooleanEvaluation(
    flag: string,
    otherwise: boolean,
    context: EvaluationContext,
  ): Promise<ResolutionDetails<boolean>> {
    return this.#resolve('boolean', flag, otherwise, context);
  }

  resolveStringEvaluation(
    flag: string,
    otherwise: string,
    context: EvaluationContext,
  ): Promise<ResolutionDetails<string>> {
    return this.#resolve('string', flag, otherwise, context);
  }

  resolveNumberEvaluation(
    flag: string,
    otherwise: number,
    context: EvaluationContext,
  ): Promise<ResolutionDetails<number>> {
    return this.#resolve('number', flag, otherwise, context);
  }

  resolveObjectEvaluation<Value extends JsonValue>(
    flag: string,
    otherwise: Value,
    context: EvaluationContext,
  ): Promise<ResolutionDetails<Value>> {
    return this.#resolve('object', flag, otherwise, context);
  }

  async #resolve<Value extends JsonValue>(
    kind: Kind,
    flag: string,
    otherwise: Value,
    context: EvaluationContext,
  ): Promise<ResolutionDetails<Value>> {
    return resolutionOf(kind, otherwise, await this.#details(flag, context));
  }

  async #details(flag: string, given: EvaluationContext): Promise<FlagDetails> {
    const translated = fromOpenFeature(given);
    if (translated instanceof UnusableContext) {
      const { errorCode, detail } = translated;
      return { reason: 'ERROR', metadata: {}, errorCode, errorMessage: detail };
    }
    const { customer, context } = translated;
    if (customer === null) return this.#client.flagDetails(flag, context);
    return (await this.#client.customer(customer)).flagDetails(flag, context);
  }

  #listen(): void {
    this.#stopListening();
    const stops = [
      this.#client.onChange(() => this.events.emit(ProviderEvents.ConfigurationChanged, {})),
      this.#client.onStatus((status) => this.#tell(status)),
    ];
    this.#stopListening = () => {
      for (const stop of stops) stop();
    };
  }

  #tell({ state, lastError }: Status): void {
    const message = lastError?.message ?? 'The server is away.';
    if (state === 'live') this.events.emit(ProviderEvents.Ready, {});
    else if (state === 'stale') this.events.emit(ProviderEvents.Stale, { message });
    else if (state === 'fallback') this.events.emit(ProviderEvents.Error, { message });
  }
}
