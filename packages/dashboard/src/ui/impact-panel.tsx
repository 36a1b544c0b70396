import type { Impact } from '@latchkey/model';
import { Loader, Skeleton, Title } from '@mantine/core';
import { useId } from 'react';
import classes from './impact-panel.module.css';
import { impactInWords } from './impact-words.ts';
import { type FlagNames, ServedImpact } from './served-impact.tsx';

export type Preview =
  | { readonly state: 'incomplete' }
  | { readonly state: 'refused' }
  | { readonly state: 'weighing'; readonly impact: Impact | null }
  | { readonly state: 'known'; readonly impact: Impact };

/** How people call what a preview names by key. */
export interface Names extends FlagNames {
  readonly feature: (key: string) => string;
}

const keysAlone: Names = {
  feature: (key) => key,
  flag: (key) => key,
  variation: (_, index) => (index === null ? 'default' : `variation ${index + 1}`),
};

/** What an edit will do, in numbers, before it is done. The same panel stands in every form that changes something. */
export function ImpactPanel({
  preview,
  names = keysAlone,
  level = 3,
}: {
  readonly preview: Preview;
  readonly names?: Names;
  /** Of its heading: one below what it stands in. */
  readonly level?: 2 | 3;
}) {
  const id = useId();
  return (
    <section className={classes['panel']} aria-labelledby={id} aria-live="polite">
      <div className={classes['head']}>
        <Title order={level} id={id}>
          What this does
        </Title>
        {preview.state === 'weighing' && <Loader size="xs" role="status" aria-label="Working it out" />}
      </div>
      <Inside preview={preview} names={names} />
    </section>
  );
}

function Inside({ preview, names }: { readonly preview: Preview; readonly names: Names }) {
  if (preview.state === 'incomplete')
    return (
      <div className={classes['quiet']}>Fill in the fields above, and you see here who is affected.</div>
    );
  if (preview.state === 'refused')
    return <div className={classes['quiet']}>This cannot be done as it stands; see the message above.</div>;
  if (preview.impact === null) return <Skeleton height={18} width="60%" radius="sm" />;
  return <Known impact={preview.impact} names={names} />;
}

/** More than this many lines are a list to scroll, not an overview. */
const linesShown = 6;

function Known({ impact, names }: { readonly impact: Impact; readonly names: Names }) {
  const { customers, features, flags = [], examples, complete } = impact;
  const moves = customers.gain + customers.lose + customers.overLimit > 0;
  return (
    <>
      <div className={classes['sentence']}>{impactInWords(impact)}</div>
      {moves && (
        <dl className={classes['figures']}>
          <Figure name="Gain" count={customers.gain} tone="good" />
          <Figure name="Lose" count={customers.lose} tone="bad" />
          <Figure name="Over a limit" count={customers.overLimit} tone="warn" />
        </dl>
      )}
      {features.length > 0 && (
        <ul className={classes['moves']} aria-label="By feature">
          {features.slice(0, linesShown).map(({ feature, gain, lose, changed }) => (
            <li key={feature} className={classes['move']}>
              <span>{names.feature(feature)}</span>
              <span>
                {gain > 0 && <span className={classes['gain']}>+{gain} </span>}
                {lose > 0 && <span className={classes['lose']}>−{lose} </span>}
                {changed > 0 && <span className={classes['quiet']}>{changed} changed</span>}
              </span>
            </li>
          ))}
          {features.length > linesShown && (
            <li className={classes['quiet']}>and {features.length - linesShown} more features</li>
          )}
        </ul>
      )}
      <ServedImpact flags={flags} names={names} />
      {examples.length > 0 && examples.length <= linesShown && (
        <div className={classes['quiet']}>{examples.map(({ name }) => name).join(' · ')}</div>
      )}
      {!complete && (
        <div className={classes['quiet']}>
          More customers are touched than one preview looks at; these are the first.
        </div>
      )}
    </>
  );
}

function Figure({
  name,
  count,
  tone,
}: {
  readonly name: string;
  readonly count: number;
  readonly tone: string;
}) {
  return (
    <div className={classes['figure']} data-tone={count > 0 ? tone : undefined}>
      <dt>{name}</dt>
      <dd>{count}</dd>
    </div>
  );
}
