import { NumberInput, Select } from '@mantine/core';
import { type Every, type MeterTerms, periods } from './meter-terms.ts';

/** What to say of a metered allowance besides how much it is. */
export function MeterTermsFields<Terms extends MeterTerms>({
  name,
  terms,
  hasPeriod = true,
  onTerms,
}: {
  readonly name: string;
  readonly terms: Terms;
  /** Whether the period is asked for here, and not already beside the amount. */
  readonly hasPeriod?: boolean;
  readonly onTerms: (terms: Terms) => void;
}) {
  return (
    <>
      {hasPeriod && (
        <Select
          label="How often"
          aria-label={`Period of ${name}`}
          data={periods}
          value={terms.every ?? ''}
          onChange={(every) => onTerms({ ...terms, every: every === '' ? null : (every as Every) })}
        />
      )}
      {terms.every !== null && (
        <NumberInput
          label="Carry over at most"
          aria-label={`How much of ${name} is carried over`}
          placeholder="nothing"
          min={0}
          thousandSeparator=","
          value={terms.rollover}
          onChange={(rollover) => onTerms({ ...terms, rollover })}
        />
      )}
      <NumberInput
        label="Beyond it at most"
        aria-label={`How much may be used beyond ${name}`}
        placeholder="nothing"
        min={0}
        thousandSeparator=","
        value={terms.overage}
        onChange={(overage) => onTerms({ ...terms, overage })}
      />
    </>
  );
}
