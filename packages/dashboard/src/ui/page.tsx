import { Title } from '@mantine/core';
import { type ReactNode, useEffect, useId } from 'react';
import classes from './page.module.css';

/** The frame of every page: where one is, what it is about, and the one thing to do here. */
export function Page({
  title,
  name,
  lead,
  trail,
  beside,
  action,
  children,
}: {
  readonly title: ReactNode;
  /** What the browser's tab says, where the title is more than text. */
  readonly name?: string;
  readonly lead?: ReactNode;
  /** The way back up. */
  readonly trail?: ReactNode;
  /** Chips beside the title. */
  readonly beside?: ReactNode;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}) {
  const tab = name ?? (typeof title === 'string' ? title : null);
  useEffect(() => {
    document.title = tab === null ? 'Latchkey' : `${tab} · Latchkey`;
  }, [tab]);
  return (
    <div className={classes['page']}>
      <header className={classes['head']}>
        <div className={classes['headText']}>
          {trail && (
            <nav className={classes['trail']} aria-label="Breadcrumb">
              {trail}
            </nav>
          )}
          <div className={classes['title']}>
            <Title order={1}>{title}</Title>
            {beside}
          </div>
          {lead && <div className={classes['lead']}>{lead}</div>}
        </div>
        {action && <div className={classes['actions']}>{action}</div>}
      </header>
      {children}
    </div>
  );
}

/** A card with a heading: one idea of a page. */
export function Section({
  title,
  hint,
  action,
  padded = true,
  children,
}: {
  readonly title: string;
  readonly hint?: ReactNode;
  readonly action?: ReactNode;
  /** Tables and lists reach the edges. */
  readonly padded?: boolean;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={classes['section']} aria-labelledby={id}>
      <div className={classes['sectionHead']}>
        <div>
          <Title order={2} id={id}>
            {title}
          </Title>
          {hint && <div className={classes['sectionHint']}>{hint}</div>}
        </div>
        {action}
      </div>
      <div className={classes['sectionBody']} data-padded={padded || undefined}>
        {children}
      </div>
    </section>
  );
}
