import { PasswordInput, Radio, Stack } from '@mantine/core';
import { leastLength, type Signing } from './signing.ts';

/** How the other side knows that a message is from here. */
export function SigningField({
  value,
  onChange,
  error,
}: {
  readonly value: Signing;
  readonly onChange: (signing: Signing) => void;
  readonly error: string | undefined;
}) {
  return (
    <>
      <Radio.Group
        label="Signature"
        description="Each message carries x-ld-signature: its HMAC-SHA256 under the secret, as LaunchDarkly signs."
        value={value.kind}
        onChange={(kind) => onChange({ ...value, kind: kind as Signing['kind'] })}
      >
        <Stack gap={6} mt={6}>
          <Radio value="made" label="With a new secret" description="It is shown once, afterwards." />
          <Radio
            value="own"
            label="With a secret that you have"
            description="So that a receiver of LaunchDarkly’s webhooks stays as it is."
          />
          <Radio
            value="none"
            label="Not signed"
            description="The other side cannot tell who sent a message."
          />
        </Stack>
      </Radio.Group>
      {value.kind === 'own' && (
        <PasswordInput
          label="Secret"
          description={`At least ${leastLength} characters.`}
          required
          autoComplete="off"
          maxLength={200}
          value={value.own}
          error={error}
          onChange={(event) => onChange({ ...value, own: event.currentTarget.value })}
        />
      )}
    </>
  );
}
