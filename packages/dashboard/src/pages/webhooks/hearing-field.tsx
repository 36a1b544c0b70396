import { Checkbox, Radio, Select, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { environmentsOf, projects } from '../../api/queries.ts';
import { usePlace } from '../../shell/place.ts';
import { everyTopic, type Hearing, isEverywhereOnly, type Topic, topics } from './hearing.ts';

/** What a webhook is told of. A policy that these choices cannot say is kept until one of them is made. */
export function HearingField({
  value,
  onChange,
}: {
  /** Null while its own policy stays as it is. */
  readonly value: Hearing | null;
  readonly onChange: (hearing: Hearing) => void;
}) {
  const where = value?.where ?? '';
  const kind = value === null ? 'own' : value.topics === null ? 'everything' : 'some';
  const choose = (chosen: string) =>
    onChange({ where, topics: chosen === 'everything' ? null : (value?.topics ?? ['flags']) });
  return (
    <>
      <Radio.Group label="What it hears of" value={kind} onChange={choose}>
        <Stack gap={6} mt={6}>
          {value === null && <Radio value="own" label="What its own policy says" />}
          <Radio
            value="everything"
            label="Everything"
            description="Also what later versions of Latchkey bring."
          />
          <Radio value="some" label="Only some of it" />
        </Stack>
      </Radio.Group>
      {value !== null && value.topics !== null && (
        <Checkbox.Group
          label="Which part of it"
          value={[...value.topics]}
          onChange={(chosen) => onChange({ where, topics: chosen as Topic[] })}
        >
          <Stack gap={6} mt={6}>
            {everyTopic.map((topic) => (
              <Checkbox
                key={topic}
                value={topic}
                label={topics[topic].word}
                {...(where !== '' &&
                  isEverywhereOnly(topic) && {
                    disabled: true,
                    description: 'They belong to no project: only a webhook for everywhere hears of them.',
                  })}
              />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
      {value !== null && (
        <WhereField value={where} onChange={(chosen) => onChange({ ...value, where: chosen })} />
      )}
    </>
  );
}

function WhereField({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (where: string) => void;
}) {
  const { project } = usePlace();
  const known = useQuery(projects);
  const environments = useQuery(environmentsOf(project));
  const choices = [
    { value: '', label: 'Everywhere' },
    ...(known.data?.items ?? []).map(({ key, name }) => ({ value: key, label: `${name}, all of it` })),
    ...(environments.data?.items ?? []).map(({ key, name }) => ({
      value: `${project}/${key}`,
      label: `${name} only`,
    })),
  ];
  // It may be about another project's environment.
  const isListed = choices.some((choice) => choice.value === value);
  return (
    <Select
      label="Where"
      {...(value.includes('/') && {
        description:
          'What all environments of a project share, such as features and plans, is no part of a single one.',
      })}
      data={isListed ? choices : [...choices, { value, label: value.replace('/', ', ') }]}
      value={value}
      allowDeselect={false}
      onChange={(where) => onChange(where ?? '')}
    />
  );
}
