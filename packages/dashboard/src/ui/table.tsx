import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './table.module.css';

export interface Column<Row> {
  readonly id: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  readonly align?: 'end';
  /** As narrow as its content. */
  readonly fit?: boolean;
  /** The heading is there for those who hear the page; what is below speaks for itself. */
  readonly quiet?: boolean;
  /** Left out on a phone. */
  readonly wide?: boolean;
}

/** A table of things with its empty state beside it. What a cell shows, and where it leads, is the page's business. */
export function Table<Row>({
  label,
  rows,
  columns,
  rowKey,
  empty,
}: {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly empty: ReactNode;
}) {
  if (rows.length === 0) return empty;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <div className={classes['scroll']} role="group" aria-label={label} tabIndex={0}>
      <table className={classes['table']}>
        <thead>
          <tr>
            {columns.map(({ id, title, align, fit, wide, quiet }) => (
              <th key={id} scope="col" data-align={align} data-fit={fit} data-wide={wide}>
                {quiet ? <VisuallyHidden>{title}</VisuallyHidden> : title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map(({ id, cell, align, fit, wide }) => (
                <td key={id} data-align={align} data-fit={fit} data-wide={wide}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
