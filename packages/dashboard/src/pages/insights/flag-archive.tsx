import { Alert } from '@mantine/core';
import { describeFlag } from '../../api/edits.ts';
import type { StaleFlag } from '../../api/insight-queries.ts';
import { ChangeDrawer } from '../../shell/change-drawer.tsx';
import { usePlace } from '../../shell/place.ts';
import { archivingInWords } from './words.ts';

/** Takes a flag out of use, after saying in numbers who would notice. */
export function FlagArchive({
  flag,
  days,
  onClose,
}: {
  readonly flag: StaleFlag;
  readonly days: number;
  readonly onClose: () => void;
}) {
  const place = usePlace();
  return (
    <ChangeDrawer
      opened
      onClose={onClose}
      title={`Archive ${flag.name}`}
      confirm="Archive the flag"
      done={`${flag.name} was archived.`}
      danger={!flag.isReady}
      edit={() => describeFlag({ ...place, flag: flag.flag }, { state: 'archived' })}
    >
      {() => (
        <Alert color={flag.isReady ? 'harbour' : 'red'} variant="light">
          {archivingInWords(flag, days)}
        </Alert>
      )}
    </ChangeDrawer>
  );
}
