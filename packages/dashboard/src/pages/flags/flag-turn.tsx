import { retargetFlag } from '../../api/edits.ts';
import type { FlagInEnvironment } from '../../api/replies.ts';
import { ChangeDrawer } from '../../shell/change-drawer.tsx';
import { useEnvironment, usePlace } from '../../shell/place.ts';
import { servedInWords } from './words.ts';

/** On or off, with what people will get and who is affected, before it happens. */
export function FlagTurn({
  flag,
  onClose,
}: {
  readonly flag: FlagInEnvironment | null;
  readonly onClose: () => void;
}) {
  const place = usePlace();
  const environment = useEnvironment();
  const on = flag !== null && !flag.on;
  return (
    <ChangeDrawer
      opened={flag !== null}
      onClose={onClose}
      title={`Turn ${on ? 'on' : 'off'} ${flag?.name ?? ''}`}
      lead={flag && `In ${environment.name}. ${servedInWords(flag.variations, { ...flag, on })}`}
      confirm={`Turn ${on ? 'on' : 'off'}`}
      danger={!on}
      done={`${flag?.name ?? 'The flag'} is ${on ? 'on' : 'off'} in ${environment.name}.`}
      edit={() => (flag === null ? null : retargetFlag({ ...place, flag: flag.key }, { on }, flag.version))}
    />
  );
}
