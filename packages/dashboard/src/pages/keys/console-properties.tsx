import { Code, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { connectionsOf, keysIn } from '../../api/queries.ts';
import { TextLink } from '../../shell/links.tsx';
import { useMay } from '../../shell/may.ts';
import { usePlace } from '../../shell/place.ts';
import { CopyField } from '../../ui/copy-field.tsx';
import { Section } from '../../ui/page.tsx';
import classes from './console-properties.module.css';
import { entitledFeaturesEndpoint, exampleLookUp } from './words.ts';

/**
 * The properties that Sentinel-style administration consoles show, under the names they have there. The block of the
 * flag platform is there only while one is connected.
 */
export function ConsoleProperties() {
  const place = usePlace();
  const { allowed } = useMay('connection.read');
  const keys = useQuery(keysIn(place));
  const connections = useQuery({ ...connectionsOf(place), enabled: allowed });
  const clientKey = keys.data?.items.find(({ kind }) => kind === 'client-application');
  const platforms = connections.data?.items.filter(
    ({ platform, state }) => state === 'active' && (platform === 'launchdarkly' || platform === 'split'),
  );
  return (
    <>
      <Section
        title="Entitled features configuration"
        hint="For client applications that look up what a customer may use."
      >
        <Stack gap="sm">
          <CopyField
            label="Endpoint for client applications"
            value={entitledFeaturesEndpoint(window.location.origin)}
          />
          <div>
            <Text fw={500}>API key for client applications</Text>
            <Text c="dimmed">
              {clientKey
                ? `The one that ends in ${clientKey.ending}. “Show” is beside it in the list.`
                : 'There is none yet. Create a client application key.'}
            </Text>
          </div>
          <div>
            <Text fw={500}>Try it</Text>
            <Code block className={classes['wrap'] ?? ''}>
              {exampleLookUp(window.location.origin)}
            </Code>
          </div>
        </Stack>
      </Section>
      {platforms && platforms.length > 0 && (
        <Section title="Feature flag configuration">
          <Stack gap="md">
            {platforms.map(({ id, platform, name, url }) => (
              <Stack key={id} gap="xs">
                <Text fw={600}>{name}</Text>
                <CopyField
                  label={`Endpoint for ${platform === 'launchdarkly' ? 'LaunchDarkly' : 'Split'}`}
                  value={url}
                />
              </Stack>
            ))}
            <TextLink to="/$project/$environment/connections" params={place}>
              Its secret and set-up are under Connections
            </TextLink>
          </Stack>
        </Section>
      )}
    </>
  );
}
