import { agoInWords, momentInWords } from './time-words.ts';

/** A past moment as people say it, with the exact one on hover. */
export function Ago({ at, now }: { readonly at: string; readonly now: number }) {
  return (
    <time dateTime={at} title={momentInWords(at)}>
      {agoInWords(at, now)}
    </time>
  );
}
