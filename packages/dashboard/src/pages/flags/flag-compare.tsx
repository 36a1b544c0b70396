import { Button, Select, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { oneFlag } from '../../api/catalogue-queries.ts';
import { environmentsOf } from '../../api/queries.ts';
import type { FlagInEnvironment } from '../../api/replies.ts';
import { useEnvironment, usePlace } from '../../shell/place.ts';
import { countOf } from '../../ui/impact-words.ts';
import { Section } from '../../ui/page.tsx';
import { Loaded } from '../../ui/states.tsx';
import { ToldChanges } from '../../ui/told-changes.tsx';
import { FlagCopy } from './flag-copy.tsx';
import { alike } from './targeting/alike.ts';
import { changesInWords } from './targeting/changes.ts';
import { targetingOf } from './targeting/draft.ts';

/** How this environment differs from another one, and the way to take that over. */
export function FlagCompare({ flag }: { readonly flag: FlagInEnvironment }) {
  const place = usePlace();
  const here = useEnvironment();
  const environments = useQuery(environmentsOf(place.project));
  const others = (environments.data?.items ?? []).filter(({ key }) => key !== place.environment);
  const [chosen, setChosen] = useState<string | null>(null);
  const other = others.find(({ key }) => key === chosen) ?? others[0];
  if (!other) return null;
  return (
    <Section
      title="Compare with another environment"
      hint={`What ${here.name} would have to change to be like the other.`}
      action={
        <Select
          aria-label="Environment to compare with"
          w={180}
          data={others.map(({ key, name }) => ({ value: key, label: name }))}
          value={other.key}
          onChange={setChosen}
        />
      }
    >
      <Compared key={other.key} flag={flag} other={other} />
    </Section>
  );
}

function Compared({
  flag,
  other,
}: {
  readonly flag: FlagInEnvironment;
  readonly other: { readonly key: string; readonly name: string };
}) {
  const { project } = usePlace();
  const here = useEnvironment();
  const asked = useQuery(oneFlag({ project, environment: other.key }, flag.key));
  const [copying, setCopying] = useState<{
    readonly mine: FlagInEnvironment;
    readonly theirs: FlagInEnvironment;
  } | null>(null);
  return (
    <Loaded asked={asked}>
      {(theirs) => {
        const mine = targetingOf(flag);
        const told = changesInWords(mine, alike(mine, targetingOf(theirs)), flag.variations);
        if (told.length === 0)
          return (
            <Text c="dimmed">
              The flag does the same in {here.name} and in {other.name}.
            </Text>
          );
        return (
          <>
            <Text mb="sm" fw={600}>
              {countOf(told.length, 'difference')} to {other.name}
            </Text>
            <ToldChanges told={told} />
            <Button mt="md" variant="default" onClick={() => setCopying({ mine: flag, theirs })}>
              Copy from {other.name}
            </Button>
            {copying && <FlagCopy {...copying} from={other} onClose={() => setCopying(null)} />}
          </>
        );
      }}
    </Loaded>
  );
}
