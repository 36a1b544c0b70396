import { Fragment } from 'react';
import type { ToldChange } from './changes.ts';
import { actorInWords } from './words.ts';

/** A change with more than this many different deeds is a bulk edit: the rest is in its details. */
const deedsShown = 3;

/** “Sam added the customer Acme and put the customer on a plan”. */
export function Told({ change: { newest, deeds } }: { readonly change: ToldChange }) {
  const more = deeds.length - deedsShown;
  return (
    <>
      <strong>{actorInWords(newest.actor)}</strong>{' '}
      {deeds.slice(0, deedsShown).map(({ words, object, others }, index) => (
        <Fragment key={words}>
          {index > 0 && (index === deeds.length - 1 ? ' and ' : ', ')}
          {words}
          {object !== '' && (
            <>
              {' '}
              <strong>{object}</strong>
            </>
          )}
          {others > 0 && ` and ${others} more`}
        </Fragment>
      ))}
      {more > 0 && ` and did ${more} more things`}
    </>
  );
}
