import type { Serve } from '@latchkey/model';
import { NumberInput, SegmentedControl, Select, Text } from '@mantine/core';
import { useState } from 'react';
import { retargetFlag } from '../../api/edits.ts';
import type { FlagInEnvironment } from '../../api/replies.ts';
import { ChangeDrawer } from '../../shell/change-drawer.tsx';
import { usePlace } from '../../shell/place.ts';
import { fullWeight, percentOf, rolloutOf } from './shares.ts';
import { variationInWords } from './words.ts';

/** What everybody else gets: one variation, or shares of several. */
export function FlagFallthrough({
  flag,
  onClose,
}: {
  readonly flag: FlagInEnvironment;
  readonly onClose: () => void;
}) {
  const place = usePlace();
  const { fallthrough, variations } = flag;
  const [how, setHow] = useState('rollout' in fallthrough ? 'rollout' : 'one');
  const [variation, setVariation] = useState('variation' in fallthrough ? fallthrough.variation : 0);
  const [percents, setPercents] = useState<readonly (number | string)[]>(() =>
    percentOf(fallthrough, variations.length),
  );
  const rollout = rolloutOf(percents, 'rollout' in fallthrough ? fallthrough.rollout : {});
  const wanted: Serve | null = how === 'one' ? { variation } : rollout && { rollout };
  const total = percents.reduce<number>((sum, percent) => sum + Number(percent), 0);
  return (
    <ChangeDrawer
      opened
      onClose={onClose}
      title={`What everybody else gets from ${flag.name}`}
      confirm="Save it"
      done="What everybody else gets was saved."
      edit={() =>
        wanted === null || JSON.stringify(wanted) === JSON.stringify(fallthrough)
          ? null
          : retargetFlag({ ...place, flag: flag.key }, { fallthrough: wanted }, flag.version)
      }
    >
      {(errors) => (
        <>
          <SegmentedControl
            aria-label="How"
            value={how}
            onChange={setHow}
            data={[
              { value: 'one', label: 'One variation' },
              { value: 'rollout', label: 'Shares' },
            ]}
          />
          {how === 'one' ? (
            <Select
              label="Variation"
              data={variations.map((_, index) => ({
                value: String(index),
                label: variationInWords(variations, index),
              }))}
              value={String(variation)}
              onChange={(chosen) => setVariation(Number(chosen))}
              error={errors.of('fallthrough')}
            />
          ) : (
            <>
              {variations.map((one, index) => (
                <NumberInput
                  key={JSON.stringify(one)}
                  label={variationInWords(variations, index)}
                  suffix=" %"
                  min={0}
                  max={100}
                  decimalScale={3}
                  value={percents[index] ?? 0}
                  onChange={(percent) =>
                    setPercents(percents.map((old, at) => (at === index ? percent : old)))
                  }
                />
              ))}
              {rollout === null && (
                <Text size="sm" c="var(--mantine-color-error)" role="status">
                  The shares make {total} %; they must make {fullWeight / 1000} %.
                </Text>
              )}
            </>
          )}
        </>
      )}
    </ChangeDrawer>
  );
}
