import { Select, TagsInput } from '@mantine/core';
import { useState } from 'react';
import { retargetFlag } from '../../api/edits.ts';
import type { FlagInEnvironment } from '../../api/replies.ts';
import { ChangeDrawer } from '../../shell/change-drawer.tsx';
import { usePlace } from '../../shell/place.ts';
import { variationInWords } from './words.ts';

/** Named users, customers or devices and the variation that they get. Those of other kinds stay as they are. */
export function FlagTarget({
  flag,
  onClose,
}: {
  readonly flag: FlagInEnvironment;
  readonly onClose: () => void;
}) {
  const place = usePlace();
  const kindOf = (target: FlagInEnvironment['targets'][number]) => target.contextKind ?? 'user';
  const [kind, setKind] = useState(flag.targets[0] ? kindOf(flag.targets[0]) : 'customer');
  const [targets, setTargets] = useState(flag.targets);
  const valuesFor = (variation: number) =>
    targets
      .filter((target) => kindOf(target) === kind && target.variation === variation)
      .flatMap(({ values }) => values);
  const setValues = (variation: number, values: string[]) =>
    setTargets([
      ...targets.filter((target) => kindOf(target) !== kind || target.variation !== variation),
      ...(values.length === 0 ? [] : [{ contextKind: kind, variation, values }]),
    ]);
  const changed = JSON.stringify(targets) !== JSON.stringify(flag.targets);
  return (
    <ChangeDrawer
      opened
      onClose={onClose}
      title={`Who is named for ${flag.name}`}
      lead="Names come before rules. For many, use a segment."
      confirm="Save who is named"
      done="Who is named was saved."
      edit={() => (changed ? retargetFlag({ ...place, flag: flag.key }, { targets }, flag.version) : null)}
    >
      {(errors) => (
        <>
          <Select
            label="Kind"
            data={[...new Set(['customer', 'user', 'device', ...flag.targets.map(kindOf)])]}
            value={kind}
            onChange={(chosen) => setKind(chosen ?? 'customer')}
          />
          {flag.variations.map((variation, index) => (
            <TagsInput
              key={JSON.stringify(variation)}
              label={`Get ${variationInWords(flag.variations, index)}`}
              description="Keys; press Enter after each."
              value={valuesFor(index)}
              onChange={(values) => setValues(index, values)}
              error={index === 0 ? errors.of('targets') : undefined}
            />
          ))}
        </>
      )}
    </ChangeDrawer>
  );
}
