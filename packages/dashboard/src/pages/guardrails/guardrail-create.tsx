import { MultiSelect, NumberInput, Radio, Select, Stack, TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { createGuardrail } from '../../api/edits.ts';
import { environmentsOf } from '../../api/queries.ts';
import { roles } from '../../api/set-up-queries.ts';
import { ChangeDrawer } from '../../shell/change-drawer.tsx';
import { useMe } from '../../shell/may.ts';
import { usePlace } from '../../shell/place.ts';
import { NameAndKey, unnamed } from '../../ui/name-and-key.tsx';

const limits = {
  none: 'No limit: it always speaks',
  maxDays: 'Days',
  maxQuantity: 'Quantity, such as seats',
  maxCustomers: 'Customers touched',
  maxTimes: 'Times per customer within 90 days',
} as const;
type Limit = keyof typeof limits;

const blank = {
  named: unnamed,
  environment: null as string | null,
  roles: [] as string[],
  actions: [] as string[],
  tags: [] as string[],
  limit: 'maxQuantity' as Limit,
  most: 25 as number | string,
  outcome: 'approve' as 'approve' | 'deny',
  approvals: 1 as number | string,
  approverRoles: [] as string[],
};

/** The form that makes a guardrail: whom it binds, what it is about, how far they go, and what happens beyond. */
export function GuardrailCreate({
  opened,
  onClose,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
}) {
  const place = usePlace();
  const [said, setSaid] = useState(blank);
  const say = (more: Partial<typeof blank>) => setSaid({ ...said, ...more });
  const close = () => {
    setSaid(blank);
    onClose();
  };
  return (
    <ChangeDrawer
      opened={opened}
      onClose={close}
      title="Add a guardrail"
      lead="It holds at once, also for changes that already wait for approval."
      confirm="Add the guardrail"
      done={`${said.named.name} holds from now on.`}
      withoutImpact
      edit={() => (isComplete(said) ? createGuardrail(place, guardrailOf(said)) : null)}
    >
      {(errors) => (
        <>
          <NameAndKey
            value={said.named}
            onChange={(named) => say({ named })}
            nameError={errors.of('name')}
            keyError={errors.of('key')}
            example="Seats by sales"
          />
          <Whom said={said} say={say} />
          <TagsInput
            label="Only about these tags"
            description="Of the customer, the feature or the flag; origin:trial is the origin of a grant. Empty: about everything."
            value={said.tags}
            error={errors.of('tags')}
            onChange={(tags) => say({ tags })}
          />
          <Select
            label="Limit"
            data={Object.entries(limits).map(([value, label]) => ({ value, label }))}
            value={said.limit}
            allowDeselect={false}
            onChange={(limit) => say({ limit: (limit ?? 'none') as Limit })}
          />
          {said.limit !== 'none' && (
            <NumberInput
              label="Up to"
              min={0}
              allowDecimal={false}
              value={said.most}
              onChange={(most) => say({ most })}
            />
          )}
          <Beyond said={said} say={say} />
        </>
      )}
    </ChangeDrawer>
  );
}

interface Part {
  readonly said: typeof blank;
  readonly say: (more: Partial<typeof blank>) => void;
}

function Whom({ said, say }: Part) {
  const place = usePlace();
  const { may } = useMe();
  const environments = useQuery(environmentsOf(place.project));
  const kinds = Object.keys(may).filter((kind) => !kind.endsWith('.read'));
  const nouns = [...new Set(kinds.map((kind) => `${kind.split('.')[0]}.*`))];
  return (
    <>
      <RoleSelect
        label="Whom it binds"
        placeholder={said.roles.length === 0 ? 'Everybody' : ''}
        value={said.roles}
        onChange={(chosen) => say({ roles: chosen })}
      />
      <MultiSelect
        label="What it is about"
        required
        searchable
        data={[...nouns, ...kinds].sort()}
        value={said.actions}
        onChange={(actions) => say({ actions })}
      />
      <Select
        label="Where"
        placeholder="Everywhere"
        clearable
        data={(environments.data?.items ?? []).map(({ key, name }) => ({ value: key, label: name }))}
        value={said.environment}
        onChange={(environment) => say({ environment })}
      />
    </>
  );
}

function Beyond({ said, say }: Part) {
  return (
    <>
      <Radio.Group
        label="Beyond it"
        value={said.outcome}
        onChange={(outcome) => say({ outcome: outcome as 'approve' | 'deny' })}
      >
        <Stack gap={6} mt={6}>
          <Radio value="approve" label="Somebody has to approve it" />
          <Radio value="deny" label="It is refused" />
        </Stack>
      </Radio.Group>
      {said.outcome === 'approve' && (
        <>
          <NumberInput
            label="Approvals"
            min={1}
            max={10}
            allowDecimal={false}
            value={said.approvals}
            onChange={(approvals) => say({ approvals })}
          />
          <RoleSelect
            label="Who approves"
            placeholder={said.approverRoles.length === 0 ? 'Whoever could do it themselves' : ''}
            value={said.approverRoles}
            onChange={(approverRoles) => say({ approverRoles })}
          />
        </>
      )}
    </>
  );
}

function RoleSelect(field: {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string[];
  readonly onChange: (roles: string[]) => void;
}) {
  const asked = useQuery(roles);
  return (
    <MultiSelect
      {...field}
      data={(asked.data?.items ?? []).map(({ key, name }) => ({ value: key, label: name }))}
    />
  );
}

const isComplete = ({ named, actions, limit, most }: typeof blank): boolean =>
  named.name.trim() !== '' && named.key !== '' && actions.length > 0 && (limit === 'none' || most !== '');

function guardrailOf(said: typeof blank) {
  const { named, environment, roles: bound, actions, tags, limit, most, outcome, approverRoles } = said;
  const number = Number(most);
  const whenLimit = {
    none: {},
    maxDays: { maxDays: number },
    maxQuantity: { maxQuantity: number },
    maxCustomers: { maxCustomers: number },
    maxTimes: { maxTimes: { times: number, days: 90 } },
  }[limit];
  return {
    key: named.key,
    name: named.name.trim(),
    environment,
    roles: bound,
    actions,
    when: { ...(tags.length > 0 && { tags }), ...whenLimit },
    outcome,
    approvals: outcome === 'approve' ? Math.max(1, Number(said.approvals)) : 1,
    approverRoles: outcome === 'approve' ? approverRoles : [],
  };
}
