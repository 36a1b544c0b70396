import type { FlagImpact } from '@latchkey/model';
import classes from './impact-panel.module.css';
import { countOf } from './impact-words.ts';

export interface FlagNames {
  readonly flag: (key: string) => string;
  /** A variation by its position; null is what the application has as its default. */
  readonly variation: (flag: string, index: number | null) => string;
}

/** More flags than this are a list to scroll, not an overview. */
const flagsShown = 6;

/** How many customers are served what, before and after, by each flag that an edit concerns. */
export function ServedImpact({
  flags,
  names,
}: {
  readonly flags: readonly FlagImpact[];
  readonly names: FlagNames;
}) {
  const moved = flags.filter(({ changed }) => changed > 0);
  return (
    <>
      {moved.slice(0, flagsShown).map((one) => (
        <Served key={`${one.environment} ${one.flag}`} impact={one} names={names} />
      ))}
      {moved.length > flagsShown && (
        <div className={classes['quiet']}>and {countOf(moved.length - flagsShown, 'more flag')}</div>
      )}
    </>
  );
}

function Served({
  impact: { flag, environment, before, after },
  names,
}: {
  readonly impact: FlagImpact;
  readonly names: FlagNames;
}) {
  const count = (served: FlagImpact['before'], wanted: number | null) =>
    served.find(({ variation }) => variation === wanted)?.customers ?? 0;
  const variations = [...new Set([...before, ...after].map(({ variation }) => variation))].toSorted(
    (one, other) => (one ?? -1) - (other ?? -1),
  );
  return (
    <table className={classes['served']}>
      <caption>
        Customers who get it from {names.flag(flag)} in {environment}
      </caption>
      <thead>
        <tr>
          <th scope="col">Variation</th>
          <th scope="col">Now</th>
          <th scope="col">Then</th>
        </tr>
      </thead>
      <tbody>
        {variations.map((variation) => (
          <tr key={variation ?? 'none'}>
            <th scope="row">{names.variation(flag, variation)}</th>
            <td>{count(before, variation).toLocaleString('en')}</td>
            <td>{count(after, variation).toLocaleString('en')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
