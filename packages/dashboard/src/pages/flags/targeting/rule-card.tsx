import type { Variation } from '@latchkey/model';
import { ActionIcon, Button, Group, Menu, Text, TextInput } from '@mantine/core';
import { IconCopy, IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { memo, useState } from 'react';
import { Chip } from '../../../ui/chip.tsx';
import { ClauseEditor } from '../clauses/clause-editor.tsx';
import { clauseInWords, serveInWords } from '../words.ts';
import {
  changeRule,
  duplicateRule,
  type Rule,
  removeRule,
  serveOf,
  type Targeting,
  withServe,
} from './draft.ts';
import { problemsOfRule } from './problems.ts';
import classes from './rule-card.module.css';
import { ServeField } from './serve-field.tsx';

/** One rule: a sentence until somebody edits it, then a form. Drawn again only when it changes itself. */
export const RuleCard = memo(function RuleCard({
  rule,
  number,
  variations,
  mark,
  edit,
}: {
  readonly rule: Rule;
  readonly number: number;
  readonly variations: readonly Variation[];
  /** What the draft does with it. */
  readonly mark: 'new' | 'changed' | null;
  /** Null where nothing may be changed. */
  readonly edit: ((how: (targeting: Targeting) => Targeting) => void) | null;
}) {
  const [isOpen, setIsOpen] = useState(mark === 'new');
  const problems = problemsOfRule(rule);
  const called = rule.description || `Rule ${number}`;
  const replace = (changed: Rule) => edit?.((targeting) => changeRule(targeting, changed));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms alone; this is a sentence most of the time
    <div className={classes['card']} role="group" aria-label={called} data-open={isOpen || undefined}>
      <div className={classes['head']}>
        <span className={classes['number']} aria-hidden="true">
          {number}
        </span>
        <div className={classes['title']}>
          {isOpen ? <Text fw={600}>{called}</Text> : <Sentence rule={rule} variations={variations} />}
          {mark && <Chip tone="info">{mark}</Chip>}
          {problems.length > 0 && !isOpen && <Chip tone="bad">not complete</Chip>}
        </div>
        {edit && (
          <Group gap={4} wrap="nowrap">
            <Button
              variant="subtle"
              size="compact-sm"
              aria-expanded={isOpen}
              aria-label={isOpen ? `Close ${called}` : `Edit ${called}`}
              {...(isOpen ? {} : { leftSection: <IconPencil size={14} /> })}
              onClick={() => setIsOpen(!isOpen)}
            >
              {isOpen ? 'Close' : 'Edit'}
            </Button>
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon variant="subtle" color="gray" aria-label={`More for ${called}`}>
                  <IconDots size={16} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item
                  leftSection={<IconCopy size={14} />}
                  onClick={() => edit((targeting) => duplicateRule(targeting, rule.id))}
                >
                  Duplicate
                </Menu.Item>
                <Menu.Item
                  color="red"
                  leftSection={<IconTrash size={14} />}
                  onClick={() => edit((targeting) => removeRule(targeting, rule.id))}
                >
                  Remove
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </Group>
        )}
      </div>
      {isOpen && edit && (
        <div className={classes['form']}>
          <TextInput
            label="Name of the rule"
            description="For people; it decides nothing."
            placeholder="Banks in Europe"
            maw={420}
            value={rule.description ?? ''}
            onChange={({ currentTarget: { value } }) => replace(withDescription(rule, value))}
          />
          <ClauseEditor clauses={rule.clauses} onChange={(clauses) => replace({ ...rule, clauses })} />
          <div className={classes['then']}>
            <span className={classes['word']}>they get</span>
            <ServeField
              label={`${called}: they get`}
              serve={serveOf(rule)}
              variations={variations}
              onServe={(serve) => replace(withServe(rule, serve))}
            />
          </div>
        </div>
      )}
    </div>
  );
});

function withDescription({ description: _, ...rule }: Rule, description: string): Rule {
  return (description === '' ? rule : { ...rule, description }) as Rule;
}

function Sentence({ rule, variations }: { readonly rule: Rule; readonly variations: readonly Variation[] }) {
  return (
    <div className={classes['sentence']}>
      {rule.description && <Text fw={600}>{rule.description}</Text>}
      {rule.clauses.map((clause, index) => (
        <div key={clause.id ?? index}>
          <span className={classes['word']}>{index === 0 ? 'If' : 'and'}</span> {clauseInWords(clause)}
        </div>
      ))}
      <div>
        <span className={classes['word']}>they get</span>{' '}
        <strong>{serveInWords(variations, serveOf(rule))}</strong>
      </div>
    </div>
  );
}
