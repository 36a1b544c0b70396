import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { answerOf, api } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import { fieldErrors } from '../../shell/field-errors.ts';
import { Entrance } from './entrance.tsx';

/** The server asks for as many; said here before somebody types fewer. */
const passwordMin = 12;

/** Where a one-time link leads: the first administrator's after the first start, or an invitation. */
export function Welcome() {
  const { token } = useSearch({ from: '/welcome' });
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const enter = useMutation({
    mutationFn: () =>
      answerOf(
        api.POST('/api/v1/session/link', {
          body: {
            token,
            name: name.trim(),
            password,
            ...(email.trim() === '' ? {} : { email: email.trim() }),
          },
        }),
      ),
    onSuccess: async () => {
      queryClient.clear();
      // The link is spent: going back must not lead to it.
      await navigate({ to: '/', replace: true });
    },
  });
  const errors = fieldErrors(enter.error);
  const of = { name: errors.of('name'), email: errors.of('email'), password: errors.of('password') };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enter.mutate();
  };
  return (
    <Entrance
      title="Welcome to Latchkey"
      lead="Choose how you will sign in from now on. This link works once."
    >
      <form onSubmit={submit}>
        <Stack>
          {token === '' && (
            <Alert color="red" variant="light" role="alert">
              This address lacks its token. Open the whole link that you were given.
            </Alert>
          )}
          {errors.rest().map((message) => (
            <Alert key={message} color="red" variant="light" role="alert">
              {message}
            </Alert>
          ))}
          <TextInput
            label="Your name"
            autoComplete="name"
            required
            autoFocus
            value={name}
            error={of.name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            label="E-mail"
            description="Leave it empty if you were invited by e-mail: it is known then."
            type="email"
            autoComplete="username"
            value={email}
            error={of.email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <PasswordInput
            label="Password"
            description={`At least ${passwordMin} characters. A sentence is easy to keep.`}
            autoComplete="new-password"
            minLength={passwordMin}
            required
            visibilityToggleButtonProps={{ 'aria-label': 'Show the password' }}
            value={password}
            error={of.password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Button type="submit" fullWidth loading={enter.isPending} disabled={token === ''} mt="xs">
            Start
          </Button>
        </Stack>
      </form>
    </Entrance>
  );
}
