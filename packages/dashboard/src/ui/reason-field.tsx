import type { Link } from '@latchkey/model';
import { ActionIcon, Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { IconLink, IconX } from '@tabler/icons-react';

/** Why something is done, and where that is written down. Goes into the ledger word for word. */
export function ReasonField({
  comment,
  links,
  onComment,
  onLinks,
  required,
  label = 'Why',
  hint = 'Kept in the ledger with your name. Write it for whoever reads it in a year.',
  error,
  linksError,
}: {
  readonly comment: string;
  readonly links: readonly Link[];
  readonly onComment: (comment: string) => void;
  readonly onLinks: (links: readonly Link[]) => void;
  readonly required: boolean;
  readonly label?: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly linksError?: string | undefined;
}) {
  const setUrl = (at: number, url: string) =>
    onLinks(links.map((link, index) => (index === at ? { ...link, url } : link)));
  return (
    <Stack gap="xs">
      <Textarea
        label={label}
        description={hint}
        required={required}
        autosize
        minRows={2}
        maxRows={8}
        value={comment}
        error={error}
        onChange={(event) => onComment(event.currentTarget.value)}
      />
      {links.map(({ url }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of a form have no identity but their place
        <Group key={at} gap="xs" wrap="nowrap" align="flex-start">
          <TextInput
            aria-label={`Link ${at + 1}`}
            placeholder="https://"
            type="url"
            flex={1}
            leftSection={<IconLink size={15} />}
            value={url}
            error={linksError}
            onChange={(event) => setUrl(at, event.currentTarget.value)}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={`Remove link ${at + 1}`}
            onClick={() => onLinks(links.filter((_, index) => index !== at))}
          >
            <IconX size={16} />
          </ActionIcon>
        </Group>
      ))}
      {links.length < 20 && (
        <Group>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconLink size={14} />}
            onClick={() => onLinks([...links, { url: '' }])}
          >
            Add a link
          </Button>
        </Group>
      )}
    </Stack>
  );
}
