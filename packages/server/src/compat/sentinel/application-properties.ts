import { tableStore } from '../../kernel/store/resources.ts';
import { addressOf } from './address.ts';
import { assertMay } from './edit.ts';
import { type Asked, catalogueOf, type Desk, endpoint, ok, param } from './endpoint.ts';
import { EmsFailure, notFound } from './failure.ts';
import { pageOf, searched } from './lists.ts';

/** A property of the administration console. None of them is edited there. */
interface Property {
  readonly key: string;
  readonly displayText: string;
  readonly subGroupName: string;
  readonly value: string;
  /** `POST` there shows the key itself, to those who may see it, and says so in the ledger. */
  readonly reveal?: string;
}

const keys = tableStore('environment_key');
const connections = tableStore('connection');
const platforms = { launchdarkly: 'LaunchDarkly', split: 'Split' } as const;
const clients = 'Entitled Features Configuration';
const flags = 'Feature Flag Configuration';

/** The endpoints for client applications and for the flag platform. A key is shown by its ending, and revealed elsewhere. */
async function propertiesOf({ place }: Asked, { db, publicUrl }: Desk): Promise<readonly Property[]> {
  const [ownKeys, connected] = await Promise.all([
    keys.all(db.reader, place, { parent: 'client-application' }),
    connections.all(db.reader, catalogueOf(place), {}),
  ]);
  const address = publicUrl().replace(/\/$/, '');
  const project = `/api/v1/projects/${place.project}`;
  const properties: Property[] = [
    {
      key: 'entitledFeatures.endpoint',
      displayText: 'Endpoint for Client Applications',
      subGroupName: clients,
      value: `${address}/ems/api/v5/entitledFeatures`,
    },
  ];
  for (const { id, ending, revokedAt } of ownKeys) {
    if (revokedAt !== null) continue;
    properties.push({
      key: `entitledFeatures.apiKey.${id}`,
      displayText: 'API Key for Client Applications',
      subGroupName: clients,
      value: `…${ending}`,
      reveal: `${project}/environments/${place.environment}/keys/${id}/reveal`,
    });
  }
  for (const { id, platform, state } of connected) {
    if (state !== 'active' || (platform !== 'launchdarkly' && platform !== 'split')) continue;
    const isSigned = platform === 'launchdarkly';
    const reveal = `${project}/connections/${id}/reveal`;
    properties.push(
      {
        key: `featureFlag.platform.${id}`,
        displayText: 'Feature Flag Management Platform',
        subGroupName: flags,
        value: platforms[platform],
      },
      {
        key: `featureFlag.endpoint.${id}`,
        displayText: 'Endpoint for Feature Flag Management Platform',
        subGroupName: flags,
        // Where messages are not signed, the address is the secret.
        value: `${address}/hooks/${platform}/${isSigned ? id : '…'}`,
        ...(!isSigned && { reveal }),
      },
    );
    if (isSigned)
      properties.push({
        key: `featureFlag.apiKey.${id}`,
        displayText: 'API Key for Feature Flag Management Platform',
        subGroupName: flags,
        value: '…',
        reveal,
      });
  }
  return properties;
}

const shown = ({ key, ...property }: Property) => ({
  id: key,
  key,
  ...property,
  groupName: 'Services Enforcement Properties',
  enforcementName: 'Services',
  readOnly: true,
});

const load = (asked: Asked, desk: Desk): Promise<readonly Property[]> => {
  assertMay(asked, 'console.read', asked.place, 'console/properties');
  return propertiesOf(asked, desk);
};

export const applicationPropertyEndpoints = [
  endpoint('GET', '/applicationProperties', async (asked, desk) => {
    const fitting = searched(await load(asked, desk), asked.query, {
      key: ({ key }) => key,
      subGroupName: ({ subGroupName }) => subGroupName,
      enforcementName: () => 'Services',
    });
    return pageOf(['applicationProperties', 'applicationProperty'], fitting, asked.query, shown);
  }),

  endpoint('GET', '/applicationProperties/{id}', async (asked, desk) => {
    const { value } = addressOf(param(asked, 'id'), ['id', 'key']);
    const property = (await load(asked, desk)).find(({ key }) => key === value);
    if (!property) throw notFound(`There is no property ${value}.`);
    return ok({ applicationProperty: shown(property) });
  }),

  endpoint('PATCH', '/applicationProperties/{id}', () => {
    throw new EmsFailure(405, 'method_not_allowed', 'These properties are read only.');
  }),
];
