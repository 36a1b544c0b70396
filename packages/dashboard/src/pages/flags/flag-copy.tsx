import { Checkbox, Stack } from '@mantine/core';
import { useState } from 'react';
import { copyFlag } from '../../api/edits.ts';
import type { FlagInEnvironment } from '../../api/replies.ts';
import { ChangeDrawer } from '../../shell/change-drawer.tsx';
import { useEnvironment, usePlace } from '../../shell/place.ts';
import { ToldChanges } from '../../ui/told-changes.tsx';
import { alike } from './targeting/alike.ts';
import { changesInWords } from './targeting/changes.ts';
import { changedParts, targetingOf } from './targeting/draft.ts';

const parts = ['on', 'prerequisites', 'targets', 'rules', 'fallthrough', 'offVariation'] as const;
type CopiedPart = (typeof parts)[number];

const partWords: Readonly<Record<CopiedPart, string>> = {
  on: 'On or off',
  prerequisites: 'Which flags are asked first',
  targets: 'Who is named',
  rules: 'The rules',
  fallthrough: 'What everybody else gets',
  offVariation: 'What people get while it is off',
};

/** Takes chosen parts of the targeting over from another environment, as one change. */
export function FlagCopy({
  mine,
  theirs,
  from,
  onClose,
}: {
  readonly mine: FlagInEnvironment;
  readonly theirs: FlagInEnvironment;
  readonly from: { readonly key: string; readonly name: string };
  readonly onClose: () => void;
}) {
  const place = usePlace();
  const here = useEnvironment();
  const before = targetingOf(mine);
  const there = alike(before, targetingOf(theirs));
  const changed: readonly string[] = changedParts(before, there);
  const differing = parts.filter((part) => changed.includes(part));
  // Whether it is on is what people least expect to come along.
  const [chosen, setChosen] = useState<readonly CopiedPart[]>(differing.filter((part) => part !== 'on'));
  const after = { ...before, ...Object.fromEntries(chosen.map((part) => [part, there[part]])) };
  const told = changesInWords(before, after, mine.variations);
  const toggle = (part: CopiedPart, wanted: boolean) =>
    setChosen(parts.filter((one) => (one === part ? wanted : chosen.includes(one))));
  return (
    <ChangeDrawer
      opened
      wide
      schedulable
      onClose={onClose}
      title={`Copy ${mine.name} from ${from.name}`}
      lead={`${here.name} takes over what you choose. Segments keep the members that they have here.`}
      confirm={`Copy to ${here.name}`}
      done={`${mine.name} is in ${here.name} as it is in ${from.name}.`}
      edit={() =>
        told.length === 0
          ? null
          : copyFlag({ ...place, flag: mine.key }, { from: from.key, parts: [...chosen] }, mine.version)
      }
    >
      {() => (
        <>
          <Stack gap={8} component="fieldset" bd={0} p={0} m={0}>
            <legend>Take over</legend>
            {differing.map((part) => (
              <Checkbox
                key={part}
                label={partWords[part]}
                checked={chosen.includes(part)}
                onChange={(event) => toggle(part, event.currentTarget.checked)}
              />
            ))}
          </Stack>
          <ToldChanges told={told} />
        </>
      )}
    </ChangeDrawer>
  );
}
