import { Select, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { flagsIn } from '../../api/catalogue-queries.ts';
import type { Asked } from '../../api/playground-queries.ts';
import { narrowed } from '../../shell/narrow.ts';
import { useEnvironment, usePlace } from '../../shell/place.ts';
import { Page, Section } from '../../ui/page.tsx';
import { Empty } from '../../ui/states.tsx';
import { AllAnswers } from './all-answers.tsx';
import { contextOf, readContext } from './context.ts';
import { OneAnswer } from './one-answer.tsx';
import classes from './playground.module.css';
import { nobody, type Who, WhoField } from './who-field.tsx';

const from = '/$project/$environment/playground';
const every = '';

/** What flags answer for somebody, and every step of why. Nothing is changed or counted by asking. */
export function Playground() {
  const place = usePlace();
  const environment = useEnvironment();
  const { flag = every, customer = '' } = useSearch({ from });
  const navigate = useNavigate({ from });
  const [who, setWho] = useState<Who>({ ...nobody, customer });
  const { asked, problem } = askedFor(who);
  const [settled] = useDebouncedValue(JSON.stringify(asked), 250);
  const flags = useQuery(flagsIn(place));
  const live = (flags.data?.items ?? []).filter(({ state }) => state !== 'archived');
  const choose = (part: { readonly flag?: string; readonly customer?: string }) =>
    void navigate({ search: (before) => narrowed(before, part), replace: true });
  const ready = JSON.parse(settled) as Asked | null;
  return (
    <Page
      title="Playground"
      lead={`What flags answer in ${environment.name}, and why. Asking changes nothing and is not counted.`}
    >
      <div className={classes['bench']}>
        <Section title="Who asks">
          <Stack gap="md">
            <WhoField
              who={who}
              problem={problem}
              onWho={(next) => {
                setWho(next);
                if (next.customer !== who.customer) choose({ customer: next.customer });
              }}
            />
            <Select
              label="Which flag"
              searchable
              data={[
                { value: every, label: 'All flags' },
                ...live.map(({ key, name }) => ({ value: key, label: name })),
              ]}
              value={flag}
              onChange={(chosen) => choose({ flag: chosen ?? every })}
            />
          </Stack>
        </Section>
        <div className={classes['answers']}>
          {ready === null ? (
            <Section title="What they get">
              <Empty
                title="Say who asks"
                hint="Pick a customer, or describe somebody as an application would."
              />
            </Section>
          ) : flag === every ? (
            <AllAnswers asked={ready} flags={flags} onFlag={(chosen) => choose({ flag: chosen })} />
          ) : (
            <OneAnswer asked={ready} flag={flag} />
          )}
        </div>
      </div>
    </Page>
  );
}

function askedFor({ how, customer, typed, json }: Who): {
  readonly asked: Asked | null;
  readonly problem: string | null;
} {
  if (how === 'customer')
    return { asked: customer.trim() === '' ? null : { customer: customer.trim() }, problem: null };
  const { context, problem } = how === 'form' ? contextOf(typed) : readContext(json);
  return { asked: context && { context }, problem };
}
