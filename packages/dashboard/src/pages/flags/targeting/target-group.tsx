import type { Variation } from '@latchkey/model';
import { ActionIcon, Button, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { memo, useState } from 'react';
import { LastDayField } from '../../../ui/fields.tsx';
import { countOf } from '../../../ui/impact-words.ts';
import { useNow } from '../../../ui/now.ts';
import { endInWords, endOfDateField } from '../../../ui/time-words.ts';
import { keysIn } from '../../segments/words.ts';
import { variationInWords } from '../words.ts';
import type { Targeting } from './draft.ts';
import { endsOf, kindOf, nameKeys, strikeOff } from './targets.ts';
import classes from './targets-step.module.css';

type Edit = (how: (targeting: Targeting) => Targeting) => void;

/** More are found by searching. */
const shownMax = 60;

/** Who is named for one variation. Thousands stay quick: only some are drawn, the rest is found by a search. */
export const TargetGroup = memo(function TargetGroup({
  targets,
  targetEnds,
  variations,
  variation,
  edit,
}: {
  readonly targets: Targeting['targets'];
  readonly targetEnds: Targeting['targetEnds'];
  readonly variations: readonly Variation[];
  readonly variation: number;
  readonly edit: Edit | null;
}) {
  const [search, setSearch] = useState('');
  const [isAdding, setIsAdding] = useState(false);
  const called = variationInWords(variations, variation);
  const ends = endsOf({ targetEnds });
  const here = targets.filter((target) => target.variation === variation);
  const named = here.flatMap((target) => target.values.map((key) => ({ kind: kindOf(target), key })));
  const found = search === '' ? named : named.filter(({ key }) => key.includes(search));
  return (
    // biome-ignore lint/a11y/useSemanticElements: it holds a list and may hold a form
    <div className={classes['group']} role="group" aria-label={`Named for ${called}`}>
      <Group justify="space-between" gap="xs">
        <Text>
          <strong>{called}</strong>{' '}
          <Text span c="dimmed">
            {named.length === 0
              ? 'nobody'
              : countsInWords(here.map((target) => [kindOf(target), target.values.length]))}
          </Text>
        </Text>
        {edit && (
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={`Name somebody for ${called}`}
            aria-expanded={isAdding}
            onClick={() => setIsAdding(!isAdding)}
          >
            Name somebody
          </Button>
        )}
      </Group>
      {isAdding && edit && (
        <AddTargets
          variation={variation}
          called={called}
          onAdd={(more) => {
            edit((before) => nameKeys(before, { ...more, variation }));
            setIsAdding(false);
          }}
          onCancel={() => setIsAdding(false)}
        />
      )}
      {named.length > shownMax && (
        <TextInput
          type="search"
          aria-label={`Search who is named for ${called}`}
          placeholder="Search the keys"
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value.trim())}
        />
      )}
      {found.length > 0 && (
        <ul className={classes['keys']}>
          {found.slice(0, shownMax).map(({ kind, key }) => (
            <NamedKey
              key={`${kind} ${key}`}
              kind={kind}
              name={key}
              until={ends.get(`${kind} ${key}`) ?? null}
              onRemove={
                edit && (() => edit((before) => strikeOff(before, { contextKind: kind, keys: [key] })))
              }
            />
          ))}
        </ul>
      )}
      {found.length > shownMax && (
        <Text size="xs" c="dimmed">
          and {countOf(found.length - shownMax, 'more', 'more')}; search to find one
        </Text>
      )}
      {search !== '' && found.length === 0 && (
        <Text size="xs" c="dimmed">
          Nobody who is named has “{search}” in the key.
        </Text>
      )}
    </div>
  );
});

const countsInWords = (counts: readonly (readonly [kind: string, count: number])[]): string =>
  counts.map(([kind, count]) => countOf(count, kind)).join(', ');

function NamedKey({
  kind,
  name,
  until,
  onRemove,
}: {
  readonly kind: string;
  readonly name: string;
  readonly until: string | null;
  readonly onRemove: (() => void) | null;
}) {
  const now = useNow();
  return (
    <li className={classes['key']}>
      <span className={classes['kind']}>{kind}</span>
      <span className={classes['name']}>{name}</span>
      {until !== null && <span className={classes['until']}>{endInWords(until, now)}</span>}
      {onRemove && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size="xs"
          aria-label={`Remove ${kind} ${name}`}
          onClick={onRemove}
        >
          <IconX size={12} />
        </ActionIcon>
      )}
    </li>
  );
}

interface Added {
  readonly contextKind: string;
  readonly keys: readonly string[];
  readonly until: string | null;
}

function AddTargets({
  variation,
  called,
  onAdd,
  onCancel,
}: {
  readonly variation: number;
  readonly called: string;
  readonly onAdd: (added: Added) => void;
  readonly onCancel: () => void;
}) {
  const now = useNow();
  const [contextKind, setContextKind] = useState('customer');
  const [text, setText] = useState('');
  const [lastDay, setLastDay] = useState('');
  const keys = keysIn(text);
  return (
    <Stack className={classes['adding'] ?? ''} gap="sm">
      <Select
        label="Kind"
        data={['customer', 'user', 'device', 'organization']}
        maw={220}
        value={contextKind}
        onChange={(chosen) => setContextKind(chosen ?? 'customer')}
      />
      <Textarea
        label={`Keys that get ${called}`}
        description="One a line, or with commas: paste a column. Whoever is named for another variation moves here."
        autosize
        minRows={3}
        maxRows={10}
        data-autofocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <LastDayField
        value={lastDay}
        onDate={setLastDay}
        now={now}
        description="Then they are no longer named, by themselves. Leave it empty for no end."
      />
      <Group gap="xs">
        <Button
          size="compact-md"
          disabled={keys.length === 0}
          onClick={() => onAdd({ contextKind, keys, until: lastDay === '' ? null : endOfDateField(lastDay) })}
        >
          {keys.length === 0 ? 'Name them' : `Name ${countOf(keys.length, contextKind)}`}
        </Button>
        <Button
          size="compact-md"
          variant="default"
          onClick={onCancel}
          aria-label={`Name nobody for variation ${variation + 1}`}
        >
          Cancel
        </Button>
      </Group>
    </Stack>
  );
}
