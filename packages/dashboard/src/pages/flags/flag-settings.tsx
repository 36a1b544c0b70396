import { Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { describeFlag } from '../../api/edits.ts';
import type { FlagInEnvironment } from '../../api/replies.ts';
import { ActionButton } from '../../shell/action-button.tsx';
import { ChangeDrawer } from '../../shell/change-drawer.tsx';
import { usePlace } from '../../shell/place.ts';
import { Chip } from '../../ui/chip.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Section } from '../../ui/page.tsx';
import { FlagClone } from './flag-clone.tsx';
import { FlagCompare } from './flag-compare.tsx';
import { FlagDescribe } from './flag-describe.tsx';
import { purposeWords, stateWords } from './words.ts';

type State = FlagInEnvironment['state'];

/** What a flag is called and whose it is, its likes in other environments, and the end of its life. */
export function FlagSettings({ flag }: { readonly flag: FlagInEnvironment }) {
  const [editing, setEditing] = useState<FlagInEnvironment | null>(null);
  const [cloning, setCloning] = useState<FlagInEnvironment | null>(null);
  const { name, description, tags, purpose, temporary, owner, clientSide } = flag;
  return (
    <Stack gap={20}>
      <Section
        title="Details"
        hint="The same in every environment."
        action={
          <ActionButton
            action="flag.describe"
            size="compact-sm"
            variant="default"
            onClick={() => setEditing(flag)}
          >
            Edit the details
          </ActionButton>
        }
      >
        <Facts
          facts={[
            ['Name', name],
            ['Description', description],
            [
              'Tags',
              tags.length > 0 && (
                <Group gap={6} key="tags">
                  {tags.map((tag) => (
                    <Chip key={tag}>{tag}</Chip>
                  ))}
                </Group>
              ),
            ],
            ['Owner', owner ?? 'nobody yet'],
            ['Purpose', purposeWords[purpose]],
            ['Lives', temporary ? 'for a while: it is asked about when it grows old' : 'for good'],
            [
              'Browsers and phones',
              clientSide ? 'may ask for it, so people can see its answer' : 'may not ask for it',
            ],
          ]}
        />
      </Section>
      <FlagCompare flag={flag} />
      <Section
        title="Clone"
        hint="A new flag with the same words, variations and targeting, switched off everywhere."
      >
        <ActionButton action="flag.clone" variant="default" onClick={() => setCloning(flag)}>
          Clone the flag
        </ActionButton>
      </Section>
      <EndOfLife flag={flag} />
      {editing && <FlagDescribe flag={editing} onClose={() => setEditing(null)} />}
      {cloning && <FlagClone flag={cloning} onClose={() => setCloning(null)} />}
    </Stack>
  );
}

const moves: Readonly<
  Record<
    State,
    { readonly action: string; readonly deed: string; readonly lead: string; readonly done: string }
  >
> = {
  live: {
    action: 'flag.restore',
    deed: 'Bring it back',
    lead: 'It is live again, with the targeting that it had.',
    done: 'is live again',
  },
  deprecated: {
    action: 'flag.deprecate',
    deed: 'Deprecate',
    lead: 'It is marked as on its way out. Nothing changes for anybody.',
    done: 'is deprecated',
  },
  archived: {
    action: 'flag.archive',
    deed: 'Archive',
    lead: 'In every environment it answers what it answers while it is off. It can be brought back.',
    done: 'is archived',
  },
};

const nextStates: Readonly<Record<State, readonly State[]>> = {
  live: ['deprecated', 'archived'],
  deprecated: ['live', 'archived'],
  archived: ['live'],
};

function EndOfLife({ flag }: { readonly flag: FlagInEnvironment }) {
  const place = usePlace();
  const [moving, setMoving] = useState<State | null>(null);
  const { key, name, state } = flag;
  return (
    <Section
      title="Life"
      hint={`The flag is ${stateWords[state].word.toLowerCase()}. Deprecate what shall go; archive it once the code no longer asks.`}
    >
      <Group gap="xs">
        {nextStates[state].map((next) => (
          <ActionButton
            key={next}
            action={moves[next].action}
            variant={next === 'archived' ? 'outline' : 'default'}
            {...(next === 'archived' ? { color: 'red' } : {})}
            onClick={() => setMoving(next)}
          >
            {moves[next].deed}
          </ActionButton>
        ))}
      </Group>
      {moving && (
        <ChangeDrawer
          opened
          onClose={() => setMoving(null)}
          title={`${moves[moving].deed}: ${name}`}
          lead={moves[moving].lead}
          confirm={moves[moving].deed}
          danger={moving === 'archived'}
          done={`${name} ${moves[moving].done}.`}
          edit={() => describeFlag({ ...place, flag: key }, { state: moving })}
        />
      )}
    </Section>
  );
}
