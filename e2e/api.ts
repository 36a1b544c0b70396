import { administratorToken } from './place.ts';

/** The management API in the administrator's hands, for what a journey presupposes. */
export class Api {
  readonly #address: string;

  constructor(address: string | undefined) {
    if (address === undefined) throw new Error('The journeys have no address to visit.');
    this.#address = address;
  }

  get<Reply>(path: string): Promise<Reply> {
    return this.#ask(path, {});
  }

  post<Reply>(path: string, body: object): Promise<Reply> {
    return this.#ask(path, { method: 'POST', body: JSON.stringify(body) });
  }

  async #ask<Reply>(path: string, init: RequestInit): Promise<Reply> {
    const headers = {
      authorization: `Bearer ${administratorToken}`,
      'content-type': 'application/json',
      'x-change-comment': 'Prepared for a journey',
    };
    const reply = await fetch(`${this.#address}/api/v1${path}`, { ...init, headers });
    if (!reply.ok) throw new Error(`${path} was answered ${reply.status}: ${await reply.text()}`);
    return (await reply.json()) as Reply;
  }
}
