import { ActionIcon, Autocomplete, Button, Group, Select, Tooltip } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useId } from 'react';
import { type Clause, emptyClause } from './clause.ts';
import classes from './clause-editor.module.css';
import { ClauseValues } from './clause-values.tsx';
import { comparisonChoices, comparisonOf, readComparison, valueKindOf } from './operators.ts';
import { useOffers } from './use-offers.ts';
import { problemOf, valuesFor } from './values.ts';

/** The conditions of one rule. All of them must hold, which the word between them says. */
export function ClauseEditor({
  clauses,
  onChange,
}: {
  readonly clauses: readonly Clause[];
  readonly onChange: (clauses: Clause[]) => void;
}) {
  return (
    <div className={classes['clauses']}>
      {clauses.map((clause, index) => (
        <ClauseRow
          key={clause.id ?? index}
          clause={clause}
          index={index}
          onChange={(changed) => onChange(clauses.with(index, changed))}
          onRemove={clauses.length > 1 ? () => onChange(clauses.toSpliced(index, 1)) : null}
        />
      ))}
      <Group>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} />}
          onClick={() => onChange([...clauses, emptyClause(clauses)])}
        >
          And another condition
        </Button>
      </Group>
    </div>
  );
}

const kinds = ['customer', 'user', 'device', 'organization'];

function ClauseRow({
  clause,
  index,
  onChange,
  onRemove,
}: {
  readonly clause: Clause;
  readonly index: number;
  readonly onChange: (clause: Clause) => void;
  readonly onRemove: (() => void) | null;
}) {
  const id = useId();
  const { contextKind = 'user', attribute, op } = clause;
  const offers = useOffers(contextKind);
  const asksSegment = valueKindOf(op) === 'segment';
  const problem = problemOf(clause);
  const said = `Condition ${index + 1}`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset draws a legend where the sentence has none
    <div
      className={classes['clause']}
      role="group"
      aria-label={said}
      aria-describedby={problem ? id : undefined}
    >
      <span className={classes['word']}>{index === 0 ? 'If' : 'and'}</span>
      <div className={classes['sentence']}>
        <Autocomplete
          aria-label={`${said}: kind`}
          className={classes['kind'] ?? ''}
          data={kinds}
          filter={({ options }) => options}
          value={contextKind}
          onChange={(kind) => onChange({ ...clause, contextKind: kind.trim() })}
        />
        {!asksSegment && (
          <Autocomplete
            aria-label={`${said}: attribute`}
            className={classes['attribute'] ?? ''}
            placeholder="attribute"
            data={[...offers.attributes]}
            value={attribute}
            onChange={(typed) => onChange({ ...clause, attribute: typed.trim() })}
          />
        )}
        <Select
          aria-label={`${said}: comparison`}
          className={classes['comparison'] ?? ''}
          data={comparisonChoices}
          searchable
          value={comparisonOf(clause)}
          onChange={(chosen) => chosen && onChange(compared(clause, chosen))}
        />
        <ClauseValues
          clause={clause}
          said={said}
          offered={offers.valuesOf(attribute)}
          onValues={(values) => onChange({ ...clause, values })}
        />
        {problem !== null && (
          <span id={id} className={classes['problem']}>
            {problem}
          </span>
        )}
      </div>
      {onRemove && (
        <Tooltip label="Take this condition out">
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={`Remove condition ${index + 1}`}
            onClick={onRemove}
          >
            <IconX size={16} />
          </ActionIcon>
        </Tooltip>
      )}
    </div>
  );
}

function compared({ negate: _, ...clause }: Clause, comparison: string): Clause {
  const { op, negate } = readComparison(comparison);
  return { ...clause, op, values: valuesFor({ op }, clause), ...(negate ? { negate } : {}) };
}
