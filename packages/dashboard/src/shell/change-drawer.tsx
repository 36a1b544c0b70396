import type { Impact, Link } from '@latchkey/model';
import { Alert, Button, Drawer, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconAlertCircle } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { featuresIn } from '../api/catalogue-queries.ts';
import { type Edit, previewEdit, saveEdit, type Why } from '../api/client.ts';
import { ImpactPanel, type Preview } from '../ui/impact-panel.tsx';
import { ReasonField } from '../ui/reason-field.tsx';
import { momentInWords } from '../ui/time-words.ts';
import { momentOf, WhenField } from '../ui/when-field.tsx';
import classes from './change-drawer.module.css';
import { type FieldErrors, fieldErrors } from './field-errors.ts';
import { useEnvironment, usePlace } from './place.ts';

interface ChangeForm<Reply> {
  readonly title: string;
  readonly lead?: ReactNode;
  /** What the button says: the deed, not “Save”. */
  readonly confirm: string;
  /** What the notification says afterwards. */
  readonly done: string;
  /** Null while the form lacks something. The comment is handed over for edits that carry it as their reason too. */
  readonly edit: (why: Why) => Edit | null;
  readonly reasonLabel?: string;
  /** For deeds that need words everywhere, such as a goodwill grant. */
  readonly reasonRequired?: boolean;
  readonly danger?: boolean;
  /** For edits outside any environment's customers, such as members. */
  readonly withoutImpact?: boolean;
  /** It may also be left to a time. */
  readonly schedulable?: boolean;
  /** Wider, for forms that show much. */
  readonly wide?: boolean;
  readonly onDone?: (reply: Reply) => void;
  readonly onScheduled?: () => void;
  readonly onClose: () => void;
  readonly children?: (errors: FieldErrors) => ReactNode;
}

/**
 * The one way in which people change anything: a form, what it does in numbers, why, and the deed. The preview is asked
 * for again whenever the form changes, and the deed waits until the numbers belong to what is on the screen.
 */
export function ChangeDrawer<Reply = unknown>({
  opened,
  wide = false,
  ...form
}: ChangeForm<Reply> & { readonly opened: boolean }) {
  return (
    <Drawer
      opened={opened}
      onClose={form.onClose}
      position="right"
      size={wide ? 'min(760px, 100vw)' : 'min(560px, 100vw)'}
      title={form.title}
      classNames={{ content: classes['content'] ?? '', body: classes['body'] ?? '' }}
    >
      <Form {...form} />
    </Drawer>
  );
}

/** Long enough for a word to be typed, short enough to feel immediate. */
const pauseMilliseconds = 250;

function Form<Reply>({
  lead,
  confirm,
  done,
  edit,
  reasonLabel,
  reasonRequired = false,
  danger = false,
  withoutImpact = false,
  schedulable = false,
  onDone,
  onScheduled,
  onClose,
  children,
}: ChangeForm<Reply>) {
  const queryClient = useQueryClient();
  const environment = useEnvironment();
  const [comment, setComment] = useState('');
  const [links, setLinks] = useState<readonly Link[]>([]);
  const [when, setWhen] = useState<string | null>(null);
  const effectiveAt = when === null ? null : momentOf(when);

  const tried = JSON.stringify(edit({ comment: 'Preview', links: [] }));
  const [settled] = useDebouncedValue(tried, pauseMilliseconds);
  const asked = useQuery({
    queryKey: ['preview', settled],
    queryFn: ({ signal }) => previewEdit(JSON.parse(settled) as Edit, signal),
    enabled: settled !== 'null' && !withoutImpact,
    staleTime: 5_000,
    gcTime: 0,
    retry: false,
    placeholderData: (previous) => previous,
  });

  const why: Why = {
    comment: comment.trim(),
    links: links.filter(({ url }) => url.trim() !== ''),
    ...(effectiveAt === null ? {} : { effectiveAt }),
  };
  const ready = edit(why);
  const save = useMutation({
    mutationFn: (now: Edit) => saveEdit<Reply>(now, why),
    onSuccess: async (reply) => {
      const later = scheduledFor(reply);
      const message = later === null ? done : `It will happen on ${momentInWords(later)}.`;
      notifications.show({ message, color: 'green', withBorder: true });
      onClose();
      if (later === null) onDone?.(reply);
      else onScheduled?.();
      // An edit may move anything that is on the screen; only what is on the screen is asked for again.
      await queryClient.invalidateQueries();
    },
  });

  const upToDate = tried === settled && !asked.isFetching;
  const preview = previewOf(settled === 'null', upToDate, asked.error, asked.data?.impact ?? null);
  const errors = fieldErrors(save.error ?? (upToDate ? asked.error : null));
  const fields = children?.(errors);
  const commentError = errors.of('comment') ?? errors.of('reason');
  const linksError = errors.of('links');
  const needsComment = reasonRequired || environment.protected;
  const blocked =
    ready === null ||
    (when !== null && effectiveAt === null) ||
    (needsComment && why.comment === '') ||
    (!withoutImpact && preview.state !== 'known');

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!blocked && ready) save.mutate(ready);
  };
  return (
    <form
      className={classes['form']}
      onSubmit={submit}
      onChange={() => save.error && save.reset()}
      noValidate
    >
      {lead && <Text c="dimmed">{lead}</Text>}
      {errors.rest().map((message) => (
        <Alert
          key={message}
          color="red"
          variant="light"
          icon={<IconAlertCircle />}
          title="This cannot be done"
          role="alert"
        >
          {message}
        </Alert>
      ))}
      {fields}
      <ReasonField
        comment={comment}
        links={links}
        onComment={setComment}
        onLinks={setLinks}
        required={needsComment}
        {...(reasonLabel === undefined ? {} : { label: reasonLabel })}
        error={commentError}
        linksError={linksError}
      />
      {schedulable && <WhenField value={when} onWhen={setWhen} error={errors.of('effectiveAt')} />}
      {!withoutImpact && <WithNames preview={preview} />}
      <div className={classes['foot']}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" color={danger ? 'red' : 'harbour'} disabled={blocked} loading={save.isPending}>
          {when === null ? confirm : 'Schedule it'}
        </Button>
      </div>
    </form>
  );
}

/** The moment that the server keeps an edit for, where it has not been made yet. */
function scheduledFor(reply: unknown): string | null {
  if (typeof reply !== 'object' || reply === null || !('status' in reply) || reply.status !== 'scheduled')
    return null;
  return 'effectiveAt' in reply && typeof reply.effectiveAt === 'string' ? reply.effectiveAt : null;
}

function previewOf(
  incomplete: boolean,
  upToDate: boolean,
  error: Error | null,
  impact: Impact | null,
): Preview {
  if (incomplete && upToDate) return { state: 'incomplete' };
  if (!upToDate) return { state: 'weighing', impact };
  if (error) return { state: 'refused' };
  return impact === null ? { state: 'weighing', impact } : { state: 'known', impact };
}

/** The panel with features by the names people know. */
function WithNames({ preview }: { readonly preview: Preview }) {
  const place = usePlace();
  const features = useQuery(featuresIn(place));
  const names = new Map(features.data?.items.map(({ key, name }) => [key, name]));
  return <ImpactPanel preview={preview} nameOfFeature={(key) => names.get(key) ?? key} />;
}
