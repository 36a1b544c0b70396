import type { Decision } from '@latchkey/model';
import { Text, Title } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { TextLink } from '../../shell/links.tsx';
import { usePlace } from '../../shell/place.ts';
import { Chip } from '../../ui/chip.tsx';
import { joined } from '../../ui/impact-words.ts';
import { useNow } from '../../ui/now.ts';
import { dayInWords, endInWords } from '../../ui/time-words.ts';
import classes from './entitlement-list.module.css';
import { originTones, originWords, shadowWords, stageWords, valueInWords } from './words.ts';

/** The whole reasoning behind one answer: every source, counted or not, every question asked, and what would help. */
export function EntitlementWhy({ decision }: { readonly decision: Decision }) {
  const now = useNow();
  const place = usePlace();
  const { feature, allowed, sources = [], steps = [], unlock = [], resetAt, nextChangeAt } = decision;
  return (
    <div className={classes['why']}>
      <div>
        <Title order={3}>Where it comes from</Title>
        {sources.length === 0 && <Text c="dimmed">No plan and no grant gives it.</Text>}
        <ul className={classes['sources']}>
          {sources.map(({ grant, origin, label, contribution, from, to, kept, because }) => (
            <li key={grant}>
              <Chip tone={originTones[origin]} faded={!kept}>
                {originWords[origin]}
              </Chip>{' '}
              {label}
              <Text size="sm" c="dimmed">
                {valueInWords(contribution, undefined, true)} · since {dayInWords(from)} ·{' '}
                {endInWords(to, now)}
                {because !== null && ` · does not count: ${shadowWords[because] ?? because}`}
              </Text>
            </li>
          ))}
        </ul>
        {!allowed && unlock.length > 0 && (
          <Text mt="sm">
            What would unlock it: <strong>{joined(unlock.map(({ name }) => name))}</strong>.
          </Text>
        )}
        {resetAt !== null && (
          <Text size="sm" c="dimmed" mt="sm">
            Counting starts again on {dayInWords(resetAt)}.
          </Text>
        )}
        {nextChangeAt !== null && (
          <Text size="sm" c="dimmed" mt="sm">
            The answer may change on {dayInWords(nextChangeAt)}.
          </Text>
        )}
        <TextLink
          to="/$project/$environment/features/$feature"
          params={{ ...place, feature }}
          size="sm"
          mt="sm"
          display="inline-block"
        >
          About this feature
        </TextLink>
      </div>
      {steps.length > 0 && (
        <div>
          <Title order={3}>How it was decided</Title>
          <ol className={classes['steps']}>
            {steps.map(({ stage, passed }) => (
              <li key={stage}>
                {passed ? (
                  <IconCheck size={14} className={classes['stepGood'] ?? ''} aria-label="Yes" />
                ) : (
                  <IconX size={14} className={classes['stepBad'] ?? ''} aria-label="No" />
                )}
                <span>{stageWords[stage]}</span>
              </li>
            ))}
          </ol>
        </div>
      )}
    </div>
  );
}
