import type { Impact, Link } from '@latchkey/model';
import { Alert, Button, Checkbox, Drawer, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconAlertCircle } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { type Edit, previewEdit, saveEdit, type Why } from '../api/client.ts';
import { ImpactPanel, type Preview } from '../ui/impact-panel.tsx';
import { ReasonField } from '../ui/reason-field.tsx';
import { momentOf, WhenField } from '../ui/when-field.tsx';
import classes from './change-drawer.module.css';
import { type FieldErrors, fieldErrors } from './field-errors.ts';
import { useFocusBack } from './focus-back.ts';
import { useImpactNames } from './impact-names.ts';
import { outcomeInWords } from './outcome-words.ts';
import { useEnvironment } from './place.ts';
import { VerdictNote } from './verdict-note.tsx';

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
  /** For what is itself a decision about somebody's change. */
  readonly isDecision?: boolean;
  /** It may also be left to a time. */
  readonly schedulable?: boolean;
  /** Wider, for forms that show much. */
  readonly wide?: boolean;
  /** Where it leads elsewhere, what was on the screen is not asked for again before one is there. */
  readonly onDone?: (reply: Reply) => unknown;
  /** It was left to a time, or to somebody's approval. */
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
  useFocusBack(opened);
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
  isDecision = false,
  onDone,
  onScheduled,
  onClose,
  children,
}: ChangeForm<Reply>) {
  const queryClient = useQueryClient();
  const environment = useEnvironment();
  const [comment, setComment] = useState('');
  const [links, setLinks] = useState<readonly Link[]>([]);
  const [wantsApproval, setWantsApproval] = useState(false);
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
    mutationFn: (now: Edit) => saveEdit<Reply>(now, why, wantsApproval),
    onSuccess: async (saved) => {
      notifications.show({ ...outcomeInWords(saved, done), withBorder: true });
      onClose();
      if (saved.outcome === 'done') await onDone?.(saved.reply);
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
  const needsComment = reasonRequired || (environment.protected && !isDecision);
  const verdict = withoutImpact || !upToDate ? null : (asked.data?.verdict ?? null);
  const isForApproval = wantsApproval || verdict?.outcome === 'approve';
  const blocked =
    ready === null ||
    verdict?.outcome === 'deny' ||
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
      {!isDecision && (
        <Checkbox
          label="Let somebody else approve it first"
          checked={isForApproval}
          disabled={verdict?.outcome === 'approve'}
          onChange={({ currentTarget }) => setWantsApproval(currentTarget.checked)}
        />
      )}
      {!withoutImpact && <WithNames preview={preview} />}
      {verdict && <VerdictNote verdict={verdict} />}
      <div className={classes['foot']}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" color={danger ? 'red' : 'harbour'} disabled={blocked} loading={save.isPending}>
          {isForApproval ? 'Ask for approval' : when === null ? confirm : 'Schedule it'}
        </Button>
      </div>
    </form>
  );
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

/** The panel with features, flags and variations by the names people know. */
function WithNames({ preview }: { readonly preview: Preview }) {
  const names = useImpactNames('impact' in preview ? preview.impact : null);
  return <ImpactPanel preview={preview} names={names} />;
}
