import {
  ActionIcon,
  Autocomplete,
  Button,
  Group,
  JsonInput,
  SegmentedControl,
  Stack,
  TextInput,
} from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { customersLike } from '../../api/queries.ts';
import { usePlace } from '../../shell/place.ts';
import type { TypedContext } from './context.ts';

export interface Who {
  readonly how: 'customer' | 'form' | 'json';
  readonly customer: string;
  readonly typed: TypedContext;
  readonly json: string;
}

export const nobody: Who = {
  how: 'customer',
  customer: '',
  typed: { kind: 'user', key: '', attributes: [] },
  json: '',
};

/** Whom to ask for: a customer that there is, or somebody as an application would describe them. */
export function WhoField({
  who,
  onWho,
  problem,
}: {
  readonly who: Who;
  readonly onWho: (who: Who) => void;
  readonly problem: string | null;
}) {
  const set = (part: Partial<Who>) => onWho({ ...who, ...part });
  return (
    <Stack gap="sm">
      <SegmentedControl
        aria-label="Whom to ask for"
        value={who.how}
        onChange={(how) => set({ how: how as Who['how'] })}
        data={[
          { value: 'customer', label: 'A customer' },
          { value: 'form', label: 'Anybody' },
          { value: 'json', label: 'JSON' },
        ]}
      />
      {who.how === 'customer' && (
        <CustomerField value={who.customer} onCustomer={(customer) => set({ customer })} />
      )}
      {who.how === 'form' && <ContextForm typed={who.typed} onTyped={(typed) => set({ typed })} />}
      {who.how === 'json' && (
        <JsonInput
          label="Context"
          description="As the application passes it, one kind or several."
          placeholder={'{"kind": "user", "key": "ada", "country": "DE"}'}
          autosize
          minRows={6}
          maxRows={20}
          formatOnBlur
          value={who.json}
          error={problem}
          onChange={(json) => set({ json })}
        />
      )}
    </Stack>
  );
}

function CustomerField({
  value,
  onCustomer,
}: {
  readonly value: string;
  readonly onCustomer: (customer: string) => void;
}) {
  const found = useQuery(customersLike(usePlace(), value));
  return (
    <Autocomplete
      label="Customer"
      description="With everything that is known of them: attributes, plan, segments."
      placeholder="Search by name or key"
      data={(found.data?.items ?? []).map(({ key }) => key)}
      filter={({ options }) => options}
      renderOption={({ option }) =>
        found.data?.items.find(({ key }) => key === option.value)?.name ?? option.value
      }
      value={value}
      onChange={onCustomer}
    />
  );
}

function ContextForm({
  typed,
  onTyped,
}: {
  readonly typed: TypedContext;
  readonly onTyped: (typed: TypedContext) => void;
}) {
  const { attributes } = typed;
  return (
    <>
      <Group gap={8} grow>
        <Autocomplete
          label="Kind"
          data={['user', 'customer', 'device', 'organization']}
          filter={({ options }) => options}
          value={typed.kind}
          onChange={(kind) => onTyped({ ...typed, kind })}
        />
        <TextInput
          label="Key"
          value={typed.key}
          onChange={(event) => onTyped({ ...typed, key: event.currentTarget.value })}
        />
      </Group>
      {attributes.map((attribute, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of a form have no identity but their place
        <Group key={index} gap={8} wrap="nowrap">
          <TextInput
            aria-label={`Attribute ${index + 1}`}
            placeholder="attribute"
            flex={1}
            value={attribute.name}
            onChange={({ currentTarget: { value: name } }) =>
              onTyped({ ...typed, attributes: attributes.with(index, { ...attribute, name }) })
            }
          />
          <TextInput
            aria-label={`Value of attribute ${index + 1}`}
            placeholder="value"
            flex={1}
            value={attribute.text}
            onChange={({ currentTarget: { value: text } }) =>
              onTyped({ ...typed, attributes: attributes.with(index, { ...attribute, text }) })
            }
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={`Remove attribute ${index + 1}`}
            onClick={() => onTyped({ ...typed, attributes: attributes.toSpliced(index, 1) })}
          >
            <IconX size={16} />
          </ActionIcon>
        </Group>
      ))}
      <Group>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} />}
          onClick={() => onTyped({ ...typed, attributes: [...attributes, { name: '', text: '' }] })}
        >
          Add an attribute
        </Button>
      </Group>
    </>
  );
}
