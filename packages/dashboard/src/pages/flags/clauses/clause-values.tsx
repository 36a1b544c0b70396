import { Group, MultiSelect, Select, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { segmentNames } from '../../../api/catalogue-queries.ts';
import { usePlace } from '../../../shell/place.ts';
import type { Clause } from './clause.ts';
import classes from './clause-editor.module.css';
import { valueKindOf } from './operators.ts';
import { asText, formOf, readValue, type ValueForm } from './values.ts';

type Values = Clause['values'];

interface Field {
  readonly clause: Clause;
  readonly said: string;
  /** Values that are known to occur; any other can be typed. */
  readonly offered: readonly string[];
  readonly onValues: (values: Values) => void;
}

/** Fewer are shown one by one; more are a list, as one would paste it. */
const taggedMax = 40;

/** What an attribute is compared with, in the field that fits the comparison. Several values mean any of them. */
export function ClauseValues(field: Field) {
  const kind = valueKindOf(field.clause.op);
  if (kind === 'segment') return <SegmentValues {...field} />;
  if (kind === 'time') return <MomentValue {...field} />;
  if (kind === 'any') return <AnyValues {...field} />;
  return <ListedValues {...field} form={kind === 'number' ? 'number' : 'text'} />;
}

function SegmentValues({ clause, said, onValues }: Field) {
  const segments = useQuery(segmentNames(usePlace()));
  const known = segments.data?.items ?? [];
  const chosen = clause.values.map(asText);
  // A segment that is gone still stands in the rule, and can be taken out.
  const gone = chosen.filter((key) => !known.some((segment) => segment.key === key));
  return (
    <MultiSelect
      aria-label={`${said}: segments`}
      className={classes['values'] ?? ''}
      placeholder={chosen.length === 0 ? 'segment' : ''}
      data={[
        ...known.map(({ key, name }) => ({ value: key, label: name })),
        ...gone.map((key) => ({ value: key, label: key })),
      ]}
      searchable
      value={chosen}
      onChange={onValues}
    />
  );
}

function MomentValue({ clause, said, onValues }: Field) {
  const [first] = clause.values;
  return (
    <TextInput
      aria-label={`${said}: moment`}
      className={classes['values'] ?? ''}
      type="datetime-local"
      value={first === undefined ? '' : localField(first)}
      onChange={({ currentTarget: { value } }) =>
        onValues(Number.isNaN(Date.parse(value)) ? [] : [new Date(value).toISOString()])
      }
    />
  );
}

/** A moment as the browser's field writes it, in the person's own time. */
function localField(value: Values[number]): string {
  const at = new Date(typeof value === 'number' ? value : asText(value));
  if (Number.isNaN(at.getTime())) return '';
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function AnyValues({ clause, said, offered, onValues }: Field) {
  const [form, setForm] = useState<ValueForm>(() => formOf(clause.values));
  const choose = (chosen: ValueForm) => {
    setForm(chosen);
    onValues(clause.values.map((value) => readValue(asText(value), chosen)));
  };
  const asForm = (
    <Select
      aria-label={`${said}: values are`}
      w={118}
      data={[
        { value: 'text', label: 'as text' },
        { value: 'number', label: 'as numbers' },
        { value: 'boolean', label: 'true or false' },
      ]}
      value={form}
      onChange={(chosen) => choose((chosen ?? 'text') as ValueForm)}
    />
  );
  if (form === 'boolean')
    return (
      <Beside field={asForm}>
        <MultiSelect
          aria-label={`${said}: values`}
          flex={1}
          miw={0}
          data={['true', 'false']}
          value={clause.values.map(asText)}
          onChange={(texts) => onValues(texts.map((text) => readValue(text, form)))}
        />
      </Beside>
    );
  return (
    <Beside field={asForm}>
      <Listed clause={clause} said={said} offered={offered} onValues={onValues} form={form} />
    </Beside>
  );
}

const ListedValues = (field: Field & { readonly form: ValueForm }) => (
  <div className={classes['values']}>
    <Listed {...field} />
  </div>
);

const Beside = ({ field, children }: { readonly field: ReactNode; readonly children: ReactNode }) => (
  <Group className={classes['values'] ?? ''} gap={8} wrap="nowrap" align="flex-start">
    {children}
    {field}
  </Group>
);

function Listed({ clause, said, offered, onValues, form }: Field & { readonly form: ValueForm }) {
  const texts = clause.values.map(asText);
  const [isLong] = useState(texts.length > taggedMax);
  const [typed, setTyped] = useState(texts.join('\n'));
  if (isLong)
    return (
      <Textarea
        aria-label={`${said}: values, one a line`}
        flex={1}
        minRows={4}
        maxRows={8}
        autosize
        value={typed}
        onChange={({ currentTarget: { value } }) => {
          setTyped(value);
          onValues(linesIn(value).map((text) => readValue(text, form)));
        }}
      />
    );
  return (
    <TagsInput
      aria-label={`${said}: values`}
      flex={1}
      miw={0}
      placeholder={texts.length === 0 ? 'value, then Enter' : ''}
      splitChars={[',', ';', '\n']}
      data={form === 'text' ? [...offered] : []}
      value={texts}
      onChange={(all) => onValues(all.map((text) => readValue(text, form)))}
    />
  );
}

const linesIn = (text: string): readonly string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];
