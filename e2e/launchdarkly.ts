import { createHmac } from 'node:crypto';

interface Endpoint {
  readonly url: string;
  readonly secret: string;
}

interface Flag {
  readonly key: string;
  readonly name: string;
}

interface Event {
  readonly id: string;
  readonly action: 'createFlag' | 'updateTags';
  readonly version: number;
  readonly tags: readonly string[];
}

/** LaunchDarkly, as far as its webhooks go: an entry of its audit log, signed over the very bytes that are sent. */
export async function launchDarklySends(
  { url, secret }: Endpoint,
  flag: Flag,
  event: Event,
): Promise<string> {
  const body = JSON.stringify(auditLogEntry(flag, event), null, 2);
  const reply = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-ld-signature': createHmac('sha256', secret).update(body).digest('hex'),
    },
    body,
  });
  if (!reply.ok) throw new Error(`The webhook was answered ${reply.status}: ${await reply.text()}`);
  return ((await reply.json()) as { status: string }).status;
}

function auditLogEntry({ key, name }: Flag, { id, action, version, tags }: Event) {
  const marks = tags.length > 0 ? `;${tags.join(',')}` : '';
  const resources = ['production', 'test'].map(
    (environment) => `proj/shop:env/${environment}:flag/${key}${marks}`,
  );
  return {
    _links: { site: { href: `/shop/~/features/${key}`, type: 'text/html' } },
    _id: id,
    _accountId: '569f',
    date: Date.now(),
    accesses: resources.map((resource) => ({ action, resource })),
    kind: 'flag',
    name,
    description: '',
    shortDescription: '',
    comment: '',
    member: { _id: 'm1', email: 'emil@shop.example', firstName: 'Emil', lastName: 'E' },
    titleVerb: action === 'createFlag' ? 'created the flag' : 'updated the flag',
    target: { name, resources },
    currentVersion: {
      key,
      name,
      kind: 'boolean',
      _version: version,
      description: 'Reports by week',
      tags,
      archived: false,
      deprecated: false,
      temporary: false,
      variations: [
        { _id: 'v1', value: true },
        { _id: 'v2', value: false },
      ],
      environments: {},
    },
  };
}
