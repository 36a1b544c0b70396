import { randomBytes } from 'node:crypto';
import type { OperationCall, Place } from '@latchkey/model';
import { authoriseBeforeLoading } from '../../kernel/access/authorise.ts';
import { resourcePath } from '../../kernel/ledger/subjects.ts';
import { createKey, freshKey } from '../../slices/keys/index.ts';
import { editOne } from './edit.ts';
import type { Asked, Rest } from './endpoint.ts';

/** The kinds that LaunchDarkly's environments have; they are never sealed, so their value is known only now. */
type Kind = 'sdk' | 'mobile';

export async function newKey(
  kind: Kind,
  name: string,
  { now }: Pick<Asked, 'now'>,
  rest: Rest,
): Promise<{ readonly value: string; readonly call: OperationCall }> {
  const { value, kept } = await freshKey(kind, now, rest);
  return { value, call: createKey({ ...kept, id: `k_${randomBytes(12).toString('hex')}`, name }) };
}

/** LaunchDarkly's environments are born with their keys. Somebody who may not make keys gets an environment without. */
export async function firstKeys(asked: Asked, rest: Rest, place: Place) {
  const resource = resourcePath(place, 'key/*');
  if (authoriseBeforeLoading(asked.principal, { action: 'key.create', resource })) return {};
  const name = 'Made with the environment';
  const [sdk, mobile] = [await newKey('sdk', name, asked, rest), await newKey('mobile', name, asked, rest)];
  await editOne(asked, rest, place, [sdk.call, mobile.call], name);
  return { sdk: sdk.value, mobile: mobile.value };
}
