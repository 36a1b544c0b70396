import type { Variation } from '@latchkey/model';
import { Autocomplete, Button, Group, NumberInput, Select, Text } from '@mantine/core';
import { fullWeight } from '../shares.ts';
import { variationInWords } from '../words.ts';
import type { Rollout, Serve } from './draft.ts';
import classes from './serve-field.module.css';

const byShare = 'rollout';

/** What somebody gets: one variation, or each a share. */
export function ServeField({
  label,
  serve,
  variations,
  onServe,
}: {
  readonly label: string;
  readonly serve: Serve;
  readonly variations: readonly Variation[];
  readonly onServe: (serve: Serve) => void;
}) {
  const isRollout = 'rollout' in serve;
  const choose = (chosen: string | null) => {
    if (chosen === byShare) onServe({ rollout: firstRollout(variations.length, serve) });
    else if (chosen !== null) onServe({ variation: Number(chosen) });
  };
  return (
    <div className={classes['serve']}>
      <Select
        aria-label={label}
        maw={320}
        data={[
          ...variations.map((_, index) => ({
            value: String(index),
            label: variationInWords(variations, index),
          })),
          { value: byShare, label: 'A percentage each' },
        ]}
        value={isRollout ? byShare : String(serve.variation)}
        onChange={choose}
      />
      {isRollout && (
        <Shares
          label={label}
          rollout={serve.rollout}
          variations={variations}
          onRollout={(rollout) => onServe({ rollout })}
        />
      )}
    </div>
  );
}

/** Everybody stays where they are until somebody changes the shares. */
function firstRollout(count: number, serve: Serve): Rollout {
  const given = 'variation' in serve ? serve.variation : 0;
  return {
    variations: Array.from({ length: count }, (_, variation) => ({
      variation,
      weight: variation === given ? fullWeight : 0,
    })),
  };
}

function Shares({
  label,
  rollout,
  variations,
  onRollout,
}: {
  readonly label: string;
  readonly rollout: Rollout;
  readonly variations: readonly Variation[];
  readonly onRollout: (rollout: Rollout) => void;
}) {
  const weightOf = (index: number) =>
    rollout.variations
      .filter(({ variation }) => variation === index)
      .reduce((sum, { weight }) => sum + weight, 0);
  const weights = variations.map((_, index) => weightOf(index));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const set = (next: readonly number[]) =>
    onRollout({ ...rollout, variations: next.map((weight, variation) => ({ variation, weight })) });
  return (
    <>
      <div className={classes['bar']} aria-hidden="true">
        {weights.map((weight, index) => (
          <i
            // biome-ignore lint/suspicious/noArrayIndexKey: variations go by their place
            key={index}
            data-shade={index % 6}
            style={{ flexGrow: weight }}
          />
        ))}
      </div>
      <div className={classes['shares']}>
        {weights.map((weight, index) => (
          <NumberInput
            // biome-ignore lint/suspicious/noArrayIndexKey: variations go by their place
            key={index}
            label={variationInWords(variations, index)}
            suffix=" %"
            min={0}
            max={100}
            decimalScale={3}
            value={weight / 1000}
            onChange={(percent) => set(weights.with(index, Math.round(Number(percent) * 1000)))}
          />
        ))}
      </div>
      <Group gap="xs">
        <Text size="xs" c={total === fullWeight ? 'dimmed' : 'var(--mantine-color-error)'} role="status">
          {total / 1000} % of 100 %
        </Text>
        <Button variant="subtle" size="compact-xs" onClick={() => set(equally(weights.length))}>
          Equal shares
        </Button>
      </Group>
      <Group gap="xs" align="flex-end">
        <Autocomplete
          label="Drawn by"
          description="The same one always gets the same."
          aria-label={`${label}: drawn by kind`}
          data={['user', 'customer', 'device', 'organization']}
          filter={({ options }) => options}
          w={150}
          value={rollout.contextKind ?? 'user'}
          onChange={(kind) => onRollout(drawn(rollout, { contextKind: kind.trim() }))}
        />
        <Autocomplete
          aria-label={`${label}: drawn by attribute`}
          data={['key']}
          w={150}
          value={rollout.bucketBy ?? 'key'}
          onChange={(attribute) => onRollout(drawn(rollout, { bucketBy: attribute.trim() }))}
        />
      </Group>
    </>
  );
}

/** What is the usual is left out, so that nothing differs that means the same. */
function drawn(
  rollout: Rollout,
  how: { readonly contextKind?: string; readonly bucketBy?: string },
): Rollout {
  const { contextKind, bucketBy, ...rest } = { ...rollout, ...how };
  return {
    ...rest,
    ...(contextKind === undefined || contextKind === 'user' || contextKind === '' ? {} : { contextKind }),
    ...(bucketBy === undefined || bucketBy === 'key' || bucketBy === '' ? {} : { bucketBy }),
  };
}

/** The last one takes what does not divide. */
const equally = (count: number): readonly number[] => {
  const share = Math.floor(fullWeight / count);
  return Array.from({ length: count }, (_, index) =>
    index === count - 1 ? fullWeight - share * (count - 1) : share,
  );
};
