import { Button, Group, NumberInput, Stack, Switch, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { describeSegment } from '../../api/edits.ts';
import { ChangeDrawer } from '../../shell/change-drawer.tsx';
import { useMay } from '../../shell/may.ts';
import { usePlace } from '../../shell/place.ts';
import { DraftBar } from '../../ui/draft-bar.tsx';
import { countOf } from '../../ui/impact-words.ts';
import { Section } from '../../ui/page.tsx';
import { ToldChanges } from '../../ui/told-changes.tsx';
import type { Clause } from '../flags/clauses/clause.ts';
import { ClauseEditor } from '../flags/clauses/clause-editor.tsx';
import {
  addRule,
  changeRule,
  changesInWords,
  problemsOf,
  removeRule,
  ruleInWords,
  type SegmentRule,
  sentRules,
} from './rules-draft.ts';
import classes from './segment-rules.module.css';
import type { RulesDraft } from './use-rules-draft.ts';

/** Descriptions of whom the segment means, besides those who are listed. Fitting one of them is enough. */
export function SegmentRules({ draft }: { readonly draft: RulesDraft }) {
  const { allowed } = useMay('segment.set-rules');
  const [isReviewing, setIsReviewing] = useState(false);
  const { base, rules, isChanged, edit, discard } = draft;
  const told = changesInWords(base.rules, rules);
  return (
    <Stack gap={20}>
      <Section
        title="Rules"
        hint="Whoever fits one of them is in the segment as well, in every environment. Who is listed as “never in” stays out."
      >
        {rules.length === 0 && <Text c="dimmed">There are no rules: only who is listed is in it.</Text>}
        <div className={classes['rules']}>
          {rules.map((rule, index) => (
            <div key={rule.id}>
              {index > 0 && <div className={classes['or']}>or</div>}
              {allowed ? (
                <RuleForm
                  rule={rule}
                  number={index + 1}
                  onChange={(changed) => edit((before) => changeRule(before, changed))}
                  onRemove={() => edit((before) => removeRule(before, rule.id))}
                />
              ) : (
                <Text>{ruleInWords(rule)}</Text>
              )}
            </div>
          ))}
        </div>
        {allowed && (
          <Group mt="sm">
            <Button
              variant="default"
              size="compact-md"
              leftSection={<IconPlus size={14} />}
              onClick={() => edit(addRule)}
            >
              Add a rule
            </Button>
          </Group>
        )}
      </Section>
      {isChanged && (
        <DraftBar
          changes={told.length}
          problems={problemsOf(rules)}
          onDiscard={discard}
          onReview={() => setIsReviewing(true)}
        />
      )}
      {isReviewing && <Review draft={draft} onClose={() => setIsReviewing(false)} />}
    </Stack>
  );
}

function Review({ draft, onClose }: { readonly draft: RulesDraft; readonly onClose: () => void }) {
  const place = usePlace();
  const { base, rules, discard } = draft;
  const told = changesInWords(base.rules, rules);
  const count = countOf(told.length, 'change');
  return (
    <ChangeDrawer
      opened
      wide
      schedulable
      onClose={onClose}
      title={`Save ${count} of ${base.name}`}
      lead="Rules are the same in every environment. All of it happens together."
      confirm={`Save ${count}`}
      done={`${base.name} was saved.`}
      edit={() => describeSegment({ ...place, segment: base.key }, { rules: sentRules(rules) }, base.version)}
      onDone={discard}
      onScheduled={discard}
    >
      {() => <ToldChanges told={told} />}
    </ChangeDrawer>
  );
}

function RuleForm({
  rule,
  number,
  onChange,
  onRemove,
}: {
  readonly rule: SegmentRule;
  readonly number: number;
  readonly onChange: (rule: SegmentRule) => void;
  readonly onRemove: () => void;
}) {
  const { description, weight, ...rest } = rule;
  const called = description || `Rule ${number}`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset draws a legend where the name is a field
    <div className={classes['rule']} role="group" aria-label={called}>
      <Group justify="space-between" align="flex-end">
        <TextInput
          label="Name of the rule"
          placeholder="Banks in Europe"
          flex="1 1 240px"
          maw={420}
          value={description ?? ''}
          onChange={({ currentTarget: { value } }) =>
            onChange({ ...rest, ...(weight === undefined ? {} : { weight }), ...named(value) })
          }
        />
        <Button
          variant="subtle"
          color="red"
          size="compact-sm"
          leftSection={<IconTrash size={14} />}
          aria-label={`Remove ${called}`}
          onClick={onRemove}
        >
          Remove
        </Button>
      </Group>
      <ClauseEditor
        clauses={rule.clauses as readonly Clause[]}
        onChange={(clauses) => onChange({ ...rule, clauses })}
      />
      <Group gap="sm">
        <Switch
          label="Only a share of them"
          checked={weight !== undefined}
          onChange={({ currentTarget: { checked } }) =>
            onChange({ ...rest, ...named(description ?? ''), ...(checked ? { weight: 100_000 } : {}) })
          }
        />
        {weight !== undefined && (
          <NumberInput
            aria-label={`${called}: share of them`}
            suffix=" %"
            min={0}
            max={100}
            decimalScale={3}
            w={120}
            value={weight / 1000}
            onChange={(percent) => onChange({ ...rule, weight: Math.round(Number(percent) * 1000) })}
          />
        )}
      </Group>
    </div>
  );
}

const named = (description: string): { readonly description?: string } =>
  description === '' ? {} : { description };
