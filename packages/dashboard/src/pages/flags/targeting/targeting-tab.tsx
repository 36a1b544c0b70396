import { Alert, Button, Group, Select, Switch, Text } from '@mantine/core';
import { IconPlus, IconUsers } from '@tabler/icons-react';
import { type ReactNode, useCallback, useState } from 'react';
import type { FlagInEnvironment } from '../../../api/replies.ts';
import { useMay } from '../../../shell/may.ts';
import { useEnvironment } from '../../../shell/place.ts';
import { DraftBar } from '../../../ui/draft-bar.tsx';
import { countOf, joined } from '../../../ui/impact-words.ts';
import { Section } from '../../../ui/page.tsx';
import { Sortable } from '../../../ui/sortable.tsx';
import { servedInWords } from '../words.ts';
import { changesInWords, nameOfRule, offInWords } from './changes.ts';
import { addRule, isSame, moveRule, type Part, type Rule, targetingOf } from './draft.ts';
import { Prerequisites } from './prerequisites.tsx';
import { problemsOf } from './problems.ts';
import { Review } from './review.tsx';
import { RuleCard } from './rule-card.tsx';
import { ServeField } from './serve-field.tsx';
import { TargetGroup } from './target-group.tsx';
import classes from './targeting-tab.module.css';
import targetClasses from './targets-step.module.css';
import type { Draft } from './use-draft.ts';

const partWords: Readonly<Record<Part, string>> = {
  on: 'on or off',
  prerequisites: 'which flags are asked first',
  targets: 'who is named',
  targetEnds: 'until when somebody is named',
  rules: 'the rules',
  fallthrough: 'what everybody else gets',
  offVariation: 'what people get while it is off',
};

/** Who gets what, in the order in which it is decided: the first that fits answers. Edits gather until they are saved. */
export function TargetingTab({ flag, draft }: { readonly flag: FlagInEnvironment; readonly draft: Draft }) {
  const environment = useEnvironment();
  const [isReviewing, setIsReviewing] = useState(false);
  const { base, targeting, edit } = draft;
  const may = (allowed: boolean) => (allowed && flag.state !== 'archived' ? edit : null);
  const [turn, name, rules, others, off, first] = [
    useMay('flag.turn').allowed,
    useMay('flag.target').allowed,
    useMay('flag.set-rules').allowed,
    useMay('flag.set-fallthrough').allowed,
    useMay('flag.set-off-variation').allowed,
    useMay('flag.set-prerequisites').allowed,
  ].map(may);
  const { variations } = flag;
  return (
    <>
      {draft.conflicts.length > 0 && <Conflict draft={draft} />}
      <Section
        title="Who gets what"
        hint={servedInWords(variations, targeting)}
        padded={false}
        action={
          <Switch
            label={targeting.on ? 'On' : 'Off'}
            aria-label={`${flag.name} is on in ${environment.name}`}
            checked={targeting.on}
            disabled={!turn}
            onChange={({ currentTarget: { checked } }) => turn?.((before) => ({ ...before, on: checked }))}
          />
        }
      >
        <ol className={classes['steps']}>
          <Step
            name="Only if"
            about="Flags that are asked first. When one does not answer so, people get what they get while this flag is off."
          >
            <Prerequisites flag={flag.key} targeting={targeting} edit={first ?? null} />
          </Step>
          <Step name="By name" about="Always get this, whatever the rules say.">
            <div className={targetClasses['groups']}>
              {variations.map((_, index) => (
                <TargetGroup
                  // biome-ignore lint/suspicious/noArrayIndexKey: variations go by their place
                  key={index}
                  targets={targeting.targets}
                  targetEnds={targeting.targetEnds}
                  variations={variations}
                  variation={index}
                  edit={name ?? null}
                />
              ))}
            </div>
          </Step>
          <Step
            name="By rule"
            about={`${countOf(targeting.rules.length, 'rule')}, asked from the top; the first that fits answers.`}
          >
            <Rules draft={draft} flag={flag} isOff={!rules} />
          </Step>
          <Step name="Everybody else" about="Whom no name and no rule has caught.">
            {others ? (
              <ServeField
                label="Everybody else gets"
                serve={targeting.fallthrough}
                variations={variations}
                onServe={(fallthrough) => others((before) => ({ ...before, fallthrough }))}
              />
            ) : (
              <Text>{servedInWords(variations, { ...targeting, on: true })}</Text>
            )}
          </Step>
          <Step name="While it is off" about="Everybody gets this, named or not.">
            {off ? (
              <Select
                aria-label="While it is off, everybody gets"
                maw={320}
                data={[
                  ...variations.map((_, index) => ({
                    value: String(index),
                    label: offInWords(variations, index),
                  })),
                  { value: 'none', label: 'The application’s own default' },
                ]}
                value={targeting.offVariation === null ? 'none' : String(targeting.offVariation)}
                onChange={(chosen) =>
                  off((before) => ({ ...before, offVariation: chosen === 'none' ? null : Number(chosen) }))
                }
              />
            ) : (
              <Text>{offInWords(variations, targeting.offVariation)}</Text>
            )}
          </Step>
        </ol>
      </Section>
      {draft.isChanged && (
        <DraftBar
          changes={changesInWords(targetingOf(base), targeting, variations).length}
          problems={problemsOf(targeting)}
          onDiscard={draft.discard}
          onReview={() => setIsReviewing(true)}
        />
      )}
      {isReviewing && (
        <Review
          flag={base}
          targeting={targeting}
          onSaved={draft.discard}
          onClose={() => setIsReviewing(false)}
        />
      )}
    </>
  );
}

function Rules({
  draft: { base, targeting, edit },
  flag: { variations },
  isOff,
}: {
  readonly draft: Draft;
  readonly flag: FlagInEnvironment;
  readonly isOff: boolean;
}) {
  const saved = new Map(base.rules.map((rule) => [rule.id, rule]));
  const markOf = (rule: Rule) => {
    const before = saved.get(rule.id);
    if (!before) return 'new';
    return isSame(before, rule) ? null : 'changed';
  };
  const move = useCallback(
    (from: number, to: number) => edit((before) => moveRule(before, from, to)),
    [edit],
  );
  return (
    <>
      {targeting.rules.length === 0 && (
        <Text c="dimmed">There are no rules. A rule gives something to whoever fits a description.</Text>
      )}
      <Sortable
        label="Rules"
        items={targeting.rules}
        keyOf={({ id }) => id}
        nameOf={(rule) => nameOfRule(rule, variations)}
        onMove={isOff || targeting.rules.length < 2 ? null : move}
      >
        {(rule, index) => (
          <RuleCard
            rule={rule}
            number={index + 1}
            variations={variations}
            mark={markOf(rule)}
            edit={isOff ? null : edit}
          />
        )}
      </Sortable>
      {!isOff && (
        <Group mt={targeting.rules.length > 0 ? 'sm' : 'xs'}>
          <Button
            variant="default"
            size="compact-md"
            leftSection={<IconPlus size={14} />}
            onClick={() => edit((before) => addRule(before, 0))}
          >
            Add a rule
          </Button>
        </Group>
      )}
    </>
  );
}

/** Two people at one flag: neither is overwritten without being asked. */
function Conflict({ draft: { conflicts, settle } }: { readonly draft: Draft }) {
  return (
    <Alert color="yellow" icon={<IconUsers />} title="Somebody else has changed this flag" role="alert">
      <Text>
        Meanwhile {joined(conflicts.map((part) => partWords[part]))} changed, and so does your draft. Saving
        now replaces what they did.
      </Text>
      <Group mt="sm" gap="xs">
        <Button size="compact-sm" variant="default" onClick={() => settle('theirs')}>
          Take theirs
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => settle('ours')}>
          Keep mine
        </Button>
      </Group>
    </Alert>
  );
}

function Step({
  name,
  about,
  children,
}: {
  readonly name: string;
  readonly about: string;
  readonly children: ReactNode;
}) {
  return (
    <li className={classes['step']}>
      <div>
        <div className={classes['name']}>{name}</div>
        <div className={classes['about']}>{about}</div>
      </div>
      <div className={classes['lines']}>{children}</div>
    </li>
  );
}
