import { type ChangeScope, type ChangeShown, decideChange } from '../../api/change-queries.ts';
import { ChangeDrawer } from '../../shell/change-drawer.tsx';
import { usePlace } from '../../shell/place.ts';

export type Deed = 'approve' | 'reject' | 'cancel';

const words = {
  approve: {
    title: 'Approve the change',
    lead: 'With the last approval it happens, in the name of who asked for it.',
    confirm: 'Approve it',
    done: 'You approved it.',
  },
  reject: {
    title: 'Reject the change',
    lead: 'It is sent back for good. Say what would have to be different.',
    confirm: 'Reject it',
    done: 'It was rejected.',
  },
  cancel: {
    title: 'Take the change back',
    lead: 'It will not happen. Whoever wants it has to ask again.',
    confirm: 'Take it back',
    done: 'It was taken back.',
  },
} as const satisfies Record<Deed, object>;

/** The decision with its reason. What is decided about is what was on the screen: its digest goes with it. */
export function ChangeDecide({
  change,
  scope,
  deed,
  onClose,
}: {
  readonly change: ChangeShown;
  readonly scope: ChangeScope;
  readonly deed: Deed | null;
  readonly onClose: () => void;
}) {
  const place = usePlace();
  return (
    <ChangeDrawer
      opened={deed !== null}
      onClose={onClose}
      {...words[deed ?? 'approve']}
      danger={deed === 'reject'}
      reasonLabel={deed === 'reject' ? 'Why' : 'Comment'}
      reasonRequired={deed === 'reject'}
      withoutImpact
      isDecision
      edit={() => (deed === null ? null : decideChange(place, scope, change, deed))}
    />
  );
}
