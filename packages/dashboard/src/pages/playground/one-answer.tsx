import { Text, VisuallyHidden } from '@mantine/core';
import { IconArrowRight, IconCheck, IconMinus, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { featuresIn, flagsIn, oneFlag } from '../../api/catalogue-queries.ts';
import { type Asked, answerOfFlag } from '../../api/playground-queries.ts';
import type { FlagAnswer, FlagInEnvironment } from '../../api/replies.ts';
import { TextLink } from '../../shell/links.tsx';
import { usePlace } from '../../shell/place.ts';
import { Chip } from '../../ui/chip.tsx';
import { Section } from '../../ui/page.tsx';
import { Loaded } from '../../ui/states.tsx';
import { variationInWords } from '../flags/words.ts';
import classes from './playground.module.css';
import { answerInWords, reasonInWords, stepInWords, type ToldStep } from './words.ts';

/** What one flag answers, and each step on the way to it in the order in which it was asked. */
export function OneAnswer({ asked, flag }: { readonly asked: Asked; readonly flag: string }) {
  const place = usePlace();
  const answer = useQuery(answerOfFlag(place, flag, asked));
  const shown = useQuery(oneFlag(place, flag));
  return (
    <Section
      title="What they get"
      action={
        <TextLink to="/$project/$environment/flags/$flag" params={{ ...place, flag }}>
          {shown.data?.name ?? flag}
        </TextLink>
      }
    >
      <Loaded asked={shown}>
        {(known) => (
          <Loaded asked={answer}>{(told) => <Told key={told.flag} answer={told} flag={known} />}</Loaded>
        )}
      </Loaded>
    </Section>
  );
}

function Told({ answer, flag }: { readonly answer: FlagAnswer; readonly flag: FlagInEnvironment }) {
  const place = usePlace();
  const features = useQuery(featuresIn(place));
  const flags = useQuery(flagsIn(place));
  const named = new Map(features.data?.items.map(({ key, name }) => [key, name]));
  const known = new Map(flags.data?.items.map((one) => [one.key, one]));
  const names = {
    feature: (key: string) => named.get(key) ?? key,
    flag: (key: string) => known.get(key)?.name ?? key,
    variation: (key: string, index: number | null) =>
      index === null ? 'its default' : variationInWords(known.get(key)?.variations ?? [], index),
  };
  return (
    <>
      <div className={classes['answer']} role="status">
        {answerInWords(answer, flag)}
        {answer.variation !== null && <Chip>{JSON.stringify(answer.value)}</Chip>}
      </div>
      <Text c="dimmed" mb="md">
        {reasonInWords(answer, flag)}
      </Text>
      <ol className={classes['steps']} aria-label="Each step of why">
        {answer.steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps go by their place
          <Step key={index} told={stepInWords(step, flag, names)} />
        ))}
      </ol>
      {answer.rights.map(({ feature, sentence }) => (
        <Text key={feature} mt="md">
          <strong>{names.feature(feature)}:</strong> {sentence}
        </Text>
      ))}
    </>
  );
}

const marks = {
  passed: { icon: IconCheck, said: 'Yes' },
  failed: { icon: IconX, said: 'No' },
  decided: { icon: IconArrowRight, said: 'This decides' },
  skipped: { icon: IconMinus, said: 'Not needed' },
} as const;

const clauseWords = {
  matched: 'yes',
  not_matched: 'no',
  not_asked: 'not asked any more',
  malformed: 'cannot be asked: the condition is broken',
} as const;

function Step({ told: { sentence, outcome, details } }: { readonly told: ToldStep }) {
  const { icon: Icon, said } = marks[outcome];
  return (
    <li className={classes['step']} data-outcome={outcome}>
      <Icon size={18} aria-hidden="true" />
      <div className={classes['sentence']}>
        <VisuallyHidden>{said}: </VisuallyHidden>
        {sentence}
        {details.length > 0 && (
          <ul className={classes['clauses']}>
            {details.map((clause, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: conditions go by their place
              <li key={index}>
                {index > 0 && 'and '}
                {clause.sentence}: <strong>{clauseWords[clause.outcome]}</strong>
                {clause.found !== null && ` (it is ${clause.found})`}
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}
