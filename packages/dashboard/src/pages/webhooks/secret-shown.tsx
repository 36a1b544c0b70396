import { ShownOnce } from '../../ui/shown-once.tsx';

export const SecretShown = ({
  secret,
  onClose,
}: {
  readonly secret: string | null;
  readonly onClose: () => void;
}) => (
  <ShownOnce
    title="The webhook’s secret"
    label="Secret"
    value={secret}
    hint="Paste it where the other system checks x-ld-signature."
    onClose={onClose}
  />
);
