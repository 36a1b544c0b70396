import { publishPlan } from '../../api/edits.ts';
import type { PlanReply } from '../../api/replies.ts';
import { ChangeDrawer } from '../../shell/change-drawer.tsx';
import { useEnvironment, usePlace } from '../../shell/place.ts';

/** Makes a version the current one here; the panel counts who gains and who loses before it happens. */
export function PlanPublish({
  plan,
  version,
  onClose,
}: {
  readonly plan: PlanReply;
  readonly version: number | null;
  readonly onClose: () => void;
}) {
  const place = usePlace();
  const environment = useEnvironment();
  return (
    <ChangeDrawer
      opened={version !== null}
      onClose={onClose}
      title={`Publish version ${version ?? ''} of ${plan.name}`}
      lead={`For every customer in ${environment.name} who follows the published version. Those who stay on an older version keep it.`}
      confirm="Publish"
      done={`Version ${version ?? ''} of ${plan.name} is published in ${environment.name}.`}
      edit={() => (version === null ? null : publishPlan({ ...place, plan: plan.key }, { version }))}
    />
  );
}
