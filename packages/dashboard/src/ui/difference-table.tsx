import { Text } from '@mantine/core';
import classes from './difference-table.module.css';
import { differences } from './differences.ts';

/** More lines than this are a document; the API has it whole. */
const linesMax = 40;

/** Before and after of one recorded edit, only where they differ. */
export function DifferenceTable({ before, after }: { readonly before: unknown; readonly after: unknown }) {
  const all = differences(before, after);
  if (all.length === 0) return <Text c="dimmed">Nothing differs.</Text>;
  return (
    <>
      <table className={classes['differences']}>
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Before</th>
            <th scope="col">After</th>
          </tr>
        </thead>
        <tbody>
          {all.slice(0, linesMax).map((line) => (
            <tr key={line.path}>
              <th scope="row">{line.path}</th>
              <td>
                <Side value={line.before} className={classes['before']} />
              </td>
              <td>
                <Side value={line.after} className={classes['after']} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {all.length > linesMax && <Text c="dimmed">and {all.length - linesMax} more fields</Text>}
    </>
  );
}

const Side = ({
  value,
  className,
}: {
  readonly value: string | null;
  readonly className: string | undefined;
}) =>
  value === null ? <span className={classes['none']}>–</span> : <span className={className}>{value}</span>;
