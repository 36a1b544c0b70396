import type { PlanItem } from '@latchkey/model';
import { Checkbox, NumberInput, Select, TagsInput, Text } from '@mantine/core';
import type { FeatureReply } from '../../api/replies.ts';
import { Chip } from '../../ui/chip.tsx';
import { itemInWords } from '../features/words.ts';
import { periods } from '../usage/meter-terms.ts';
import { MeterTermsFields } from '../usage/meter-terms-fields.tsx';
import classes from './plan-contents.module.css';
import type { DraftItem } from './plan-draft.ts';

/** One feature in a version: whether it is in it, and how much. */
export function PlanItemField({
  feature,
  value,
  inherited,
  base,
  onChange,
}: {
  readonly feature: FeatureReply;
  readonly value: DraftItem;
  /** What the base plan gives of it, while this plan says nothing itself. */
  readonly inherited: PlanItem | undefined;
  readonly base: string;
  readonly onChange: (value: DraftItem) => void;
}) {
  const { name, kind, unit } = feature;
  // A configuration is written by programs; here it can be kept or taken out.
  const fixed = kind === 'config' && value.kept === null;
  return (
    <>
      <Checkbox
        label={name}
        checked={value.included}
        disabled={fixed}
        onChange={(event) => onChange({ ...value, included: event.currentTarget.checked })}
        styles={{ label: { fontWeight: 550 } }}
      />
      <div className={classes['amount']}>
        {fixed && !inherited && (
          <Text size="xs" c="dimmed">
            Configurations are put into plans by the API.
          </Text>
        )}
        {!value.included && inherited && (
          <Chip>
            from {base}: {itemInWords(inherited, unit)}
          </Chip>
        )}
        {value.included && <Amount feature={feature} value={value} onChange={onChange} />}
      </div>
    </>
  );
}

function Amount({
  feature: { name, kind, unit, levels },
  value,
  onChange,
}: {
  readonly feature: FeatureReply;
  readonly value: DraftItem;
  readonly onChange: (value: DraftItem) => void;
}) {
  if (kind === 'level')
    return (
      <Select
        aria-label={`Level of ${name}`}
        placeholder="Which level"
        data={[...(levels ?? [])]}
        value={value.word}
        onChange={(word) => onChange({ ...value, word })}
      />
    );
  if (kind === 'set')
    return (
      <TagsInput
        aria-label={`What ${name} includes`}
        placeholder="Type and press Enter"
        value={[...value.words]}
        onChange={(words) => onChange({ ...value, words })}
        flex={1}
      />
    );
  if (kind !== 'number' && kind !== 'meter') return null;
  return (
    <>
      <Select
        aria-label={`How ${name} counts`}
        w={92}
        data={[
          { value: 'set', label: 'gives' },
          { value: 'add', label: 'adds' },
        ]}
        value={value.effect}
        onChange={(effect) => onChange({ ...value, effect: effect === 'add' ? 'add' : 'set' })}
      />
      <NumberInput
        aria-label={`Amount of ${name}`}
        w={130}
        min={0}
        thousandSeparator=","
        disabled={value.unlimited}
        placeholder={value.unlimited ? 'unlimited' : (unit ?? 'how many')}
        value={value.unlimited ? '' : value.number}
        onChange={(number) => onChange({ ...value, number })}
      />
      {kind === 'meter' && (
        <Select
          aria-label={`Period of ${name}`}
          w={118}
          data={periods}
          value={value.every ?? ''}
          onChange={(every) =>
            onChange({ ...value, every: every === '' ? null : (every as DraftItem['every']) })
          }
        />
      )}
      <Checkbox
        label="unlimited"
        checked={value.unlimited}
        onChange={(event) => onChange({ ...value, unlimited: event.currentTarget.checked })}
      />
      <Checkbox
        label="per seat"
        checked={value.perQuantity}
        onChange={(event) => onChange({ ...value, perQuantity: event.currentTarget.checked })}
      />
      {kind === 'meter' && !value.unlimited && (
        <MeterTermsFields name={name} terms={value} hasPeriod={false} onTerms={onChange} />
      )}
    </>
  );
}
