import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { describeCustomer } from '../../api/edits.ts';
import type { CustomerReply } from '../../api/replies.ts';
import { ActionButton } from '../../shell/action-button.tsx';
import { ChangeDrawer } from '../../shell/change-drawer.tsx';
import { usePlace } from '../../shell/place.ts';
import { Facts } from '../../ui/facts.tsx';
import { Section } from '../../ui/page.tsx';

export function CustomerDetails({ customer }: { readonly customer: CustomerReply }) {
  // What is edited is what was seen when the form opened: news must neither replace typed text nor hide a conflict.
  const [editing, setEditing] = useState<CustomerReply | null>(null);
  const { attributes, owner, timeZone, contacts } = customer;
  return (
    <Section
      title="Details"
      action={
        <ActionButton
          action="customer.describe"
          variant="subtle"
          size="compact-sm"
          onClick={() => setEditing(customer)}
        >
          Edit
        </ActionButton>
      }
    >
      <Facts
        facts={[
          ['Owner', owner],
          ...Object.entries(attributes).map(([name, value]) => [capital(name), shown(value)] as const),
          ['Time zone', timeZone],
          ['Contacts', contacts.map(({ name, email }) => `${name} <${email}>`).join(', ')],
        ]}
      />
      {editing && <Describe customer={editing} onClose={() => setEditing(null)} />}
    </Section>
  );
}

function Describe({ customer, onClose }: { readonly customer: CustomerReply; readonly onClose: () => void }) {
  const place = usePlace();
  const [name, setName] = useState(customer.name);
  const [owner, setOwner] = useState(customer.owner ?? '');
  const [country, setCountry] = useState(shown(customer.attributes['country'] ?? ''));
  const [industry, setIndustry] = useState(shown(customer.attributes['industry'] ?? ''));
  return (
    <ChangeDrawer
      opened
      onClose={onClose}
      title={`Edit ${customer.name}`}
      lead="Country and industry decide which rules apply; the preview shows what moves."
      confirm="Save the details"
      done="The details were saved."
      edit={() =>
        name.trim() === ''
          ? null
          : describeCustomer(
              { ...place, customer: customer.key },
              {
                name: name.trim(),
                owner: owner.trim() === '' ? null : owner.trim(),
                attributes: withText(withText(customer.attributes, 'country', country), 'industry', industry),
              },
              customer.version,
            )
      }
    >
      {(errors) => (
        <>
          <TextInput
            label="Name"
            required
            data-autofocus
            value={name}
            error={errors.of('name')}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            label="Owner"
            description="Who looks after them."
            value={owner}
            error={errors.of('owner')}
            onChange={(event) => setOwner(event.currentTarget.value)}
          />
          <TextInput
            label="Country"
            value={country}
            onChange={(event) => setCountry(event.currentTarget.value)}
          />
          <TextInput
            label="Industry"
            value={industry}
            onChange={(event) => setIndustry(event.currentTarget.value)}
          />
        </>
      )}
    </ChangeDrawer>
  );
}

/** The attributes with one text set, or without it when it is empty. */
function withText(
  attributes: CustomerReply['attributes'],
  name: string,
  text: string,
): CustomerReply['attributes'] {
  const { [name]: _, ...others } = attributes;
  return text.trim() === '' ? others : { ...others, [name]: text.trim() };
}

const shown = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value));
const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
