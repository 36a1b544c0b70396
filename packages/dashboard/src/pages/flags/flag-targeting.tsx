import { Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { FlagInEnvironment } from '../../api/replies.ts';
import { ActionButton } from '../../shell/action-button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { countOf } from '../../ui/impact-words.ts';
import { Section } from '../../ui/page.tsx';
import { FlagFallthrough } from './flag-fallthrough.tsx';
import { FlagTarget } from './flag-target.tsx';
import classes from './flag-targeting.module.css';
import { clauseInWords, servedInWords, serveInWords, variationInWords } from './words.ts';

/** Who gets what, in the order in which it is decided: the first that fits answers. */
export function FlagTargeting({ flag }: { readonly flag: FlagInEnvironment }) {
  // What is edited is what was seen when the form opened: news must neither replace typed text nor hide a conflict.
  const [open, setOpen] = useState<{
    readonly form: 'targets' | 'fallthrough';
    readonly flag: FlagInEnvironment;
  } | null>(null);
  const { on, variations, prerequisites, targets, rules, fallthrough, offVariation } = flag;
  return (
    <Section title="Who gets what" hint={servedInWords(variations, flag)} padded={false}>
      <ol className={classes['steps']}>
        {prerequisites.length > 0 && (
          <Step name="Only if">
            {prerequisites.map((prerequisite) => (
              <div key={prerequisite.flag}>
                flag <strong>{prerequisite.flag}</strong> answers variation {prerequisite.variation + 1}; else
                they get what people get while this flag is off.
              </div>
            ))}
          </Step>
        )}
        <Step
          name="By name"
          action={
            <ActionButton
              action="flag.target"
              variant="subtle"
              size="compact-sm"
              onClick={() => setOpen({ form: 'targets', flag })}
            >
              Change
            </ActionButton>
          }
        >
          {targets.every(({ values }) => values.length === 0) && <Text c="dimmed">Nobody is named.</Text>}
          {targets.map(
            ({ contextKind = 'user', variation, values }) =>
              values.length > 0 && (
                <div key={`${contextKind}/${variation}`}>
                  {countOf(values.length, contextKind)} get{' '}
                  <strong>{variationInWords(variations, variation)}</strong>: {values.slice(0, 6).join(', ')}
                  {values.length > 6 && ` and ${values.length - 6} more`}
                </div>
              ),
          )}
        </Step>
        <Step name="By rule">
          {rules.length === 0 && <Text c="dimmed">There are no rules.</Text>}
          {rules.map((rule) => (
            <div key={rule.id} className={classes['rule']}>
              {rule.description && <Text fw={600}>{rule.description}</Text>}
              {rule.clauses.map((clause, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: clauses have no identity but their place
                <div key={index}>
                  <span className={classes['and']}>{index === 0 ? 'If' : 'and'}</span> {clauseInWords(clause)}
                </div>
              ))}
              <div>
                <span className={classes['and']}>they get</span>{' '}
                <strong>{serveInWords(variations, rule)}</strong>
              </div>
            </div>
          ))}
        </Step>
        <Step
          name="Everybody else"
          action={
            <ActionButton
              action="flag.set-fallthrough"
              variant="subtle"
              size="compact-sm"
              onClick={() => setOpen({ form: 'fallthrough', flag })}
            >
              Change
            </ActionButton>
          }
        >
          <div>
            get <strong>{serveInWords(variations, fallthrough)}</strong>
          </div>
        </Step>
        <Step name="While it is off">
          <div>
            {offVariation === null ? (
              'the application’s own default decides'
            ) : (
              <>
                everybody gets <strong>{variationInWords(variations, offVariation)}</strong>
              </>
            )}{' '}
            {!on && <Chip tone="warn">now</Chip>}
          </div>
        </Step>
      </ol>
      {open?.form === 'targets' && <FlagTarget flag={open.flag} onClose={() => setOpen(null)} />}
      {open?.form === 'fallthrough' && <FlagFallthrough flag={open.flag} onClose={() => setOpen(null)} />}
    </Section>
  );
}

function Step({
  name,
  action,
  children,
}: {
  readonly name: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <li className={classes['step']}>
      <span className={classes['name']}>{name}</span>
      <div className={classes['lines']}>{children}</div>
      {action}
    </li>
  );
}
