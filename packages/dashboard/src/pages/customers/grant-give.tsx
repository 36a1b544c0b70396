import type { GrantEffect, GrantOrigin } from '@latchkey/model';
import { Checkbox, NumberInput, SegmentedControl, Select, TagsInput, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { featuresIn } from '../../api/catalogue-queries.ts';
import { giveGrant } from '../../api/edits.ts';
import type { CustomerReply, FeatureReply } from '../../api/replies.ts';
import { ChangeDrawer } from '../../shell/change-drawer.tsx';
import { usePlace } from '../../shell/place.ts';
import { LastDayField } from '../../ui/fields.tsx';
import { useNow } from '../../ui/now.ts';
import { dateField, endOfDateField } from '../../ui/time-words.ts';
import type { MeterTerms } from '../usage/meter-terms.ts';
import { MeterTermsFields } from '../usage/meter-terms-fields.tsx';
import { effectsFor, type GrantAmount, grantValue, meterPart } from './grant-amount.ts';

type ManualOrigin = Exclude<GrantOrigin, 'subscription' | 'addon' | 'import' | 'default_plan'>;

/** What each origin is for, as people would ask for it. */
const origins: readonly { readonly value: ManualOrigin; readonly label: string }[] = [
  { value: 'goodwill', label: 'Goodwill, after something went wrong' },
  { value: 'trial', label: 'Trial' },
  { value: 'poc', label: 'Proof of concept' },
  { value: 'contract', label: 'Promised in the contract' },
  { value: 'support', label: 'Support, to solve a case' },
  { value: 'promotion', label: 'Promotion' },
  { value: 'legal', label: 'Legal' },
];

/** A feature for one customer, with a reason and usually an end. */
export function GrantGive({
  customer: { key, name, timeZone },
  opened,
  onClose,
}: {
  readonly customer: CustomerReply;
  readonly opened: boolean;
  readonly onClose: () => void;
}) {
  const place = usePlace();
  const now = useNow();
  const features = useQuery(featuresIn(place));
  const [featureKey, setFeatureKey] = useState<string | null>(null);
  const [origin, setOrigin] = useState<ManualOrigin>('goodwill');
  const [effect, setEffect] = useState<GrantEffect>('allow');
  const [amount, setAmount] = useState<GrantAmount>({ number: '', unlimited: false, word: null, words: [] });
  const [terms, setTerms] = useState<MeterTerms>({ every: null, rollover: '', overage: '' });
  const [end, setEnd] = useState(dateField(now, 14));
  const grantable = (features.data?.items ?? []).filter(({ state }) => state !== 'retired');
  const feature = grantable.find((one) => one.key === featureKey);
  const value = feature && grantValue(feature, effect, amount);
  return (
    <ChangeDrawer
      opened={opened}
      onClose={onClose}
      title={`Give ${name} a grant`}
      lead="For this customer only. Billing and plans stay as they are."
      confirm="Give the grant"
      done={`${name} has the grant.`}
      reasonRequired
      edit={({ comment, links }) =>
        feature === undefined || value === undefined || value === null
          ? null
          : giveGrant(
              { ...place, customer: key },
              {
                feature: feature.key,
                effect,
                ...value,
                ...(feature.kind === 'meter' ? meterPart(effect, terms) : {}),
                origin,
                to: end === '' ? null : endOfDateField(end, timeZone || 'UTC'),
                reason: comment,
                links,
              },
            )
      }
    >
      {(errors) => (
        <>
          <Select
            label="Feature"
            required
            searchable
            // The form is seen whole first; typing or a click opens the list.
            openOnFocus={false}
            data-autofocus
            placeholder="Type to find it"
            nothingFoundMessage="No feature is called that."
            data={grantable.map((one) => ({ value: one.key, label: one.name }))}
            value={featureKey}
            onChange={(chosen) => {
              setFeatureKey(chosen);
              const found = grantable.find((one) => one.key === chosen);
              if (found) setEffect(effectsFor(found)[0].value);
            }}
            error={errors.of('feature')}
          />
          {feature && effectsFor(feature).length > 1 && (
            <SegmentedControl
              aria-label="What the grant does"
              fullWidth
              value={effect}
              onChange={(chosen) => setEffect(chosen as GrantEffect)}
              data={[...effectsFor(feature)]}
            />
          )}
          {feature && effect !== 'deny' && (
            <AmountField
              feature={feature}
              effect={effect}
              amount={amount}
              onAmount={setAmount}
              error={errors.of('value')}
            />
          )}
          {feature?.kind === 'meter' && effect !== 'deny' && (
            <MeterTermsFields name={feature.name} terms={terms} onTerms={setTerms} />
          )}
          <Select
            label="Kind of grant"
            data={[...origins]}
            value={origin}
            onChange={(chosen) => setOrigin((chosen ?? 'goodwill') as ManualOrigin)}
            error={errors.of('origin')}
          />
          <LastDayField value={end} onDate={setEnd} now={now} error={errors.of('to')} />
        </>
      )}
    </ChangeDrawer>
  );
}

function AmountField({
  feature: { kind, unit, levels },
  effect,
  amount,
  onAmount,
  error,
}: {
  readonly feature: FeatureReply;
  readonly effect: GrantEffect;
  readonly amount: GrantAmount;
  readonly onAmount: (amount: GrantAmount) => void;
  readonly error: string | undefined;
}) {
  if (kind === 'number' || kind === 'meter')
    return (
      <div>
        <NumberInput
          label={unit === null ? 'How many' : `How many ${unit}`}
          required={!amount.unlimited}
          disabled={amount.unlimited}
          min={0}
          thousandSeparator=","
          value={amount.number}
          onChange={(number) => onAmount({ ...amount, number })}
          error={error}
        />
        {effect === 'set' && (
          <Checkbox
            mt="xs"
            label="Unlimited"
            checked={amount.unlimited}
            onChange={(event) => onAmount({ ...amount, unlimited: event.currentTarget.checked })}
          />
        )}
      </div>
    );
  if (kind === 'level')
    return (
      <Select
        label="Level"
        required
        data={[...(levels ?? [])]}
        value={amount.word}
        onChange={(word) => onAmount({ ...amount, word })}
        error={error}
      />
    );
  if (kind === 'set')
    return (
      <TagsInput
        label="Which"
        required
        value={[...amount.words]}
        onChange={(words) => onAmount({ ...amount, words })}
        error={error}
      />
    );
  if (kind === 'config')
    return (
      <Text size="sm" c="dimmed">
        Configurations are granted through plans.
      </Text>
    );
  return null;
}
