import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { programmesOf } from '../../api/programme-queries.ts';
import type { CustomerReply } from '../../api/replies.ts';
import { ActionButton } from '../../shell/action-button.tsx';
import { usePlace } from '../../shell/place.ts';
import { useNow } from '../../ui/now.ts';
import { Section } from '../../ui/page.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { useNames } from './names.ts';
import { programmeColumns } from './programme-columns.tsx';
import { ProgrammeStart } from './programme-start.tsx';

/** What this customer tries, and what it tried. */
export function ProgrammePanel({ customer }: { readonly customer: CustomerReply }) {
  const place = usePlace();
  const now = useNow();
  const names = useNames();
  const asked = useQuery(programmesOf(place, customer.key));
  const [starting, start] = useDisclosure(false);
  return (
    <Section
      title="Trials and POCs"
      hint="They lie over what is bought and end by themselves."
      padded={false}
      action={
        <ActionButton
          action="programme.start"
          size="xs"
          variant="default"
          off={customer.state === 'archived' ? 'This customer is archived.' : undefined}
          onClick={start.open}
        >
          Start one
        </ActionButton>
      }
    >
      <Loaded asked={asked}>
        {({ items }) => (
          <Table
            label="Trials and POCs"
            rows={items}
            rowKey={({ id }) => id}
            columns={programmeColumns(names, now, () => customer.name, customer.timeZone || 'UTC')}
            empty={
              <Empty
                title="Nothing is being tried"
                hint="A trial or POC gives a plan or features at once, for so many people, until a day."
              />
            }
          />
        )}
      </Loaded>
      <ProgrammeStart customer={customer} opened={starting} onClose={start.close} />
    </Section>
  );
}
