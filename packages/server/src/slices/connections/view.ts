import type { Connection, Place } from '@latchkey/model';
import type { z } from 'zod';
import { authorise } from '../../kernel/access/authorise.ts';
import type { Principal } from '../../kernel/access/principal.ts';
import { resourcePath } from '../../kernel/ledger/subjects.ts';
import type { Reader } from '../../kernel/store/database.ts';
import type { SecretBox } from '../../kernel/store/secret-box.ts';
import { hasSecretAddress, hiddenToken, hookAddress } from './address.ts';
import { secretsOf } from './find-connection.ts';
import { healthOf, type KeptConnection, trafficOf } from './list.ts';
import { revealSecret } from './operations/reveal.ts';
import { secretIdsOf } from './operations/secrets.ts';
import type { ConnectionView } from './schemas.ts';

export interface ViewDeps {
  readonly box: SecretBox;
  /** What addresses begin with. */
  readonly publicUrl: () => string;
}

/** Who is asking, and where. */
export interface Asker {
  readonly principal: Principal;
  readonly place: Place;
}

/** A connection as people see it: with its address, and how it does. */
export async function viewOf(
  db: Reader,
  { connection, version }: KeptConnection,
  missing: readonly string[],
  asker: Asker,
  deps: ViewDeps,
): Promise<z.infer<typeof ConnectionView>> {
  const { sealed, digest: _, ...shown } = connection;
  const traffic = await trafficOf(db, connection.id);
  return {
    ...shown,
    version,
    url: await urlOf(db, connection, asker, deps),
    liveSecrets: sealed === null ? 0 : secretIdsOf(sealed).length,
    ...traffic,
    health: healthOf(traffic, missing),
  };
}

/** A secret address is whole for those who may reveal it, and for nobody else. */
async function urlOf(
  db: Reader,
  connection: Connection,
  { principal, place }: Asker,
  { box, publicUrl }: ViewDeps,
): Promise<string> {
  const { id, platform, tags } = connection;
  if (!hasSecretAddress(platform)) return hookAddress(publicUrl(), platform, id);
  const resource = resourcePath({ project: place.project, environment: '' }, `connection/${id}`);
  const refusal = authorise(principal, { action: revealSecret.kind, resource, tags });
  const [token] = refusal ? [] : await secretsOf(db, box, connection);
  return hookAddress(publicUrl(), platform, token ?? hiddenToken);
}
