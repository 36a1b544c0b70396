import type { Decision, MeterReading, Place, UsageEvent } from '@latchkey/model';
import { type Door, headersOf, refusalOf } from './requests.ts';
import type { Runtime } from './runtime.ts';
import { readJson } from './wire-check.ts';

/** To connect, be answered and know that it is counted. */
const answerMilliseconds = 5000;

interface ConsumeReply extends Decision {
  readonly meter: MeterReading;
  readonly consumed: number;
  readonly overage: number;
  readonly duplicate: boolean;
}

interface ReserveReply {
  readonly reservation: { readonly id: string } | null;
  readonly decision: Decision;
  readonly meter: MeterReading;
}

interface SettleReply {
  readonly status: string;
  readonly meter: MeterReading;
}

export interface ReportReply {
  readonly meters: readonly {
    readonly customer: string;
    readonly feature: string;
    readonly meter: MeterReading;
  }[];
  readonly items: readonly { readonly key: string; readonly status: string; readonly code?: string }[];
}

/** What the server answers when use is told to it. Each rejects when it did not answer, or refused. */
export class UsageRequests {
  readonly #door: Door;
  readonly #runtime: Runtime;
  readonly #place: () => Place | null;

  constructor(door: Door, runtime: Runtime, place: () => Place | null) {
    this.#door = door;
    this.#runtime = runtime;
    this.#place = place;
  }

  consume(body: object): Promise<ConsumeReply> {
    return this.#post<ConsumeReply>('consume', body);
  }

  reserve(body: object): Promise<ReserveReply> {
    return this.#post<ReserveReply>('reservations', body);
  }

  settle(id: string, quantity: number): Promise<SettleReply> {
    return this.#post<SettleReply>(`reservations/${encodeURIComponent(id)}/settle`, { quantity });
  }

  release(id: string): Promise<SettleReply> {
    return this.#post<SettleReply>(`reservations/${encodeURIComponent(id)}/release`, {});
  }

  report(events: readonly UsageEvent[]): Promise<ReportReply> {
    return this.#post<ReportReply>('usage/events', { events });
  }

  async #post<Reply>(path: string, body: object): Promise<Reply> {
    const place = this.#place();
    if (place === null) throw new Error('Nothing was heard of the environment yet.');
    const { project, environment } = place;
    const asking = new AbortController();
    const cancel = this.#runtime.after(answerMilliseconds, () =>
      asking.abort(new Error('The server did not answer.')),
    );
    try {
      const base = `${this.#door.address.replace(/\/+$/, '')}/api/v1/projects/${project}/environments/${environment}`;
      const response = await this.#runtime.fetch(`${base}/${path}`, {
        method: 'POST',
        headers: headersOf(this.#door, { 'content-type': 'application/json' }),
        body: JSON.stringify(body),
        redirect: 'error',
        signal: asking.signal,
      });
      if (!response.ok) throw await refusalOf(response);
      const reply = readJson(await response.text());
      if (typeof reply !== 'object' || reply === null) throw new Error('The server answered with no JSON.');
      return reply as Reply;
    } finally {
      cancel();
    }
  }
}
