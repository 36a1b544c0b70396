import { Box, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDownload, IconFileCertificate } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { revokeLicence } from '../../api/edits.ts';
import { type LicenceReply, licenceFile, licencesOf } from '../../api/licence-queries.ts';
import type { CustomerReply } from '../../api/replies.ts';
import { ActionButton } from '../../shell/action-button.tsx';
import { ChangeDrawer } from '../../shell/change-drawer.tsx';
import { usePlace } from '../../shell/place.ts';
import { Chip } from '../../ui/chip.tsx';
import { useNow } from '../../ui/now.ts';
import { Section } from '../../ui/page.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { dayInWords } from '../../ui/time-words.ts';
import { LicenceIssue } from './licence-issue.tsx';
import { saveAs } from './save-as.ts';
import { needsNext, standingInWords } from './words.ts';

/** The signed files by which applications without network decide for this customer. */
export function LicenceList({ customer }: { readonly customer: CustomerReply }) {
  const place = usePlace();
  const now = useNow();
  const [issuing, issue] = useDisclosure(false);
  const [revoking, setRevoking] = useState<LicenceReply | null>(null);
  const asked = useQuery(licencesOf(place, customer.key));
  const download = useMutation({
    mutationFn: ({ id }: Pick<LicenceReply, 'id'>) => licenceFile(place, id),
    onSuccess: saveAs,
  });
  return (
    <Section
      title="Licences"
      hint="Signed files for applications without network."
      padded={false}
      action={
        <ActionButton
          action="licence.issue"
          off={customer.state === 'archived' ? 'This customer is archived.' : undefined}
          variant="default"
          size="compact-sm"
          leftSection={<IconFileCertificate size={14} />}
          onClick={issue.open}
        >
          Issue a licence
        </ActionButton>
      }
    >
      {download.isError && (
        <Text c="red" size="sm" p="sm" role="alert">
          {download.error.message}
        </Text>
      )}
      <Loaded asked={asked}>
        {({ items }) => (
          <Table
            label="Licences"
            rows={items}
            rowKey={({ id }) => id}
            empty={
              <Empty
                title="No licence was issued"
                hint="Applications with network need none: they ask the server."
              />
            }
            columns={[
              {
                id: 'file',
                title: 'File',
                cell: ({ sequence, device, issuedBy, issuedAt }) => (
                  <Box miw={96}>
                    <Text fw={600}>
                      Number {sequence}
                      {device !== null && ` for ${device}`}
                    </Text>
                    <Text size="sm" c="dimmed">
                      by {issuedBy}, {dayInWords(issuedAt, customer.timeZone || 'UTC')}
                    </Text>
                  </Box>
                ),
              },
              {
                id: 'state',
                title: 'State',
                cell: (licence) => {
                  const { word, tone, until } = standingInWords(licence, now, customer.timeZone || 'UTC');
                  return (
                    <>
                      <Chip tone={tone}>{word}</Chip>
                      <Text size="sm" c="dimmed">
                        {until}
                        {licence.sequence === items[0]?.sequence &&
                          needsNext(licence, now) &&
                          ' · replace it'}
                      </Text>
                    </>
                  );
                },
              },
              {
                id: 'deeds',
                title: 'Do',
                quiet: true,
                cell: (licence) => (
                  <Group gap={4} justify="flex-end">
                    <ActionButton
                      action="licence.issue"
                      variant="subtle"
                      size="compact-sm"
                      leftSection={<IconDownload size={14} />}
                      aria-label={`Download licence number ${licence.sequence}`}
                      onClick={() => download.mutate(licence)}
                    >
                      Download
                    </ActionButton>
                    {licence.revoked === null && (
                      <ActionButton
                        action="licence.revoke"
                        variant="subtle"
                        color="red"
                        size="compact-sm"
                        aria-label={`Revoke licence number ${licence.sequence}`}
                        onClick={() => setRevoking(licence)}
                      >
                        Revoke
                      </ActionButton>
                    )}
                  </Group>
                ),
              },
            ]}
          />
        )}
      </Loaded>
      <LicenceIssue
        customer={customer}
        opened={issuing}
        onClose={issue.close}
        onIssued={(licence) => download.mutateAsync(licence)}
      />
      <ChangeDrawer
        opened={revoking !== null}
        onClose={() => setRevoking(null)}
        title="Revoke a licence"
        lead={
          revoking &&
          `Number ${revoking.sequence} goes on the list of revocations for good. Where no network is, it counts once somebody carries the list there.`
        }
        confirm="Revoke the licence"
        danger
        reasonRequired
        withoutImpact
        done="The licence is revoked."
        edit={() => (revoking === null ? null : revokeLicence({ ...place, licence: revoking.id }, {}))}
      />
    </Section>
  );
}
