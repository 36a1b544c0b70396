import { Alert, Code, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { consoleIn } from '../../api/set-up-queries.ts';
import { TextLink } from '../../shell/links.tsx';
import { usePlace } from '../../shell/place.ts';
import { Card } from '../../ui/card.tsx';
import { CopyField } from '../../ui/copy-field.tsx';
import { joined } from '../../ui/impact-words.ts';
import { Section } from '../../ui/page.tsx';
import { Loaded } from '../../ui/states.tsx';
import classes from './console-properties.module.css';
import { exampleLookUp } from './words.ts';

/**
 * The properties that Sentinel-style administration consoles show, under the names they have there. The block of the
 * flag platform is there only while one is connected.
 */
export function ConsoleProperties() {
  const place = usePlace();
  const asked = useQuery(consoleIn(place));
  return (
    <Loaded asked={asked} frame={(state) => <Card>{state}</Card>}>
      {({ entitledFeatures: { endpoint, apiKeys }, featureFlags, warnings }) => (
        <>
          {warnings.map((warning) => (
            <Alert key={warning} color="yellow" variant="light">
              {warning}
            </Alert>
          ))}
          <Section
            title="Entitled features configuration"
            hint="For client applications that look up what a customer may use."
          >
            <Stack gap="sm">
              <CopyField label="Endpoint for client applications" value={endpoint} />
              <div>
                <Text fw={500}>API key for client applications</Text>
                <Text c="dimmed">
                  {apiKeys.length === 0
                    ? 'There is none yet. Create a client application key.'
                    : `The one that ends in ${joined(apiKeys.map(({ ending }) => ending))}. “Show” is beside it in the list.`}
                </Text>
              </div>
              <div>
                <Text fw={500}>Try it</Text>
                <Code block className={classes['wrap'] ?? ''}>
                  {exampleLookUp(endpoint)}
                </Code>
              </div>
            </Stack>
          </Section>
          {featureFlags && (
            <Section title="Feature flag configuration">
              <Stack gap="md">
                {featureFlags.map(({ connection, name, platform, endpoint: address, warning }) => (
                  <Stack key={connection} gap="xs">
                    <Text fw={600}>{name}</Text>
                    <CopyField label={`Endpoint for ${platform}`} value={address} />
                    {warning !== null && <Text c="dimmed">{warning}</Text>}
                  </Stack>
                ))}
                <TextLink to="/$project/$environment/connections" params={place}>
                  API keys and set-up are under Connections
                </TextLink>
              </Stack>
            </Section>
          )}
        </>
      )}
    </Loaded>
  );
}
