import { promises as dns, type LookupAddress } from 'node:dns';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import { type Exceptions, mayConnect } from './addresses.ts';

/** What came of an attempt: the status of a reply, or why there was none. */
export type Attempt =
  | { readonly status: number; readonly error: null }
  | { readonly status: null; readonly error: string };

const patienceMilliseconds = 10_000;

export interface Message {
  readonly url: string;
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Posts to an outside address. The name is resolved once, all that it stands for is looked at, and the connection goes to
 * what was looked at. Redirects are not followed, and of the reply only its status is read.
 */
export async function post({ url, body, headers }: Message, exceptions: Exceptions): Promise<Attempt> {
  const { protocol, hostname, port, pathname, search } = new URL(url);
  const name = hostname.replace(/^\[|\]$/g, '');
  const addresses = await resolve(name);
  if (addresses.length === 0) return { status: null, error: 'The name of the address stands for nothing.' };
  if (!addresses.every(({ address }) => mayConnect(name, address, exceptions)))
    return { status: null, error: notAllowed };
  const request = protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((settle) => {
    const sent = request(
      {
        method: 'POST',
        hostname: name,
        port,
        path: pathname + search,
        agent: false,
        headers: { ...headers, 'content-length': String(body.length) },
        lookup: (_, options, answer) =>
          options.all
            ? answer(null, addresses as LookupAddress[])
            : answer(null, addresses[0]?.address ?? '', addresses[0]?.family ?? 4),
      },
      (reply) => {
        settle({ status: reply.statusCode ?? 0, error: null });
        // Whatever else it says is not for us.
        reply.destroy();
      },
    );
    const tooLong = setTimeout(
      () => sent.destroy(new Error('No reply within ten seconds.')),
      patienceMilliseconds,
    );
    sent.on('close', () => clearTimeout(tooLong));
    sent.on('error', (error) => settle({ status: null, error: inWords(error) }));
    sent.end(body);
  });
}

export const notAllowed =
  'The address belongs to this machine or a private network. An operator can allow it with LATCHKEY_WEBHOOK_HOSTS.';

async function resolve(name: string): Promise<readonly LookupAddress[]> {
  const family = isIP(name);
  if (family !== 0) return [{ address: name, family }];
  return dns.lookup(name, { all: true }).catch(() => []);
}

const words: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Nobody answers at this address.',
  ECONNRESET: 'The connection was broken.',
  ETIMEDOUT: 'The connection took too long.',
  EHOSTUNREACH: 'The address cannot be reached.',
  ENETUNREACH: 'The address cannot be reached.',
};

function inWords(error: Error): string {
  const code = 'code' in error ? String(error.code) : '';
  return (
    words[code] ?? (code.includes('CERT') ? 'The certificate of the address is not trusted.' : error.message)
  ).slice(0, 200);
}
