import { CopyButton, Tooltip, UnstyledButton } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import classes from './key-text.module.css';

/** A key or an identifier, in the letters that tell l from 1, ready to be copied. */
export function KeyText({ value, name }: { readonly value: string; readonly name?: string }) {
  return (
    <CopyButton value={value}>
      {({ copied, copy }) => (
        <Tooltip label={copied ? 'Copied' : 'Copy'}>
          <UnstyledButton
            className={classes['key']}
            onClick={copy}
            aria-label={`Copy ${name ?? 'key'} ${value}`}
          >
            {name && <span className={classes['name']}>{name}</span>}
            <code>{value}</code>
            {copied ? <IconCheck size={13} aria-hidden="true" /> : <IconCopy size={13} aria-hidden="true" />}
          </UnstyledButton>
        </Tooltip>
      )}
    </CopyButton>
  );
}
