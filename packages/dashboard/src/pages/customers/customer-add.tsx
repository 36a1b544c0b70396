import { Autocomplete, Group, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { addCustomer } from '../../api/edits.ts';
import { ChangeDrawer } from '../../shell/change-drawer.tsx';
import { usePlace } from '../../shell/place.ts';
import { NameAndKey, unnamed } from '../../ui/name-and-key.tsx';

export function CustomerAdd({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const place = usePlace();
  const navigate = useNavigate();
  const [named, setNamed] = useState(unnamed);
  const [externalId, setExternalId] = useState('');
  const [country, setCountry] = useState('');
  const [industry, setIndustry] = useState('');
  const attributes = {
    ...(country.trim() === '' ? {} : { country: country.trim() }),
    ...(industry.trim() === '' ? {} : { industry: industry.trim() }),
  };
  const close = () => {
    setNamed(unnamed);
    setExternalId('');
    onClose();
  };
  return (
    <ChangeDrawer
      opened={opened}
      onClose={close}
      title="Add a customer"
      lead="An organisation or a person. Until they are on a plan they have what the default plan gives."
      confirm="Add the customer"
      done={`${named.name} was added.`}
      edit={() =>
        named.name.trim() === '' || named.key === ''
          ? null
          : addCustomer(place, {
              key: named.key,
              name: named.name.trim(),
              ...(externalId.trim() === '' ? {} : { externalId: externalId.trim() }),
              ...(Object.keys(attributes).length === 0 ? {} : { attributes }),
            })
      }
      onDone={() =>
        void navigate({
          to: '/$project/$environment/customers/$customer',
          params: { ...place, customer: named.key },
        })
      }
    >
      {(errors) => (
        <>
          <NameAndKey
            value={named}
            onChange={setNamed}
            nameError={errors.of('name')}
            keyError={errors.of('key')}
            example="Acme Rockets"
          />
          <TextInput
            label="External id"
            description="How your billing or sales system calls them."
            value={externalId}
            error={errors.of('externalId')}
            onChange={(event) => setExternalId(event.currentTarget.value)}
          />
          <Group grow align="flex-start">
            <TextInput
              label="Country"
              placeholder="DE"
              value={country}
              error={errors.of('country')}
              onChange={(event) => setCountry(event.currentTarget.value)}
            />
            <Autocomplete
              label="Industry"
              value={industry}
              onChange={setIndustry}
              data={[
                'Aerospace',
                'Banking',
                'Education',
                'Health',
                'Logistics',
                'Public sector',
                'Retail',
                'Software',
              ]}
              error={errors.of('industry')}
            />
          </Group>
        </>
      )}
    </ChangeDrawer>
  );
}
