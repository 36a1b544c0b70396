import { Button, type ButtonProps, Tooltip } from '@mantine/core';
import type { MouseEvent, ReactNode } from 'react';
import { useMay } from './may.ts';

/**
 * A button that asks the person's role first. Without the right it stays where it is, can be focused, and says why it
 * does nothing and who can help.
 */
export function ActionButton({
  action,
  off,
  onClick,
  children,
  ...look
}: ButtonProps & {
  readonly action: string;
  /** Another reason why it cannot be used now, in words. */
  readonly off?: string | undefined;
  readonly onClick: () => void;
  readonly children: ReactNode;
  readonly 'aria-label'?: string;
}) {
  const { allowed, because } = useMay(action);
  const reason = allowed ? (off ?? '') : because;
  const press = (event: MouseEvent) => {
    if (reason !== '') event.preventDefault();
    else onClick();
  };
  return (
    <Tooltip label={reason} disabled={reason === ''}>
      <Button
        {...look}
        onClick={press}
        {...(reason === '' ? {} : { 'aria-disabled': true, 'data-disabled': true })}
      >
        {children}
      </Button>
    </Tooltip>
  );
}
