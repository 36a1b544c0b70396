import { retargetFlag } from '../../../api/edits.ts';
import type { FlagInEnvironment } from '../../../api/replies.ts';
import { ChangeDrawer } from '../../../shell/change-drawer.tsx';
import { useEnvironment, usePlace } from '../../../shell/place.ts';
import { countOf } from '../../../ui/impact-words.ts';
import { ToldChanges } from '../../../ui/told-changes.tsx';
import { changesInWords } from './changes.ts';
import { bodyOf, type Targeting, targetingOf } from './draft.ts';

/** What a draft changes, in words; whom that touches, in numbers; why, and when. Saved as one change. */
export function Review({
  flag,
  targeting,
  onSaved,
  onClose,
}: {
  /** As it was when the draft last looked. */
  readonly flag: FlagInEnvironment;
  readonly targeting: Targeting;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}) {
  const place = usePlace();
  const environment = useEnvironment();
  const told = changesInWords(targetingOf(flag), targeting, flag.variations);
  const count = countOf(told.length, 'change');
  return (
    <ChangeDrawer
      opened
      wide
      schedulable
      onClose={onClose}
      title={`Save ${count} of ${flag.name}`}
      lead={`In ${environment.name}. All of it happens together, or nothing does.`}
      confirm={`Save ${count}`}
      done={`${flag.name} was saved in ${environment.name}.`}
      edit={() =>
        retargetFlag({ ...place, flag: flag.key }, bodyOf(targetingOf(flag), targeting), flag.version)
      }
      onDone={onSaved}
      onScheduled={onSaved}
    >
      {() => <ToldChanges told={told} />}
    </ChangeDrawer>
  );
}
